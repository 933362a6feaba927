import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { namespaces2004, packageSuite, type ManifestRules } from './package-suite.ts';

const rules: ManifestRules = {
  standard: 'scorm2004',
  schemaversion: '2004 4th Edition',
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
};

packageSuite('a SCORM 2004 package of a tiny course', rules, () =>
  zipPackage(packageContents(tinyParts('scorm2004'))),
);

const built = 'dist/packages/ati-course-en-scorm2004.zip';
// On one's own machine there may be no build; where everything is checked there must be one.
describe.runIf(existsSync(built) || process.env['CI'])('as built', () => {
  packageSuite('the SCORM 2004 package of the course', rules, () => readFileSync(built));

  test('P52: it has at most 290 files, which a platform unpacks, lists and serves one by one', () => {
    expect(Object.keys(unzipSync(readFileSync(built))).length).toBeLessThanOrEqual(290);
  });

  test('P52: it weighs at most 1.8 MB', () => {
    expect(readFileSync(built).length).toBeLessThanOrEqual(1_800_000);
  });
});

const manifestWithMastery = () =>
  new TextDecoder().decode(
    packageContents(tinyParts('scorm2004', { masteryInManifest: true })).get('imsmanifest.xml'),
  );

test('P22: a mastery score enters the manifest when it is asked for, scaled', () => {
  expect(manifestWithMastery()).toContain(
    '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>',
  );
});

test('no objective of the manifest takes a row of cmi.objectives', () => {
  expect(manifestWithMastery()).not.toContain('objectiveID');
});

test('P12: completion and success are set by the content alone', () => {
  expect(manifestWithMastery()).toMatch(
    /deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/,
  );
});
