import { expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import {
  builtPackageSuite,
  namespaces2004,
  packageSuite,
  type ManifestRules,
} from './package-suite.ts';

const rules: ManifestRules = {
  standard: 'scorm2004',
  schemaversion: '2004 4th Edition',
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
};

packageSuite('a SCORM 2004 package of a tiny course', rules, () =>
  zipPackage(packageContents(tinyParts('scorm2004'))),
);

builtPackageSuite(
  'the SCORM 2004 package of the course',
  rules,
  'dist/packages/ati-course-en-scorm2004.zip',
);

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
