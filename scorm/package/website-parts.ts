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
 * Scripts that a page of the website asks for, and one of a package never: the shell keeps what `unite` keeps,
 * and a citation leads to the list of sources, which is in the package anyway.
 */
const scripts = ['data-unite', 'data-sources'];

/** Whether a file is of use to the website alone. */
export const isOfWebsite = (path: string): boolean =>
  /^assets\/(?:unite\.js$|unite-|later-|sources-|share\b|touch-icon|workshop-)/.test(path);

/**
 * Takes from a page what says nothing inside a package: descriptions for search engines and for those who
 * share a link, links at the foot to pages that stay on the website, and
 * whatever is marked `data-website`.
 * @param page after its links were moved
 */
export function removeWebsiteParts(page: Document): void {
  for (const element of [...elements(page)]) {
    for (const name of scripts) setAttribute(element, name, undefined);
    if (isWebsitePart(element)) remove(element);
  }
}

const isWebsitePart = (element: Element): boolean =>
  attribute(element, 'data-website') !== undefined ||
  // Nobody puts the page of a platform's frame on the first screen of a phone.
  attribute(element, 'rel') === 'apple-touch-icon' ||
  (element.tagName === 'meta' && isForSharing(element)) ||
  isLinkThatWas(element);

const isForSharing = (element: Element) =>
  attribute(element, 'name') === 'description' ||
  /^(?:og|twitter|article):/.test(
    attribute(element, 'property') ?? attribute(element, 'name') ?? '',
  );

/** An entry of the list at the foot of a page that is a link no more. */
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
