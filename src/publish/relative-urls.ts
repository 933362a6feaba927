import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { posix } from 'node:path';

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes that hold one URL; `data-*` attributes may hold one too. */
const urlAttributes = new Set(['href', 'src', 'action', 'poster', 'xlink:href']);

/** As a browser without scripts reads it: what stands in a `noscript` is elements, links among them. */
const options = { scriptingEnabled: false };

/**
 * Makes every URL of a page that starts at the root of the site relative to the page (P33), so
 * that one build works at any path of any host, inside an LMS and from a disk.
 *
 * @param html the page
 * @param page its path below the site, such as `en/pre-arrest/who-decides.html`
 * @param names what a file is called after the build, by the path pages know it by
 */
export function relativeUrls(
  html: string,
  page: string,
  names: ReadonlyMap<string, string>,
): string {
  const document = parse(html, options);
  const visit = (node: Node): void => {
    if ('attrs' in node)
      for (const attribute of node.attrs) {
        const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
        if (!urlAttributes.has(name) && !name.startsWith('data-')) continue;
        if (/^\/(?!\/)/.test(attribute.value))
          attribute.value = relative(attribute.value, page, names);
      }
    // A template's content is not among its children.
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return serialize(document, options);
}

function relative(url: string, page: string, names: ReadonlyMap<string, string>): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(url) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const target = names.get(file) ?? file;
  return (posix.relative(posix.dirname(page), target) || posix.basename(target)) + rest;
}
