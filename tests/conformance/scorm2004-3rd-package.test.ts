import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { namespaces2004, packageSuite, type ManifestRules } from './package-suite.ts';

const rules: ManifestRules = {
  standard: 'scorm2004-3rd',
  schemaversion: '2004 3rd Edition',
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
};

packageSuite('a SCORM 2004 3rd Edition package of a tiny course', rules, () =>
  zipPackage(packageContents(tinyParts('scorm2004-3rd'))),
);

const built = 'dist/packages/ati-course-en-scorm2004-3rd.zip';
// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(built) || process.env['CI'])('as built', () => {
  packageSuite('the SCORM 2004 3rd Edition package of the course', rules, () =>
    readFileSync(built),
  );

  test('P52: it has at most 290 files, which a platform unpacks, lists and serves one by one', () => {
    expect(Object.keys(unzipSync(readFileSync(built))).length).toBeLessThanOrEqual(290);
  });

  test('P52: it weighs at most 1.8 MB', () => {
    expect(readFileSync(built).length).toBeLessThanOrEqual(1_800_000);
  });
});

const manifestWithMastery = () =>
  new TextDecoder().decode(
    packageContents(tinyParts('scorm2004-3rd', { masteryInManifest: true })).get('imsmanifest.xml'),
  );

test('P22: a mastery score enters the manifest when it is asked for, scaled', () => {
  expect(manifestWithMastery()).toContain(
    '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>',
  );
});
