import type { Course } from '../../course/course.ts';
import { choicePage, withEditions, type Edition } from '../../handbook/editions.ts';
import { handbooksOf } from '../../handbook/handbook.ts';
import { readMaterial } from '../../handbook/material.ts';
import { epubFile } from './epub-file.ts';
import { printedPages } from './printed-pages.ts';

/**
 * Files of the handbooks of a course in a build, by path: all of them as pages that print, all but those of single
 * lessons as EPUB, and the page on which they are chosen with a link to each. PDFs take minutes and a browser
 * (`npm run handbook`).
 * @param pages of the site, with URLs from its root
 * @param names name of each file after the build, by the path that pages know it by
 */
export async function handbookFiles(
  course: Course,
  pages: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const choice = choicePage(course.language);
  const page = pages.get(choice);
  if (page === undefined) return new Map();
  const material = readMaterial(course, (path) => pages.get(path));
  const epubs = new Map<string, Uint8Array>();
  for (const book of handbooksOf(course))
    if (book.kind !== 'lesson') epubs.set(book.path, await epubFile(book, material));
  const editions = [...epubs].map(([path, { length: bytes }]): Edition => ({
    kind: 'epub',
    path,
    bytes,
  }));
  return new Map<string, string | Uint8Array>([
    ...printedPages(material, names),
    ...[...epubs].map(([path, epub]) => [`${path}.epub`, epub] as const),
    [choice, withEditions(page, editions, course)],
  ]);
}
