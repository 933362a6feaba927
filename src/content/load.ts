import { courseSchema } from '../course/content-schemas.ts';
import { ContentError, type Diagnostic, diagnosticLine } from './diagnostics/diagnostic.ts';
import type { Course } from '../course/course.ts';
import { analyse } from '../cases/analysis.ts';
import { checkCoverage } from './rules/check-coverage.ts';
import { ContentReader } from './content-reader.ts';
import { buildCourse } from './build-course.ts';
import { crossCheck } from './rules/cross-check.ts';
import { lintContent } from './rules/lint-content.ts';
import { goneSince } from './rules/published-ids.ts';
import { readContent, type ParsedContent } from './parsed-content.ts';
import { translationFaults } from './rules/translations.ts';
import { typeset } from '../course/typeset.ts';

/**
 * Courses already read, by root and language. The map belongs to the process, not to this module:
 * Astro loads a second copy of the module to render pages.
 */
const loaded = ((globalThis as Record<symbol, unknown>)[Symbol.for('course: loaded')] ??=
  new Map()) as Map<string, Course>;

/**
 * The course of one language, read and checked once in a process.
 * @param root folder of the content
 * @param language BCP 47 tag, the name of its folder
 * @returns the course; throws `ContentError` with every fault in every file when there is any
 */
export function loadCourse(language: string, root = contentRoot()): Course {
  const key = `${root}\0${language}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const { course, faults } = readCourse(language, root);
  if (course === undefined || faults.length > 0) throw new ContentError(faults);
  loaded.set(key, course);
  return course;
}

/** Makes the next `loadCourse` read the files again, after one of them changed. */
export const forgetCourses = (): void => loaded.clear();

/** Folder of the content: `content/`, or where `COURSE_CONTENT` says. */
export const contentRoot = (): string => process.env['COURSE_CONTENT'] ?? 'content';

/** The languages of the course, the default first; `['en']` where `course.yaml` cannot be read. */
export function languagesOf(root = contentRoot()): string[] {
  const read = new ContentReader(root).yaml('course.yaml', courseSchema);
  return read?.languages ?? ['en'];
}

/** The MDX files of the course, as patterns below `content/`: drafts of modules that are not in it stay out. */
export function bodyPatterns(root = contentRoot()): string[] {
  const modules = new ContentReader(root).yaml('course.yaml', courseSchema)?.modules ?? [];
  return [
    '*/*.mdx',
    '*/{cards,countries}/*.mdx',
    ...modules.map(({ id }) => `*/modules/${id}/**/*.mdx`),
  ];
}

/**
 * As `loadCourse`, but gives the faults back instead of throwing them; `gone` tells what the version
 * that was published last had and the course has no more, which is no fault.
 */
export function readCourse(
  language: string,
  root = contentRoot(),
): { course: Course | undefined; faults: Diagnostic[]; gone?: string[] } {
  const reader = new ContentReader(root);
  const content = readContent(reader, language);
  if (content === undefined)
    return { course: undefined, faults: reader.faults.map((fault) => reader.located(fault)) };
  const faults = [
    ...reader.faults,
    ...crossCheck(content),
    // Its rules know English words and English ways to write an article or a date.
    // Promises are held against the original; a translation follows it lesson by lesson.
    ...(/^en\b/.test(language) ? [...lintContent(content, root), ...coverage(content, root)] : []),
    ...[...content.scenarios.values()].flatMap((scenario) =>
      analyse(scenario).faults.map((fault) => ({
        ...fault,
        file: `${language}/scenarios/${scenario.id}.yaml`,
      })),
    ),
  ];
  if (faults.length > 0)
    return { course: undefined, faults: faults.map((fault) => reader.located(fault)) };
  const course = typeset(buildCourse(content));
  return { course, faults, gone: goneSince(content.history, course.structure) };
}

/**
 * Every fault of every language, and of translations beside the original; `gone` as in `readCourse`.
 */
export function checkContent(root = contentRoot()): {
  faults: Diagnostic[];
  gone: readonly string[];
} {
  const read = languagesOf(root).map((language) => readCourse(language, root));
  const [original, ...translations] = read.map(({ course }) => course);
  const faults = [
    ...read.flatMap((each) => each.faults),
    ...translations.flatMap((each) => (original && each ? translationFaults(original, each) : [])),
  ];
  // What is wrong in a file that languages share is found in each.
  return {
    faults: [...new Map(faults.map((fault) => [diagnosticLine(fault), fault])).values()],
    gone: read[0]?.gone ?? [],
  };
}

/** Rows of `coverage.yaml` that no lesson of the course, or page, covers. */
const coverage = ({ language, course }: ParsedContent, root: string): Diagnostic[] =>
  checkCoverage(
    root,
    language,
    course.modules.map(({ id }) => id),
  );
