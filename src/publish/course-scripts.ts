import { bundleScript } from '../bundling/bundle.ts';
import type { Course } from '../course/course.ts';
import { answeringFile } from './answering-file.ts';
import { updateScript } from './bundles.ts';
import { caseEndingFile } from './case-ending-file.ts';
import { changesFile } from './changes-file.ts';
import { decisionsFile } from './decisions-file.ts';
import { ownWordsFile } from './own-words-file.ts';
import { sourcesFile } from './sources-file.ts';
import { structureFile } from './structure-file.ts';

/**
 * Scripts generated from a course and loaded by pages on request, keyed by name without extension. Each value returns
 * the text.
 */
export const courseScripts = (
  course: Course,
): ReadonlyMap<string, () => string | Promise<string>> =>
  new Map<string, () => string | Promise<string>>([
    [`structure-${course.language}`, () => structureFile(course)],
    [`answering-${course.language}`, () => answeringFile(course)],
    [`own-words-${course.language}`, () => ownWordsFile(course)],
    [`case-ending-${course.language}`, () => caseEndingFile(course)],
    [`sources-${course.language}`, () => sourcesFile(course)],
    [`decisions-${course.language}`, () => decisionsFile(course)],
    [
      `update-${course.language}`,
      async () => changesFile(course) + (await bundleScript(updateScript)),
    ],
  ]);
