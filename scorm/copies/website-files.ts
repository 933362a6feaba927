import { isAllowedKind } from '../package/allowed.ts';
import { isLaterSheet } from '../package/linked-styles.ts';
import { modulePages, packagedSearch } from '../package/module-pages.ts';
import { relocate } from '../package/relocate.ts';
import { pathsInScope } from '../package/scope.ts';
import { isSearchPart } from '../package/search-files.ts';
import type { Files } from '../package/zip-package.ts';
import type { CopyParts } from './copy.ts';

/** Whether only a server uses a file. */
export const isOfServers = (path: string): boolean => /^404\.html$|^assets\/not-found-/.test(path);

/** Whether a file is a book for an e-reader. A browser that does not open it saves it. */
export const isBook = (path: string): boolean => path.endsWith('.epub');

/** Whether a copy that is read from a disk contains a file. */
export const isReadFromDisk = (path: string): boolean =>
  !isOfServers(path) && (isAllowedKind(path) || isBook(path));

/**
 * The files of the website that a copy contains, with every link inside the copy: all files in every language
 * for the whole course, or those of one module.
 * @param mayStay whether the copy contains a file
 */
export function websiteFiles(
  { site, scope }: CopyParts,
  mayStay: (path: string) => boolean = () => true,
): Files {
  const { course, isWhole } = scope;
  const paths = (isWhole ? [...site.keys()] : pathsInScope(site, scope)).filter(
    (path) => mayStay(path) && !isLaterSheet(path),
  );
  const kept = new Set(paths);
  const move = {
    courseId: course.id,
    startPage: isWhole ? 'index.html' : scope.startPage,
    inSite: (path: string) => site.has(path),
    inPackage: (path: string) => kept.has(path),
  };
  const text = (path: string) => new TextDecoder().decode(site.get(path));
  const moved = new Map(
    paths
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, relocate(text(path), { ...move, path })]),
  );
  const pages = isWhole ? moved : modulePages(moved, scope);
  const search = isWhole ? new Map<string, string>() : packagedSearch(pages, paths, course);
  const isReplaced = (path: string) =>
    pages.has(path) || (!isWhole && paths.some((head) => isSearchPart(path, head)));
  return new Map([
    ...paths
      .filter((path) => !isReplaced(path))
      .map((path) => [path, site.get(path) ?? new Uint8Array()] as const),
    ...[...pages, ...search].map(
      ([path, written]) => [path, new TextEncoder().encode(written)] as const,
    ),
  ]);
}
