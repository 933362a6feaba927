import type { PackagedCourse, PackagedUnit } from '../packaged-course.ts';
import { xml, type Xml } from '../../package/markup.ts';

/**
 * One root item that contains a SCO for each part of the course: menus show the course as one item, and its record is
 * rolled up from the parts (Sequencing and Navigation 3.8, 4.6).
 *
 * - Every part counts for completion: the course is complete when all parts are (the default rollup rule, 3.7).
 * - Score and success come from the parts with `givesScore`. The other parts neither contribute to the objective of the
 *   course (3.8.1) nor have a weight in its measure (3.8.2).
 * - No part has an objective with an id, because it would take row 0 of `cmi.objectives`. Parts share no data by global
 *   objectives.
 */
export const unitItems = (
  course: PackagedCourse,
  units: readonly PackagedUnit[],
): Xml => xml`      <item identifier="${course.id}.item" isvisible="true">
        <title>${course.title}</title>
${units.map((unit) => unitItem(course, unit))}
        <imsss:sequencing>
          <imsss:controlMode choice="true" flow="true"/>
        </imsss:sequencing>
      </item>`;

const unitItem = (
  course: PackagedCourse,
  { name, title, givesScore }: PackagedUnit,
): Xml => xml`        <item identifier="${course.id}.item.${name}" identifierref="${course.id}.sco.${name}" isvisible="true">
          <title>${title}</title>
          <imsss:sequencing>
            <imsss:rollupRules rollupObjectiveSatisfied="${String(givesScore)}" rollupProgressCompletion="true" objectiveMeasureWeight="${givesScore ? 1 : 0}"/>
            <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
          </imsss:sequencing>
        </item>`;

/** A resource for each part, and a resource with the shared files, on which every part depends. */
export function unitResources(
  course: PackagedCourse,
  units: readonly PackagedUnit[],
  paths: readonly string[],
): Xml {
  const launched = units.map(({ launch }) => launch);
  const shared = paths.filter((path) => !launched.includes(path));
  return xml`${units.map(
    ({
      name,
      launch,
    }) => xml`    <resource identifier="${course.id}.sco.${name}" type="webcontent" adlcp:scormType="sco" href="${launch}">
      <file href="${launch}"/>
      <dependency identifierref="${course.id}.shared"/>
    </resource>`,
  )}
    <resource identifier="${course.id}.shared" type="webcontent" adlcp:scormType="asset">
${shared.toSorted().map((path) => xml`      <file href="${path}"/>`)}
    </resource>`;
}
