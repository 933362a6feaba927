import { launchFile, type PackagedCourse } from '../packaged-course.ts';
import { nothing, xml, type Xml } from '../../package/markup.ts';

/**
 * `imsmanifest.xml` of a SCORM 1.2 package that contains the course as one SCO (Content Aggregation Model 1.2, section
 * 2.3).
 * @param paths every file of the package except the manifest and the schemas, each listed once (P28)
 */
export const scorm12Manifest = (course: PackagedCourse, paths: readonly string[]): Xml =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${course.id}.organization">
    <organization identifier="${course.id}.organization">
      <title>${course.title}</title>
      <item identifier="${course.id}.item" identifierref="${course.id}.sco" isvisible="true">
        <title>${course.title}</title>${masteryScore(course)}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${course.id}.sco" type="webcontent" adlcp:scormtype="sco" href="${launchFile}">
${paths.toSorted().map((path) => xml`      <file href="${path}"/>`)}
    </resource>
  </resources>
</manifest>
`;

/** Mastery score in percent, a whole number (Content Aggregation Model 1.2, section 2.3.2.5.6). */
const masteryScore = ({ masteryScore: scaled }: PackagedCourse) =>
  scaled === undefined
    ? nothing
    : xml`
        <adlcp:masteryscore>${Math.round(scaled * 100)}</adlcp:masteryscore>`;
