import { courseScope, type Unit } from '../../scorm/package/scope.ts';
import { packageContents } from '../../scorm/package/contents.ts';
import { inUnits } from '../../scorm/package/units.ts';
import type { Files } from '../../scorm/package/zip-package.ts';
import type { Activity } from '../../scorm/preview/activity-tree.ts';
import { readManifest } from '../../scorm/preview/manifest.ts';
import type { Course } from '../../src/course/course.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { tinyParts, tinySite } from '../fixtures/dist-tiny/files.ts';

/** The tiny course with a final assessment. */
const course: Course = {
  ...tinyCourse,
  completion: { lessons: 'core', cases: 'one-per-stage', checks: 'final' },
  assessment: { blueprint: [1] },
  structure: { ...tinyCourse.structure, assessment: { blueprint: [1] } },
};
const final =
  '<!DOCTYPE html><html lang="en"><head><title>Final</title></head><body><a href="pre-arrest/who-decides.html">Who decides</a></body></html>';
const introduction =
  '<!DOCTYPE html><html lang="en"><head><title>Trial</title></head><body><a href="sentence.html">The sentence</a></body></html>';
const encoded = (text: string) => new TextEncoder().encode(text);

/** The website of the tiny course, with the pages that modules and the final begin with. */
export const site = new Map([
  ...tinySite,
  ['en/final.html', encoded(final)],
  ['en/trial/introduction.html', encoded(introduction)],
]);

/** The course with a unit for each module and one for the final. */
const scope = inUnits(courseScope(course));
export const units: readonly Unit[] = scope.units ?? [];

const made = new Map<string, Files>();

/** The files of the package, by path; made once for each standard. */
export function files(standard = 'scorm2004'): Files {
  const known = made.get(standard) ?? packageContents(tinyParts(standard, { site, scope }));
  made.set(standard, known);
  return known;
}
export const textIn = (path: string) => new TextDecoder().decode(files().get(path));

/** The activity tree of the package, as the preview LMS reads it. */
export const tree = (): Activity => {
  const { activities } = readManifest(encoded(textIn('imsmanifest.xml')), [...files().keys()]);
  if (activities === undefined) throw new Error('The manifest has no tree.');
  return activities;
};
