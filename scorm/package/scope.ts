import { referenceFolders } from '../../src/course/reference-page.ts';
import { assessments } from '../../src/course/halves.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import type { Course } from '../../src/course/course.ts';
import type { Structure } from '../../src/course/structure.ts';
import { isAllowedKind, kindOf } from './allowed.ts';
import { earlierParts, type Ids } from './earlier-parts.ts';
import { readPage } from '../../src/html/html.ts';
import type { Files } from './zip-package.ts';
import { isSearchPart } from './search-files.ts';
import { isOfWebsite } from './website-parts.ts';
import { pageReferences, styleReferences, targetOf, type Reference } from './reference.ts';

/** Scope of a package: the whole course, or one module as a separate course. */
export interface Scope {
  /** `course`, or `course-` and the id of the fixed track, or the id of the module. */
  readonly name: string;
  /** Whether it is the whole course. */
  readonly isWhole: boolean;
  readonly course: Course;
  /** Whether the pass mark or the completion rule differs from the one on the website. */
  readonly hasOwnRule?: true;
  /** Page that opens at the first launch. */
  readonly startPage: string;
  /** Page with the learner's record, if not that of the course. */
  readonly recordPage?: string;
  /** The separately launched parts, if the course is not one unit. */
  readonly units?: readonly Unit[];
}

/** A part of a course that is launched and recorded separately: a module, or the final assessment. */
export interface Unit extends Scope {
  /** File that an LMS opens, at the root of the package. */
  readonly launch: string;
  /** Pages of this part only: each a path, or a folder with a trailing slash. */
  readonly own: readonly string[];
  /** Whether its score is that of the course. */
  readonly isFinal: boolean;
}

/**
 * The whole course as a scope.
 * @param track id of a track fixed by an administrator; only this track completes the course
 */
export const courseScope = (course: Course, track?: string): Scope => ({
  name: track === undefined ? 'course' : `course-${track}`,
  isWhole: true,
  course: { ...course, completion: { ...course.completion, track } },
  startPage: `${course.language}/index.html`,
});

/** One module as a scope; undefined if the course has no such module. */
export function moduleScope(course: Course, id: string): Scope | undefined {
  const module = course.modules.find((each) => each.id === id);
  if (!module) return undefined;
  const moduleIds = idsOf([module]);
  const structure: Structure = {
    lessons: course.structure.lessons.filter((lesson) => moduleIds.lessons.has(lesson)),
    cases: course.structure.cases.filter((each) => moduleIds.cases.has(each.id)),
    checks: course.structure.checks.filter((each) => moduleIds.checks.has(each.id)),
    objectives: course.structure.objectives.filter((objective) =>
      moduleIds.objectives.has(objective),
    ),
  };
  const courseIds = idsOf(course.modules);
  const earlier = Object.values(course.earlier).flatMap((each) =>
    earlierParts(each, moduleIds, courseIds),
  );
  return {
    name: id,
    isWhole: false,
    course: {
      ...course,
      // A separate id, so that an LMS or a browser never mixes up its records and those of the course.
      id: `${course.id}.${id}`,
      title: module.title,
      summary: module.summary,
      completion: { lessons: 'all', cases: 'all', checks: 'passed' },
      tracks: [],
      assessment: undefined,
      evaluation: undefined,
      modules: [module],
      cards: [],
      countries: [],
      documents: [],
      library: [],
      wordings: [],
      structure,
      fingerprint: fingerprint(structure),
      earlier: Object.fromEntries(earlier.map((each) => [fingerprint(each), each])),
    },
    startPage: `${course.language}/${id}/introduction.html`,
  };
}

const idsOf = (modules: Course['modules']): Ids => {
  const all = (of: (module: Course['modules'][number]) => readonly { readonly id: string }[]) =>
    new Set(modules.flatMap(of).map(({ id }) => id));
  return {
    lessons: all(({ lessons }) => lessons),
    cases: all(({ cases }) => cases),
    objectives: all(({ objectives }) => objectives),
    checks: all((module) => [module]),
  };
};

/**
 * Page of the website that shows reviewers the proof of a case. Nothing links learners to it, and packages
 * leave it out.
 */
