import type { Course } from '../../course/course.ts';
import { choicePage, withEditions, type Edition } from '../../handbook/editions.ts';
import { handbooksOf } from '../../handbook/handbook.ts';
import { readMaterial } from '../../handbook/material.ts';
import { epubFile } from './epub-file.ts';
import { printedPages } from './printed-pages.ts';

/**
 * Files of a course's handbooks made during a build, by path: a printable page for every handbook, an EPUB for every
 * handbook except those of single lessons, and the page for choosing one, with a link to each. PDFs take minutes and
 * need a browser, so `npm run handbook` makes them.
 * @param pages of the site, by path, with URLs from its root
 * @param names maps the path by which pages know a file to its name after the build
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
