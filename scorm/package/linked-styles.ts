import {
  attribute,
  elements,
  outerHtml,
  insertBefore,
  remove,
  type Document,
  type Element,
} from '../../src/html/html.ts';

/** Whether a file is what comes of the sheet of every page after the first view, which only the website asks for. */
export const isLaterSheet = (path: string): boolean => /^assets\/later-[^/]+\.css$/.test(path);

/**
 * Links the stylesheets that a page of the website holds, or links late, from its head: whoever opens a package or a
 * copy has a near server, a strict policy, or a disk (P36). The whole sheets are those that the page has for readers
 * without scripts.
 * @param page with relative URLs; it is changed
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
