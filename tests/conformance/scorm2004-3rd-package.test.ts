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
  standard: 'scorm2004-3rd',
  schemaversion: '2004 3rd Edition',
  scormType: 'adlcp:scormType',
  namespaces: namespaces2004,
};

packageSuite('a SCORM 2004 3rd Edition package of a tiny course', rules, () =>
  zipPackage(packageContents(tinyParts('scorm2004-3rd'))),
);

builtPackageSuite(
  'the SCORM 2004 3rd Edition package of the course',
  rules,
  'dist/packages/ati-course-en-scorm2004-3rd.zip',
);

const manifestWithMastery = () =>
  new TextDecoder().decode(
    packageContents(tinyParts('scorm2004-3rd', { masteryInManifest: true })).get('imsmanifest.xml'),
  );

test('P22: a mastery score enters the manifest when it is asked for, scaled', () => {
  expect(manifestWithMastery()).toContain(
    '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>',
  );
});
