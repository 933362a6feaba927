import { describe, expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { builtPackageSuite, namespaces2004, packageSuite } from './package-suite.ts';

describe.each([
  ['SCORM 2004', 'scorm2004', '2004 4th Edition'],
  ['SCORM 2004 3rd Edition', 'scorm2004-3rd', '2004 3rd Edition'],
])('%s', (name, standard, schemaversion) => {
  const rules = {
    standard,
    schemaversion,
    scormType: 'adlcp:scormType',
    namespaces: namespaces2004,
  };

  packageSuite(`a ${name} package of a tiny course`, rules, () =>
    zipPackage(packageContents(tinyParts(standard))),
  );

  builtPackageSuite(
    `the ${name} package of the course`,
    rules,
    `dist/packages/ati-course-en-${standard}.zip`,
  );

  const manifestWithMastery = () =>
    new TextDecoder().decode(
      packageContents(tinyParts(standard, { masteryInManifest: true })).get('imsmanifest.xml'),
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
});
