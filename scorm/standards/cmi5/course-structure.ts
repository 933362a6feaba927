import { launchFile, type PackagedCourse } from '../packaged-course.ts';
import { nothing, xml, type Xml } from '../../package/markup.ts';
import { uuidOf } from './identifier.ts';

/**
 * `cmi5.xml` of a package that contains the course as one assignable unit (cmi5 13.1). Its identifiers are built only
 * from ids and the language (P30); they are URNs, because a course need not have a URL.
 *
 * The unit is satisfied when completed and passed, or only completed if it has nothing to pass. It can be
 * launched in any window.
 */
export const courseStructure = (course: PackagedCourse): Xml =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${identifier(course, 'course')}">
    ${text('title', course, course.title)}
    ${text('description', course, course.summary)}
  </course>
  <au id="${identifier(course, 'au')}" launchMethod="AnyWindow" moveOn="${course.canBePassed ? 'CompletedAndPassed' : 'Completed'}"${masteryScore(course)}>
    ${text('title', course, course.title)}
    ${text('description', course, course.summary)}
    <url>${launchFile}</url>
  </au>
</courseStructure>
`;

const identifier = ({ id }: PackagedCourse, part: string) => `urn:uuid:${uuidOf(`${id} ${part}`)}`;

const text = (name: 'title' | 'description', { language }: PackagedCourse, words: string) => {
  const langstring = xml`<langstring lang="${language}">${words}</langstring>`;
  return name === 'title'
    ? xml`<title>${langstring}</title>`
    : xml`<description>${langstring}</description>`;
};

/** Scaled, with at most four decimals (cmi5 13.1.4). */
const masteryScore = ({ masteryScore: scaled }: PackagedCourse) =>
  scaled === undefined ? nothing : xml` masteryScore="${Math.round(scaled * 10_000) / 10_000}"`;
