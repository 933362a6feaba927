import type { Course } from '../../course/course.ts';
import { choicePage, withEditions } from '../../handbook/editions.ts';
import { handbooksOf } from '../../handbook/handbook.ts';
import { readMaterial } from '../../handbook/material.ts';
import { epubFile } from './epub-file.ts';
import { printedPages } from './printed-pages.ts';

/**
 * What a build has of the handbooks of a course, by path: all of them as pages that print, the whole course as
 * EPUB, and the page on which they are chosen with a link to it. The others take longer (`npm run handbook`).
 * @param pages of the site, with URLs from its root
 * @param names what a file is called after the build, by the path pages know it by
 */
export async function handbookFiles(
  course: Course,
  pages: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const choice = choicePage(course.language);
  const page = pages.get(choice);
  const [whole] = handbooksOf(course);
  if (page === undefined || whole === undefined) return new Map();
  const material = readMaterial(course, (path) => pages.get(path));
  const { path } = whole;
  const epub = await epubFile(whole, material);
  return new Map<string, string | Uint8Array>([
    ...printedPages(material, names),
    [`${path}.epub`, epub],
    [choice, withEditions(page, [{ kind: 'epub', path, bytes: epub.length }], course)],
  ]);
}
