import {
  attribute,
  elements,
  hasClass,
  remove,
  setAttribute,
  textOf,
  type Document,
  type Element,
} from '../../src/html/html.ts';

/**
 * Attributes by which a page of the website loads scripts that a package does not need: the shell replaces
 * `unite`, and a citation links to the list of sources, which is in every package.
 */
const scripts = ['data-unite', 'data-sources'];

/** Whether only the website uses a file. */
export const isOfWebsite = (path: string): boolean =>
  /^assets\/(?:unite\.js$|unite-|later-|sources-|share\b|touch-icon|workshop-)/.test(path);

/**
 * Removes the parts of a page that have no use in a package: metadata for search engines and link previews, footer
 * links to website-only pages, and every element marked `data-website`.
 * @param page the page with its links already moved
 */
export function removeWebsiteParts(page: Document): void {
  for (const element of [...elements(page)]) {
    for (const name of scripts) setAttribute(element, name, undefined);
    if (isWebsitePart(element)) remove(element);
  }
}

const isWebsitePart = (element: Element): boolean =>
  attribute(element, 'data-website') !== undefined ||
  // A page in an LMS frame is never added to a home screen.
  attribute(element, 'rel') === 'apple-touch-icon' ||
  (element.tagName === 'meta' && isForSharing(element)) ||
  isLinkThatWas(element);

const isForSharing = (element: Element) =>
  attribute(element, 'name') === 'description' ||
  /^(?:og|twitter|article):/.test(
    attribute(element, 'property') ?? attribute(element, 'name') ?? '',
  );

/** Whether an element is a footer entry that has lost its link. */
function isLinkThatWas(element: Element): boolean {
  const list = element.parentNode;
  const foot = list && 'parentNode' in list ? list.parentNode : undefined;
  return (
    element.tagName === 'li' &&
    foot !== null &&
    foot !== undefined &&
    'tagName' in foot &&
    hasClass(foot, 'foot') &&
    [...elements(element)].every(({ tagName }) => tagName !== 'a') &&
    textOf(element).trim() !== ''
  );
}
