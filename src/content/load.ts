import { referenceFolders } from '../course/reference-page.ts';
import { courseSchema } from '../course/content-schemas.ts';
import type { Course } from '../course/course.ts';
import { buildCourse } from './build-course.ts';
import { ContentReader } from './content-reader.ts';
import { ContentError, diagnosticLine, type Diagnostic } from './diagnostics/diagnostic.ts';
import { ContentFiles } from './files/content-files.ts';
import { keptYaml } from './files/kept-yaml.ts';
import { withKeptProofs } from './kept-proofs.ts';
import { readContent, type ParsedContent } from './parsed-content.ts';
import { removedSince } from './rules/published-id.ts';
import * as rules from './rules/registry.ts';
import { runRules } from './rules/run-rules.ts';
import { typeset } from './typography/typeset.ts';

/** A course that was read, with the content that it was built from. */
export interface LoadedCourse {
  readonly course: Course;
  readonly content: ParsedContent;
}

/**
 * Files and their checks, cached per process rather than per module: Astro loads a second copy of this module
 * to render pages.
 */
const kept = ((globalThis as Record<symbol, unknown>)[Symbol.for('course: content')] ??= {
  /** Files by root, as they were read last. */
  files: new Map(),
  /** Roots whose files may have changed since. */
  stale: new Set(),
  /** Results of checks of files, by language. */
  checks: new WeakMap(),
  /** Check of the first copy, whose rules have cached findings for unchanged files. */
  checkAnew,
}) as {
  files: Map<string, ContentFiles>;
  stale: Set<string>;
  checks: WeakMap<ContentFiles, Map<string, Checked>>;
  checkAnew: typeof checkAnew;
};

/** Folder of the course. */
const courseFolder = 'content';

/** Folder of the content: `COURSE_CONTENT`, or `content/`. */
export const contentRoot = (): string => process.env['COURSE_CONTENT'] ?? courseFolder;

/**
 * The course in one language, read and checked once per process.
 * @param language BCP 47 tag, the name of its folder
 * @param root folder of the content
 * @throws ContentError with all diagnostics, if there are any
 */
export const loadCourse = (language: string, root = contentRoot()): Course =>
  loadContent(language, root).course;

/** Loads as `loadCourse`, with the content that the course was built from. */
export function loadContent(language: string, root = contentRoot()): LoadedCourse {
  const files = filesOf(root);
  const { loaded, diagnostics } =
    kept.checks.get(files)?.get(language) ?? withKeptResults(root, () => check(files, language));
  if (loaded === undefined) throw new ContentError(diagnostics);
  return loaded;
}

/** A check of the course with the caches of earlier commands. Small test courses are as fast without. */
function withKeptResults(root: string, checked: () => Checked): Checked {
  if (root !== courseFolder) return checked();
  keptYaml.read();
  return withKeptProofs(checked);
}

/**
 * Makes the next `loadCourse` read the files again. An unchanged file is not parsed again, and unchanged
 * content is not checked again.
 */
export function forgetCourses(): void {
  for (const root of kept.files.keys()) kept.stale.add(root);
}

/** The languages of the course, the default first; `['en']` where `course.yaml` cannot be read. */
export const languagesOf = (root = contentRoot()): string[] =>
  courseEntry(filesOf(root))?.languages ?? ['en'];

/** The MDX files of the course, as patterns below the content folder: drafts stay out. */
export const bodyPatterns = (root = contentRoot()): string[] => [
  '*/*.mdx',
  `*/{${referenceFolders.join()}}/*.mdx`,
  ...(courseEntry(filesOf(root))?.modules ?? []).map(({ id }) => `*/modules/${id}/**/*.mdx`),
];

/** Result of a check of one language. */
export interface CheckedCourse {
  /** Absent where there is any diagnostic. */
  readonly course?: Course;
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences on what the last published version had and the course no longer has, which is not a violation. */
  readonly removed: readonly string[];
}

/** Loads as `loadCourse`, but looks at the files again, and gives the diagnostics back instead of throwing them. */
export const readCourse = (language: string, root = contentRoot()): CheckedCourse =>
  check(refreshed(root), language);

/** Checks every language, translations beside the original; `removed` is of the original. */
export const checkContent = (
  root = contentRoot(),
): Pick<CheckedCourse, 'diagnostics' | 'removed'> => {
  keptYaml.read();
  const checked = withKeptProofs(() => checkLanguages(root));
  // Small test courses are as fast without, and would replace the course in the cache.
  if (root === courseFolder)
    keptYaml.write(
      filesOf(root)
        .find('**')
        .flatMap(({ yaml }) => yaml ?? []),
    );
  return checked;
};

