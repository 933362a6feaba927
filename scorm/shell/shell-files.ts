import { type Assessment, assessments } from '../../src/course/halves.ts';
import { completionRule } from '../../src/course/completion.ts';
import { hashedName } from '../../src/bundling/bundle.ts';
import { translator } from '../../src/course/interface.ts';
import type { Course } from '../../src/course/course.ts';
import type { CourseData, OtherPart, PageEntry } from './course-data.ts';
import { copiesFile } from './copies-data.ts';
import { copiesNotices } from './copies-notices-markup.ts';
import { courseFile } from './course-file.ts';
import type { Standard } from '../standards/standard.ts';
import type { Files } from '../package/zip-package.ts';
import type { Scope } from '../package/scope.ts';
import { shellPage, shellPath } from './shell-page.ts';

/** Parts that the shell of a package is made from. */
export interface ShellParts {
  readonly scope: Scope;
  readonly standard: Standard;
  /** Whether the website has a page. */
  readonly hasPage: (path: string) => boolean;
  /** The script of the shell for this standard, and its style sheet. */
  readonly script: string;
  readonly style: string;
  /** The script that handles other copies of the progress; most launches do not load it. */
  readonly copiesScript: string;
  /** Build id of the package, which is on every page. */
  readonly build: string;
  /** Progress that may be imported by file, link or code; `practice` by default (D14). */
  readonly imports?: CourseData['imports'];
  /** The administrator's pass mark, scaled, 0 to 1. */
  readonly passMark?: number;
  /** Extent of the reports to an LMS; `everything` if absent. */
  readonly report?: 'everything' | 'status';
  /** Whether the bar always links to the diagnostics page. */
  readonly hasDiagnostics?: boolean;
  /** The other parts of the course, if each is launched separately. */
  readonly others?: readonly OtherPart[];
}

/** The files of the shell by path in the package; a course in parts has a page and data for each part. */
export function shellFiles(parts: ShellParts): Files {
  const { units } = parts.scope;
  if (!units) return oneShell(parts, shellPath);
  return new Map(
    units.flatMap((unit) => {
      const others = units
        .filter((other) => other !== unit)
        .map(({ course, own }) => ({ title: course.title, pages: own }));
      return [...oneShell({ ...parts, scope: unit, others }, unit.launch)];
    }),
  );
}

function oneShell(parts: ShellParts, path: string): Files {
  const { scope, standard, script, style, build } = parts;
  // Parts share this file, so the earlier structures of each part are in the data of the part.
  const earlier = parts.others ? {} : earlierOf(parts);
  const later = copiesFile(earlier, copiesNotices(scope.course), parts.copiesScript);
  const copies = `shell/${hashedName('copies', 'js', later)}`;
  const data = courseData(scope, { ...parts, copies });
  const text = courseFile(data);
  // Content hashes in file names, so that no cache can mix the shells of two builds.
  const paths = {
    style: `shell/${hashedName('shell', 'css', style)}`,
    course: `shell/${hashedName('course', 'js', text)}`,
    script: `shell/${hashedName('shell', 'js', script)}`,
  };
  const encode = (content: string) => new TextEncoder().encode(content);
  return new Map([
    [
      path,
      encode(
        shellPage(scope.course, standard, {
          ...{ ...paths, build, start: data.start, isPart: parts.others !== undefined },
        }),
      ),
    ],
    [paths.course, encode(text)],
    [copies, encode(later)],
    [paths.script, encode(script)],
    [paths.style, encode(style)],
  ]);
}

/**
 * The data of the course for its shell.
 * @param hasPage whether the website has a page; modules and checks need not have one of their own
 */
export function courseData(
  { course, startPage, recordPage }: Scope,
  {
    hasPage,
    build,
    imports,
    passMark,
    report,
    hasDiagnostics = false,
    others,
    copies,
  }: Pick<
    ShellParts,
    'hasPage' | 'build' | 'imports' | 'passMark' | 'report' | 'hasDiagnostics' | 'others'
  > &
    Pick<CourseData, 'copies'>,
): CourseData {
  const { structure } = course;
  const isQuiet = report === 'status';
  return {
    id: course.id,
    build,
    copies,
    // Without reported answers, those of the evaluation are not reported either.
    structure: isQuiet ? { ...structure, evaluation: undefined } : structure,
    rule: completionRule(course),
    masteryScore: course.masteryScore,
    pages: pagesOf(course, hasPage),
    start: startPage,
    version: course.version,
    record: recordPage ?? `${course.language}/record.html`,
    ...(others && { others, earlier: course.earlier }),
    ...(imports === 'none' && { imports }),
    ...(passMark !== undefined && { passMark }),
    ...(isQuiet && { report }),
    ...(hasDiagnostics && { hasDiagnostics: true as const }),
  };
}

/** Structures whose progress can still be read, including the one used while answers were reported. */
function earlierOf({ scope: { course }, report }: ShellParts): Course['earlier'] {
  const { structure, earlier, fingerprint } = course;
  return report === 'status' ? { ...earlier, [fingerprint]: structure } : earlier;
}

const pagesOf = (course: Scope['course'], hasPage: (path: string) => boolean): PageEntry[] => [
  ...course.modules.flatMap(({ id, title, lessons, cases }): PageEntry[] => {
    const folder = `${course.language}/${id}`;
    const opening = ['introduction', 'index'].map((name) => `${folder}/${name}.html`).find(hasPage);
    const check = `${folder}/check.html`;
    return [
      ...(opening === undefined ? [] : [{ id, href: opening, title }]),
      ...lessons.map((lesson) => ({ id: lesson.id, href: lesson.href })),
      ...cases.map((each) => ({ id: each.id, href: each.href, title: each.title })),
      ...(hasPage(check) ? [{ id: `${id}-check`, href: check }] : []),
    ];
  }),
  ...(course.assessment === undefined ? [] : assessments)
    .map((id) => ({ id, href: `${course.language}/${id}.html`, title: titleOf(id, course) }))
    .filter(({ href }) => hasPage(href)),
];

const titleOf = (assessment: Assessment, { language, interface: words }: Course) =>
  translator(language, words)(`assessment.${assessment === 'final' ? 'final' : 'preTest'}`);
