import {
  attribute,
  elements,
  outerHtml,
  insertBefore,
  remove,
  type Document,
  type Element,
} from '../../src/html/html.ts';

/** Whether a file is the deferred part of the sheet of every page; only the website loads it. */
export const isLaterSheet = (path: string): boolean => /^assets\/later-[^/]+\.css$/.test(path);

/**
 * Replaces inline and deferred stylesheets of a page by links to the complete sheets in its head. In a package or copy
 * inlining saves no time, because a server is near or the files are on a disk, or a strict policy blocks it (P36). The
 * complete sheets are those that the page links for readers without scripts.
 * @param page with relative URLs; modified in place
 */
export function linkStyles(page: Document): void {
  const all = [...elements(page)];
  const styles = all.filter(({ tagName }) => tagName === 'style');
  const [first] = styles;
  if (!first) return;
  const sheets = all.filter((element) => attribute(element, 'rel') === 'stylesheet');
  const isLater = (link: Element) => /(?:^|\/)assets\/later-/.test(attribute(link, 'href') ?? '');
  insertBefore(
    first,
    sheets
      .filter((link) => !isLater(link))
      .map(outerHtml)
      .join(''),
  );
  const isOfHead = (element: Element) =>
    element.parentNode !== null &&
    'tagName' in element.parentNode &&
    element.parentNode.tagName === 'head';
  const replaced = all.filter((element) => element.tagName === 'noscript' && isOfHead(element));
  for (const element of [...styles, ...replaced, ...sheets]) remove(element);
}
