import { launchFile } from '../standards/packaged-course.ts';
import { kindOf } from './allowed.ts';
import { possibleProblems, type PossibleProblem } from './file-rules.ts';
import { modulePages, packagedSearch, type Texts } from './module-pages.ts';
import { relocate, unnamedPackage } from './relocate.ts';
import { pathsInScope, type Scope } from './scope.ts';
import { withStatedRule } from './stated-rule.ts';
import { unitPages } from './unit-pages.ts';
import type { Files } from './zip-package.ts';

/** Content that the packages of all standards share: their pages differ only by the names of standard and build. */
export interface SharedPages {
  /** The files of the website that the packages contain. */
  readonly paths: readonly string[];
  /** The packaged pages, with placeholders for these names (`inPackageOf`). */
  readonly pages: Texts;
  /** The search index of these pages. */
  readonly search: Texts;
  /** Possible problems of each page (`possibleProblems`). */
  readonly problems: ReadonlyMap<string, readonly PossibleProblem[]>;
}

const shared = new WeakMap<Scope, WeakMap<Files, SharedPages>>();

/** Pages shared by all packages of a scope, computed on first use. */
export function sharedPages(site: Files, scope: Scope): SharedPages {
  const ofScope = shared.get(scope) ?? new WeakMap<Files, SharedPages>();
  const pages = ofScope.get(site) ?? movedPages(site, scope);
  shared.set(scope, ofScope.set(site, pages));
  return pages;
}

function movedPages(site: Files, scope: Scope): SharedPages {
  const paths = pathsInScope(site, scope);
  const kept = new Set(paths);
  const move = {
    package: unnamedPackage(launchFile),
    courseId: scope.course.id,
    startPage: scope.startPage,
    inSite: (path: string) => site.has(path),
    inPackage: (path: string) => kept.has(path),
  };
  const html = new Map(
    paths
      .filter((path) => site.has(path) && kindOf(path) === 'html')
      .map((path) => {
        const text = new TextDecoder().decode(site.get(path));
        return [path, scope.hasOwnRule ? withStatedRule(text, scope.course) : text] as const;
      }),
  );
  const moved = () =>
    new Map([...html].map(([path, text]) => [path, relocate(text, { ...move, path })]));
  const { units } = scope;
  const pages = units
    ? unitPages(html, scope.course, units, move)
    : scope.isWhole
      ? moved()
      : modulePages(moved(), scope);
  const problems = new Map(
    [...pages].map(([path, text]) => [
      path,
      possibleProblems(path, new TextEncoder().encode(text)),
    ]),
  );
  return { paths, pages, search: packagedSearch(pages, paths, scope.course), problems };
}
