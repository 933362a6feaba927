import { posix } from 'node:path';
import { type Document, elements, readPage, writePage } from '../html/html.ts';

/** Names of files after the build, by the path by which pages know them. */
type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/** Attributes that hold one URL. `data-*` attributes may hold one as well. */
const urlAttributes = new Set(['href', 'src', 'action', 'poster', 'xlink:href']);

/**
 * Makes every root-relative URL of a page relative to the page (P33), so that one build works at any path of any host,
 * inside an LMS and from a disk.
 *
 * @param html the page
 * @param page path of the page, relative to the site, such as `en/pre-arrest/who-decides.html`
 * @param names maps the path by which pages know a file of `assets/` to its name after the build
 * @throws if the page refers to a file of `assets/` that the build does not make
 */
export const relativeUrls = (html: string, page: string, names: Names): string =>
  relativeUrlsOf(readPage(html), page, names);

/** Like `relativeUrls`, for a parsed page, which is modified in place. */
export function relativeUrlsOf(document: Document, page: string, names: Names): string {
  for (const { attrs } of elements(document))
    for (const attribute of attrs) {
      const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
      if (!urlAttributes.has(name) && !name.startsWith('data-')) continue;
      if (/^\/(?!\/)/.test(attribute.value))
        attribute.value = relative(attribute.value, page, names);
    }
  return writePage(document);
}

function relative(url: string, page: string, names: Names): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(url) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const target = names.get(file) ?? (file.startsWith('assets/') ? undefined : file);
  if (target === undefined)
    throw new Error(`${page} refers to /${file}, which the build does not make.`);
  return (posix.relative(posix.dirname(page), target) || posix.basename(target)) + rest;
}
