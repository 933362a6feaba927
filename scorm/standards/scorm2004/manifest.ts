import { launchFile, type PackagedCourse, type PackagedUnit } from '../packaged-course.ts';
import { nothing, xml, type Xml } from '../../package/markup.ts';
import { unitItems, unitResources } from './units-manifest.ts';

/** Editions of SCORM 2004 for which packages are made, as `schemaversion` names them. */
type Edition = '3rd Edition' | '4th Edition';

/**
 * `imsmanifest.xml` of a SCORM 2004 package that contains the course as one SCO, or as one SCO for each of its parts
 * (Content Aggregation Model, section 3.4).
 *
 * Sequencing states only that the SCO itself sets completion and success, so that no LMS completes a course that was
 * only opened (P12). There is no completion threshold, because with one an LMS overwrites the completion status. There
 * is no objective with an id, because it would take row 0 of `cmi.objectives`. Both editions have the same elements
 * for this.
 * @param paths every file of the package except the manifest and the schemas, each listed once (P28)
 * @param units the parts of the course; none if it is one SCO
 */
export const scorm2004Manifest = (
  course: PackagedCourse,
  paths: readonly string[],
  edition: Edition = '4th Edition',
  units: readonly PackagedUnit[] = [],
): Xml =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${course.id}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 ${edition}</schemaversion>
  </metadata>
  <organizations default="${course.id}.organization">
    <organization identifier="${course.id}.organization">
      <title>${course.title}</title>
${units.length > 0 ? unitItems(course, units) : oneItem(course)}
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
${units.length > 0 ? unitResources(course, units, paths) : oneResource(course, paths)}
  </resources>
</manifest>
`;

const oneItem = (
  course: PackagedCourse,
): Xml => xml`      <item identifier="${course.id}.item" identifierref="${course.id}.sco" isvisible="true">
        <title>${course.title}</title>
        <imsss:sequencing>${masteryScore(course)}
          <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>`;

const oneResource = (
  course: PackagedCourse,
  paths: readonly string[],
): Xml => xml`    <resource identifier="${course.id}.sco" type="webcontent" adlcp:scormType="sco" href="${launchFile}">
${paths.toSorted().map((path) => xml`      <file href="${path}"/>`)}
    </resource>`;

/**
 * The mastery score, which the SCO reads as `cmi.scaled_passing_score` (Run-Time Environment, section 4.2.18). The
 * primary objective needs no id for it (Sequencing and Navigation, section 3.10).
 */
const masteryScore = ({ masteryScore: scaled }: PackagedCourse) =>
  scaled === undefined
    ? nothing
    : xml`
          <imsss:objectives>
            <imsss:primaryObjective satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${scaled}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>`;
