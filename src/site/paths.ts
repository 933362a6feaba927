import { languagesOf, loadCourse } from '../content/loaded.ts';
import type { Course } from '../course/course.ts';

/**
 * `getStaticPaths` for a page that exists once per course.
 * @param exists whether a course has the page; every course by default
 */
export const oncePerCourse =
  (exists: (course: Course) => boolean = () => true) =>
  () =>
    languagesOf()
      .map((language) => loadCourse(language))
      .filter(exists)
      .map((course) => ({ params: { language: course.language }, props: { course } }));

/**
 * `getStaticPaths` for a page that exists several times per course, such as once per module.
 * @param each returns the parameters in the page's address besides the language, and the props besides the course
 */
export const severalPerCourse =
  <Params extends Record<string, string>, Props extends object>(
    each: (course: Course) => readonly { readonly params: Params; readonly props: Props }[],
  ) =>
  () =>
    languagesOf()
      .map((language) => loadCourse(language))
      .flatMap((course) =>
        each(course).map(({ params, props }) => ({
          params: { language: course.language, ...params },
          props: { course, ...props },
        })),
      );

/** `getStaticPaths` for a page of every module. */
export const onePerModule = severalPerCourse((course) =>
  course.modules.map((module) => ({ params: { module: module.id }, props: { module } })),
);

/** `getStaticPaths` for a page of every case, with the module it belongs to. */
export const onePerCase = severalPerCourse((course) =>
  course.modules.flatMap((module) =>
    module.cases.map((entry) => ({ params: { case: entry.id }, props: { module, entry } })),
  ),
);
