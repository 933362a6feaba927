import type { Course, Module } from '../course/course.ts';

// Root-absolute; the build makes them relative to the page they stand on.

/** Address of a page by its path below the language, such as `pre-arrest/introduction`. */
export const address = (course: Pick<Course, 'language'>, path: string): string =>
  `/${course.language}/${path}.html`;

/** Address of one of the pages that every module has. */
export const moduleAddress = (
  course: Pick<Course, 'language'>,
  module: Pick<Module, 'id'>,
  page: 'introduction' | 'check' | 'questions' | 'summary' | 'bench-card' = 'introduction',
): string => address(course, `${module.id}/${page}`);

/** Address of a source's entry, or of a term's, in the lists of the course. */
export const entryAddress = (
  course: Pick<Course, 'language'>,
  list: 'sources' | 'glossary',
  id: string,
): string => `${address(course, list)}#${id}`;
