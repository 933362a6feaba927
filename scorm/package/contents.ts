import { createHash } from 'node:crypto';
import { hashedName } from '../../src/bundling/bundle.ts';
import { diagnosticsPage, diagnosticsPath } from '../diagnostics/diagnostics-page.ts';
import { packagedCourse, type PackagedUnit } from '../standards/packaged-course.ts';
import type { Standard } from '../standards/standard.ts';
import { kindOf } from './allowed.ts';
import { PackageError, packageProblems } from './package-rules.ts';
import {
  plainStyleName,
  reportingGuide,
  reportingGuidePath,
  type WordFiles,
} from './reporting-guide.ts';
import type { Files } from './zip-package.ts';
import { inPackageOf } from './relocate.ts';
import { isSearchPart } from './search-files.ts';
import type { Scope } from './scope.ts';
import { type SharedPages, sharedPages } from './shared-pages.ts';

/** Parts that a package is made from. */
export interface PackageParts {
  /** The website: `dist/site`. */
  readonly site: Files;
  readonly scope: Scope;
  readonly standard: Standard;
  /**
   * The shell, which owns the session, at its path in the package.
   * @param build id of the build, written on every page, so that the shell can detect a page of another build
   */
  readonly shell: (build: string) => Files;
  /** The schemas of the standard, under their published names. */
  readonly schemas: Files;
  /** Script of the diagnostics page; absent for a standard without one. */
  readonly diagnosis?: string;
  /** Script that puts the words of questions and decisions into the reporting guide. */
  readonly guideScript?: string;
  /** Style sheet of the pages about the package, which are not part of the course. */
  readonly plainStyle: Uint8Array;
  /** Whether the manifest states the mastery score; the LMS may then change the status itself (P22). */
  readonly masteryInManifest: boolean;
  /** Extent of the reports to an LMS; `everything` if absent. */
  readonly report?: 'everything' | 'status';
}

/**
 * Makes the files of a package: the shell, the pages of the course, the reporting guide, the manifest and the schemas.
 * Pure: the same parts give the same files.
 * @throws PackageError with every problem that would prevent the package from working in some LMS
 */
export function packageContents(parts: PackageParts): Files {
  const { site, scope, standard, schemas } = parts;
  const { course } = scope;
  const shared = sharedPages(site, scope);
  const { paths } = shared;
  const build = buildOf(parts, paths);
  const listed = new Map([
    ...pagesAndAssets(parts, shared, build),
    ...parts.shell(build),
    [
      reportingGuidePath,
      encoded(
        reportingGuide(course, standard, {
          ...parts,
          ...wordsFrom(parts, paths),
          isInParts: scope.units !== undefined,
          pageOf(path) {
            const bytes = site.get(path);
            return bytes && new TextDecoder().decode(bytes);
          },
        }).replace(/\n\s+/g, '\n'),
      ),
    ] as const,
    [`package/${plainStyleName}`, parts.plainStyle] as const,
    ...guideFiles(parts, paths),
    ...diagnosisFiles(parts, build),
  ]);
  const about = packagedCourse(course, { withMasteryScore: parts.masteryInManifest });
  const manifest = standard.manifest(about, [...listed.keys()], packagedUnits(parts));
  const files = new Map([
    [standard.manifestName, encoded(manifest)] as const,
    ...listed,
    ...schemas,
  ]);

  const missing = paths
    .filter((path) => !site.has(path))
    .map((path) => ({
      file: path,
      field: 'page',
      message: 'The course refers to this page, but the website does not contain it.',
      suggestion: 'Build the website again, or correct the address of the page.',
    }));
  const problems = [...missing, ...packageProblems(files, [...schemas.keys()], shared.problems)];
  if (problems.length > 0) throw new PackageError(problems);
  return files;
}

/** Build id of a package: a hash of its standard, course and website files. */
function buildOf({ site, scope, standard }: PackageParts, paths: readonly string[]): string {
  const hash = createHash('sha256').update(`${standard.id} ${scope.course.id}`);
  for (const path of paths) hash.update(`\n${path}\n`).update(site.get(path) ?? '');
  return hash.digest('hex').slice(0, 12);
}

/** The files of the website, changed for the package. */
function pagesAndAssets(
  { site, standard }: PackageParts,
  { paths, pages, search }: SharedPages,
  build: string,
): Files {
  const others = paths.filter(
    (path) => kindOf(path) !== 'html' && !paths.some((head) => isSearchPart(path, head)),
  );
  const named = [...pages].map(
    ([path, text]) => [path, inPackageOf(text, standard.id, build)] as const,
  );
  return new Map([
    ...others.flatMap((path) => {
      const bytes = site.get(path);
      return bytes ? [[path, bytes] as const] : [];
    }),
    ...inBytes(named),
    ...inBytes(search),
  ]);
}

/** The parts of the course for the manifest; none if the course is one unit. */
const packagedUnits = ({ scope: { units = [] } }: PackageParts): PackagedUnit[] =>
  units.map(({ name, course, launch, isFinal }) => ({
    ...{ name, launch, title: packagedCourse(course, { withMasteryScore: false }).title },
    givesScore: isFinal || !units.some((unit) => unit.isFinal),
  }));

function diagnosisFiles({ diagnosis, scope, standard }: PackageParts, build: string): Files {
  if (!diagnosis) return new Map();
  const script = hashedName('diagnostics', 'js', diagnosis);
  const page = diagnosticsPage(scope.course, standard, { script, style: plainStyleName, build });
  return new Map([
    [diagnosticsPath, encoded(page)],
    [`package/${script}`, encoded(diagnosis)],
  ]);
}

/**
 * Files that supply the words of the reporting guide; undefined unless course files in the package contain all
 * words.
 */
function wordsFrom(
  { guideScript, scope: { course } }: PackageParts,
  paths: readonly string[],
): { words: WordFiles } | undefined {
  const find = (name: string) => {
    const file = new RegExp(`^assets/${name}-[0-9a-f]{8}\\.js$`);
    const path = paths.find((each) => file.test(each));
    return path === undefined ? undefined : `../${path}`;
  };
  const banks = new Map(
    course.modules
      .filter(({ check }) => check !== undefined)
      .map(({ id }) => [id, find(`bank-${course.language}-${id}`)] as const),
  );
  const decisions = find(`decisions-${course.language}`);
  if (
    guideScript === undefined ||
    decisions === undefined ||
    [...banks.values()].includes(undefined)
  )
    return undefined;
  const script = hashedName('guide', 'js', guideScript);
  return { words: { script, bankOf: (id) => banks.get(id), decisions } };
}

function guideFiles(parts: PackageParts, paths: readonly string[]): Files {
  const from = wordsFrom(parts, paths);
  return new Map(from ? [[`package/${from.words.script}`, encoded(parts.guideScript ?? '')]] : []);
}

const encoded = (text: string) => new TextEncoder().encode(text);

const inBytes = (texts: Iterable<readonly [string, string]>) =>
  [...texts].map(([path, text]) => [path, encoded(text)] as const);
