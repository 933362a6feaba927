import {
  attribute,
  elements,
  hasClass,
  readPage,
  type ChildNode,
  type Document,
  type Element,
  type Node,
} from '../html/html.ts';
import type { Section } from './section.ts';

/** Furniture, form controls, and where answers are kept. */
const leftOut = new Set(
  'button details dialog fieldset footer form nav noscript script select style svg template textarea'.split(
    ' ',
  ),
);
/** Where a page stands and what it is for: the same words on many pages. */
const furniture = ['continuum', 'where', 'aims', 'choices', 'first-scene', 'shelf', 'toc'];
const leftOutRoles = new Set(['alert', 'status', 'tooltip']);
const headings = /^(?:h[2-6]|dt)$/;
const wrappers = /^(?:section|article|div|li)$/;
/** Elements that name an entry of a list. */
const names = /^(?:h[2-6]|dt|dfn|cite|strong|b|a)$/;
/** Punctuation that meets where a name or a citation was taken out of a sentence. */
const doubled = /([.,;:])(?:\s+[.,;:])+/g;
/** An address is looked up by nobody, and its parts would fill the index. */
const address = /https?:\/\/\S+/g;
/** Elements inside a line, custom ones among them; others stand apart from the words around them. */
const inline =
  /^(?:.+-.+|a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/** Pages whose words would give a case away, but for what they mark with `data-search="on"`. */
const isCase = (path: string) => /(?:^|\/)cases\//.test(path);

/**
 * The sections of a built page: what a learner sees on it before doing anything. Answers, feedback
 * and consequences are not in the index, so that a search cannot give them away.
 *
 * `data-search` on an element: `off` leaves it out (on `html`, `body` or `main`: the page), `name` on one of these
 * leaves of the page its title and its lead, `on` lets
 * in a `details` or, on the page of a case, an element; `entry` makes an element with an id a section
 * that begins with the name in it, and lets in a `details` as well.
 * @param path of the page, from the root of the site
 * @param html the whole page
 * @returns one for the start of the page, with its description, and one for each heading with an id,
 * without empty ones; none when the page is left out or has no `main`
 */
export const sectionsOf = (path: string, html: string): Section[] =>
  sectionsOfPage(path, readPage(html));

/** As `sectionsOf`, of a page that was parsed. */
export function sectionsOfPage(path: string, tree: Document): Section[] {
  const [root, body] = ['html', 'body'].map((name) =>
    find(tree, ({ tagName }) => tagName === name),
  );
  const main = body && find(body, ({ tagName }) => tagName === 'main');
  const said = [root, body, main].map((element) => element && searchOf(element));
  if (!main || said.includes('off')) return [];
  const top = find(body, ({ tagName }) => tagName === 'h1');
  const title = top ? plain(top) : '';
  const meta = find(tree, (one) => attribute(one, 'name') === 'description');
  const about = oneLine((meta && attribute(meta, 'content')) ?? '');
  if (said.includes('name')) {
    const lead = find(main, (element) => hasClass(element, 'lead'));
    return [{ href: path, title, heading: '', text: lead ? plain(lead) : '' }];
  }

  const sections: { id: string; heading: string; parts: string[] }[] = [
    { id: '', heading: '', parts: [] },
  ];
  let name: Element | undefined;
  const walk = (nodes: readonly ChildNode[], isSeen: boolean, wrapper: string) => {
    for (const node of nodes) {
      if ('value' in node) {
        if (isSeen) sections.at(-1)?.parts.push(node.value);
      } else if (node === name) {
        // An entry begins at its name, as any section begins at its heading.
        sections.at(-1)?.parts.splice(0);
      } else if ('tagName' in node && node !== top && !isLeftOut(node)) {
        const { tagName, childNodes } = node;
        const own = attribute(node, 'id');
        const anchor = own ?? wrapper;
        const sees = isSeen || searchOf(node) === 'on';
        const isNew = sections.every((section) => section.id !== anchor);
        if (headings.test(tagName) && anchor && isNew && sees) {
          sections.push({ id: anchor, heading: plain(node), parts: [] });
          continue;
        }
        const isEntry = searchOf(node) === 'entry' && own !== undefined && sees;
        if (isEntry) {
          name = find(node, (one) => one !== node && names.test(one.tagName));
          sections.push({ id: own, heading: name ? plain(name) : '', parts: [] });
        }
        // A citation stands apart by its look alone.
        const space = inline.test(tagName) && !isCitation(node) ? '' : ' ';
        sections.at(-1)?.parts.push(space);
        walk(childNodes, sees, isEntry ? '' : wrappers.test(tagName) ? (own ?? wrapper) : wrapper);
        sections.at(-1)?.parts.push(space);
      }
    }
  };
  walk(main.childNodes, !isCase(path), '');

  return sections
    .map(({ id, heading, parts }) => ({
      href: id ? `${path}#${id}` : path,
      title,
      heading,
      text: oneLine(parts.join('')),
      ...(!id && about !== '' && { about }),
    }))
    .filter(({ heading, text }, i) => i === 0 || heading !== '' || text !== '');
}

const isCitation = (element: Element) => hasClass(element, 'cite');

const searchOf = (element: Element) => attribute(element, 'data-search');

function isLeftOut(element: Element): boolean {
  const search = searchOf(element);
  return (
    search === 'off' ||
    (furniture.some((name) => hasClass(element, name)) && search !== 'on') ||
    (leftOut.has(element.tagName) && search !== 'on' && search !== 'entry') ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'popover') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    leftOutRoles.has(attribute(element, 'role') ?? '')
  );
}

function find(within: Node, isIt: (element: Element) => boolean): Element | undefined {
  for (const element of elements(within)) if (isIt(element)) return element;
  return undefined;
}

/** The words of an element in one line. */
const plain = (element: Element): string => oneLine(wordsIn(element));

const wordsIn = (element: Element): string =>
  element.childNodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node) || isLeftOut(node)) return '';
      return inline.test(node.tagName) ? wordsIn(node) : ` ${wordsIn(node)} `;
    })
    .join('');

const oneLine = (text: string) =>
  text
    .replace(address, ' ')
    .replace(/\s+/g, ' ')
    .replace(doubled, '$1')
    .replace(/^[ .,;:]+|\s+$/g, '');
