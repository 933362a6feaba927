import { expect, test } from 'vitest';
import { packageContents } from '../../scorm/package/contents.ts';
import { zipPackage } from '../../scorm/package/zip-package.ts';
import { tinyParts } from '../fixtures/dist-tiny/files.ts';
import { builtPackageSuite, packageSuite, type ManifestRules } from './package-suite.ts';

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

builtPackageSuite(
  'the SCORM 1.2 package of the course',
  rules,
  'dist/packages/ati-course-en-scorm12.zip',
);

test('P22: a mastery score enters the manifest when it is asked for, in percent', () => {
  const files = packageContents(tinyParts('scorm12', { masteryInManifest: true }));
  expect(new TextDecoder().decode(files.get('imsmanifest.xml'))).toContain(
    '<adlcp:masteryscore>80</adlcp:masteryscore>',
  );
});
