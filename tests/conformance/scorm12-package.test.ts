import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { packageSuite, type ManifestRules } from './package-suite.ts';

const rules: ManifestRules = {
  standard: 'scorm12',
  schemaversion: '1.2',
  scormType: 'adlcp:scormtype',
  namespaces: {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  },
};

packageSuite('a SCORM 1.2 package of a tiny course', rules, () =>
  zipPackage(packageContents(tinyParts('scorm12'))),
);

const built = 'dist/packages/ati-course-en-scorm12.zip';
// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(built) || process.env['CI'])('as built', () => {
  packageSuite('the SCORM 1.2 package of the course', rules, () => readFileSync(built));

  test('P52: it has at most 290 files, which a platform unpacks, lists and serves one by one', () => {
    expect(Object.keys(unzipSync(readFileSync(built))).length).toBeLessThanOrEqual(290);
  });

  test('P52: it weighs at most 1.8 MB', () => {
    expect(readFileSync(built).length).toBeLessThanOrEqual(1_800_000);
  });
});

test('P22: a mastery score enters the manifest when it is asked for, in percent', () => {
  const files = packageContents(tinyParts('scorm12', { masteryInManifest: true }));
  expect(new TextDecoder().decode(files.get('imsmanifest.xml'))).toContain(
    '<adlcp:masteryscore>80</adlcp:masteryscore>',
  );
});
