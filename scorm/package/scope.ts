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
  /** `course`, `course-` and the track that is fixed, or the id of the module. */
  readonly name: string;
  /** Whether it is the whole course. */
  readonly isWhole: boolean;
  readonly course: Course;
  /** Whether pass mark or completion are not those that the pages of the website state. */
  readonly hasOwnRule?: true;
  /** Page on which a learner who comes for the first time starts. */
  readonly startPage: string;
  /** Page with the learner's record, where it is not that of the course. */
  readonly recordPage?: string;
  /** The parts that are launched by themselves, where the course is not one unit. */
  readonly units?: readonly Unit[];
}

/** A part of a course that is launched, and recorded, by itself: a module, or the final assessment. */
export interface Unit extends Scope {
  /** File that an LMS opens, at the root of the package. */
  readonly launch: string;
  /** Pages of this part alone: each a path, or a folder with a slash at its end. */
  readonly own: readonly string[];
  /** Whether its score is that of the course. */
  readonly isFinal: boolean;
}

/**
 * The whole course as a scope.
 * @param track id of a track that an administrator fixes, so that nobody else's way completes it
 */
export const courseScope = (course: Course, track?: string): Scope => ({
  name: track === undefined ? 'course' : `course-${track}`,
  isWhole: true,
  course: { ...course, completion: { ...course.completion, track } },
  startPage: `${course.language}/index.html`,
});

/** One module as a scope; undefined when the course has no such module. */
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
      // A separate id, so that an LMS or a browser never mixes its records with those of the course.
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
 * Page of the website that shows a reviewer what was proved of a case. No learner is led to it, and no package has it.
 */
export const proofPage = ({ language }: Pick<Course, 'language'>, id: string): string =>
  `review/${language}/${id}.html`;

/**
 * The files of the website that a package holds: what can be reached from the start page, the
 * lessons and the cases. Left out are the start page of the website, whose place the shell takes,
 * other languages, pages of other modules, kinds of files that some servers refuse (P35), the pages of questions
 * for readers without scripts, since an LMS has scripts and the same questions lie in them (P52), what writes
 * files for a word processor, and other pages to which no learner is led.
 * @returns paths in order; a page of the course that the site does not have is among them
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
 * Pages on what this scope does not hold: a module leaves works of reference, final, certificate and evaluation to the
 * course.
 */
const emptyLists = ({ isWhole, course, units }: Scope): string[] => [
  ...([...referenceFolders, 'library'] as const).filter((list) => course[list].length === 0),
  ...(course.wordings.length === 0 ? ['words'] : []),
  // A package is there as long as its platform is; what an institute and an administrator need stands on the website,
  // and so does the page that begins a working day, which would add the first scene of every case once more (P52).
  ...['offline', 'handbook', 'administrators', 'signed-certificates', 'ten-minutes', 'statistics'],
  ...(isWhole ? [] : ['booster', 'index-of-law', 'law-at-home']),
  // No part of the course knows the others, so nothing that rests on all of them is in any.
  ...(units
    ? ['move', 'booster', 'pre-test', 'certificate', 'statistics', 'evaluation', 'follow-up']
    : []),
  ...(course.assessment ? [] : [...assessments, 'certificate', 'statistics']),
  ...(course.evaluation ? [] : ['evaluation', 'follow-up']),
];

/** Paths of the files that a file uses or leads to. */
function usedBy(path: string, bytes: Uint8Array, site: Files): string[] {
  const text = new TextDecoder().decode(bytes);
  // A script names the files it loads later in ways that cannot be parsed; the whole name is telling.
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

/** Every URL of a page, a drawing or a style sheet; none for other kinds of files. */
function referencesIn(path: string, text: string): Reference[] {
  if (kindOf(path) === 'css') return styleReferences(text);
  return kindOf(path) === 'html' || kindOf(path) === 'svg' ? pageReferences(readPage(text)) : [];
}