export const proofPage = ({ language }: Pick<Course, 'language'>, id: string): string =>
  `review/${language}/${id}.html`;

/**
 * The files of the website that go into a package: everything reachable from the start page, the lessons and
 * the cases. Excluded are the start page of the website, which the shell replaces; other languages; pages of
 * other modules; file types that some servers refuse (P35); the question pages for readers without scripts,
 * since an LMS requires scripts and these contain the same questions (P52); the export to word processors; and
 * other pages that are not for learners.
 * @returns sorted paths; includes pages of the course that are missing from the site
 */
export function pathsInScope(site: Files, scope: Scope): string[] {
  const { course, startPage, isWhole, units } = scope;
  const cases = course.modules.flatMap((module) => module.cases.map(({ href }) => href));
  const beside = referenceFolders.flatMap((folder) => course[folder].map(({ href }) => href));
  const lessons = course.modules.flatMap((module) => module.lessons.map(({ href }) => href));
  const folders = course.modules.map(({ id }) => `${course.language}/${id}/`);
  const ofAll = new RegExp(`^${course.language}/(?!index\\.html$)[^/]*$`);
  const absent = emptyLists(scope).map((page) => `${course.language}/${page}.html`);
  const mayStay = (path: string) =>
    isAllowedKind(path) &&
    ((isWhole && !units) || !path.startsWith('assets/contents-')) &&
    !isOfWebsite(path) &&
    // The script of the booster is needed only if a page links to the booster.
    !(
      absent.includes(`${course.language}/booster.html`) && path.startsWith('assets/join-booster')
    ) &&
    (kindOf(path) !== 'html' ||
      path === startPage ||
      (ofAll.test(path) && !absent.includes(path)) ||
      beside.includes(path) ||
      cases.includes(path) ||
      (folders.some((folder) => path.startsWith(folder)) && !path.endsWith('/questions.html')));

  const reached = new Set<string>();
  const starts = (units ?? []).map((unit) => unit.startPage);
  const queue = [startPage, ...starts, ...lessons, ...cases];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const bytes = site.get(path);
    if (bytes)
      queue.push(...usedBy(path, bytes, site).filter((used) => site.has(used) && mayStay(used)));
  }
  return [...reached].toSorted();
}

/**
 * Pages on content outside this scope: a module has no reference works, final, certificate or evaluation.
 */
const emptyLists = ({ isWhole, course, units }: Scope): string[] => [
  ...([...referenceFolders, 'library'] as const).filter((list) => course[list].length === 0),
  ...(course.wordings.length === 0 ? ['words'] : []),
  // Website-only pages. A package needs no offline support, and institutes and administrators use the website;
  // the page that begins a working day would repeat the first scene of every case (P52).
  ...['offline', 'handbook', 'administrators', 'signed-certificates', 'ten-minutes', 'statistics'],
  ...(isWhole ? [] : ['booster', 'index-of-law', 'law-at-home']),
  // Parts of a course do not share records, so no part contains a page that needs all of them.
  ...(units
    ? ['move', 'booster', 'pre-test', 'certificate', 'statistics', 'evaluation', 'follow-up']
    : []),
  ...(course.assessment ? [] : [...assessments, 'certificate', 'statistics']),
  ...(course.evaluation ? [] : ['evaluation', 'follow-up']),
];

/** Paths of the site's files that a file loads or links to. */
function usedBy(path: string, bytes: Uint8Array, site: Files): string[] {
  const text = new TextDecoder().decode(bytes);
  // References in scripts to lazily loaded files cannot be parsed reliably; the whole file name is unambiguous.
  if (kindOf(path) === 'js')
    return [...site.keys()].filter(
      (other) =>
        text.includes(other.slice(other.lastIndexOf('/') + 1)) || isSearchPart(other, path),
    );
  return referencesIn(path, text).flatMap(({ url }) => {
    const target = targetOf(url, path);
    return target.to === 'file' ? [target.path] : [];
  });
}

/** Every URL of a page, a drawing or a style sheet; none for other file types. */
function referencesIn(path: string, text: string): Reference[] {
  if (kindOf(path) === 'css') return styleReferences(text);
  return kindOf(path) === 'html' || kindOf(path) === 'svg' ? pageReferences(readPage(text)) : [];
}
