import type { Course, Module } from '../course/course.ts';

// Addresses start at the root; the build makes them relative to the linking page.

/** Address of a page by its path relative to the language, such as `pre-arrest/introduction`. */
export const address = (course: Pick<Course, 'language'>, path: string): string =>
  `/${course.language}/${path}.html`;

/** Address of a page that every module has. */
export const moduleAddress = (
  course: Pick<Course, 'language'>,
  module: Pick<Module, 'id'>,
  page: 'introduction' | 'check' | 'questions' | 'summary' | 'bench-card' = 'introduction',
): string => address(course, `${module.id}/${page}`);

/** Address of the entry of a source or term in the lists of the course. */
export const entryAddress = (
  course: Pick<Course, 'language'>,
  list: 'sources' | 'glossary',
  id: string,
): string => `${address(course, list)}#${id}`;