function checkLanguages(root: string): Pick<CheckedCourse, 'diagnostics' | 'removed'> {
  const files = refreshed(root);
  let original: ParsedContent | undefined;
  const checked = (courseEntry(files)?.languages ?? ['en']).map((language) => {
    const result = check(files, language, original);
    original ??= result.content;
    return result;
  });
  // A mistake in a shared file is found once for each language.
  const diagnostics = new Map(
    checked.flatMap((each) => each.diagnostics).map((one) => [diagnosticLine(one), one]),
  );
  return { diagnostics: [...diagnostics.values()], removed: checked[0]?.removed ?? [] };
}

/** A check, with the content as far as it could be read. */
interface Checked extends CheckedCourse {
  readonly content: ParsedContent | undefined;
  /** Absent where there is any diagnostic. */
  readonly loaded?: LoadedCourse;
}

/** @param original the content that this language translates; if given, missing parts are reported */
function check(files: ContentFiles, language: string, original?: ParsedContent): Checked {
  const checks = kept.checks.get(files) ?? new Map<string, Checked>();
  kept.checks.set(files, checks);
  const key = original === undefined ? language : `${language} of ${original.language}`;
  const checked = checks.get(key) ?? kept.checkAnew(files, language, original);
  checks.set(key, checked);
  // A translation that was checked beside its original is not checked again without it.
  if (checked.loaded !== undefined) checks.set(language, checked);
  return checked;
}

function checkAnew(files: ContentFiles, language: string, original?: ParsedContent): Checked {
  if (!files.paths.some((path) => path.startsWith(`${language}/`)))
    return { content: undefined, diagnostics: withoutFolder(files, language), removed: [] };
  const reader = new ContentReader(files);
  const content = readContent(reader, language, original);
  const found = content === undefined ? [] : runRules(Object.values(rules), content);
  const diagnostics = [...reader.diagnostics, ...found]
    .map((diagnostic) => reader.located(diagnostic))
    .toSorted(inOrderOfFiles);
  if (content === undefined || diagnostics.length > 0) return { content, diagnostics, removed: [] };
  const course = typeset(buildCourse(content), language);
  return {
    content,
    course,
    loaded: { course, content },
    diagnostics,
    removed: removedSince(content.history, course.structure),
  };
}

/** A language without its folder: one diagnostic instead of one for each of its files. */
function withoutFolder(files: ContentFiles, language: string): Diagnostic[] {
  const listed = courseEntry(files)?.languages ?? [];
  const others = files.paths
    .flatMap((path) => /^([^/]+)\/course\.yaml$/.exec(path)?.[1] ?? [])
    .filter((folder) => !listed.includes(folder));
  const missing: Diagnostic = {
    rule: 'missing-folder',
    file: 'course.yaml',
    field: 'languages',
    message: `There is no folder ${language}/ with the words of the language "${language}".`,
    suggestion: others[0]
      ? `Rename the folder ${others[0]}/ to ${language}/, or write "${others[0]}" under languages:.`
      : 'Restore the folder, or take the language out of languages: in course.yaml.',
  };
  return files.diagnostics.length > 0 ? [...files.diagnostics] : [missing];
}

const inOrderOfFiles = (a: Diagnostic, b: Diagnostic): number =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;

/** The content files as last read, or read again after `forgetCourses`. */
export const filesOf = (root: string): ContentFiles =>
  (kept.stale.has(root) ? undefined : kept.files.get(root)) ?? refreshed(root);

/** The files as they are now. */
function refreshed(root: string): ContentFiles {
  const before = kept.files.get(root);
  const now = new ContentFiles(root, before);
  const files = before?.equals(now) ? before : now;
  kept.files.set(root, files);
  kept.stale.delete(root);
  return files;
}

const courseEntry = (files: ContentFiles) =>
  new ContentReader(files).yaml('course.yaml', courseSchema);

// For pages (`loaded.ts`), set by the first copy of this module, because Vite may load another.
(globalThis as Record<symbol, unknown>)[Symbol.for('course: loaded content')] ??= {
  ...{ bodyPatterns, contentRoot, filesOf, languagesOf, loadCourse, loadContent },
};
