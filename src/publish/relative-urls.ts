import { posix } from 'node:path';
import { type Document, elements, readPage, writePage } from '../html/html.ts';

/** Names of files after the build, by the path that pages know them by. */
type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/** Attributes that hold one URL; `data-*` attributes may hold one too. */
const urlAttributes = new Set(['href', 'src', 'action', 'poster', 'xlink:href']);

/**
 * Makes every URL of a page that starts at the root of the site relative to the page (P33), so
 * that one build works at any path of any host, inside an LMS and from a disk.
 *
 * @param html the page
 * @param page its path below the site, such as `en/pre-arrest/who-decides.html`
 * @param names name of each file of `assets/` after the build, by the path that pages know it by
 * @throws where the page asks for a file of `assets/` that the build does not make
 */
export const relativeUrls = (html: string, page: string, names: Names): string =>
  relativeUrlsOf(readPage(html), page, names);

/** Does as `relativeUrls` for a parsed page, which is changed. */
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
    throw new Error(`${page} asks for /${file}, which the build does not make.`);
  return (posix.relative(posix.dirname(page), target) || posix.basename(target)) + rest;
}
