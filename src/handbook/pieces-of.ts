import { attribute, hasClass, textOf, type ChildNode, type Element } from '../html/html.ts';
import { escapeXml } from '../html/escape.ts';
import type { Piece } from './piece.ts';
import { citationLine } from './printable.ts';

/** Source page of the content, and the prefix of its ids. */
interface Origin {
  /** Path of the page, relative to the site. */
  readonly page: string;
  /** Prefix of every id, so that no two chapters share one. */
  readonly key: string;
}

/** The handbook id for an id of a chapter. */
export const ownId = (key: string, id: string): string => `${key}--${id}`;

/** Converts printable content to pieces; adjacent strings are joined. */
export function piecesOf(nodes: readonly ChildNode[], origin: Origin): Piece[] {
  const joined: Piece[] = [];
  for (const piece of nodes.flatMap((node) => nodePieces(node, origin))) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

function nodePieces(node: ChildNode, origin: Origin): Piece[] {
  if ('value' in node) return [escapeXml(node.value)];
  if (!('tagName' in node)) return [];
  if (isDrawing(node)) return elementPieces(node, origin);
  return node.tagName === 'a' ? linkPieces(node, origin) : elementPieces(node, origin);
}

const isDrawing = ({ namespaceURI }: Element) => namespaceURI.endsWith('/svg');

/** Void elements of HTML. */
const empty = ['br', 'hr', 'wbr', 'col'];

function elementPieces(element: Element, origin: Origin): Piece[] {
  const { tagName: name } = element;
  const namespace = name === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const written = element.attrs.map((one) => {
    const full = one.prefix ? `${one.prefix}:${one.name}` : one.name;
    return ` ${full}="${escapeXml(ownValue(full, one.value, origin.key))}"`;
  });
  const attributes = namespace + written.join('');
  const pieces = piecesOf(element.childNodes, origin);
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level !== undefined) return [{ kind: 'heading', level: Number(level), attributes, pieces }];
  const isEmpty = isDrawing(element) ? pieces.length === 0 : empty.includes(name);
  if (isEmpty) return [`<${name}${attributes}/>`];
  return [`<${name}${attributes}>`, ...pieces, `</${name}>`];
}

function ownValue(name: string, value: string, key: string): string {
  if (name === 'id') return ownId(key, value);
  const isWithin = /^(?:xlink:)?href$/.test(name) && value.startsWith('#');
  if (isWithin) return `#${ownId(key, value.slice(1))}`;
  if (/^aria-(?:labelledby|describedby)$/.test(name))
    return value.replace(/[^ ]+/g, (id) => ownId(key, id));
  if (!value.includes('url(#')) return value;
  return value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ownId(key, id)})`);
}

function linkPieces(link: Element, origin: Origin): Piece[] {
  const { page, id } = placeOf(attribute(link, 'href') ?? '', origin.page);
  if (page === undefined) return elementPieces(link, origin);
  if (hasClass(link, 'cite')) return citationPieces(link, id);
  const pieces = piecesOf(link.childNodes, origin);
  return /^[^/]+\/glossary\.html$/.test(page) && id !== ''
    ? [{ kind: 'term', id, pieces }]
    : [{ kind: 'link', page, id, pieces }];
}

/** A host that no link leads to. */
const noHost = 'https://course.invalid/';

/**
 * The course page and the place on it that a link leads to; without a page if the link leaves the course or stays on
 * its own page.
 */
function placeOf(href: string, from: string): { readonly page?: string; readonly id: string } {
  if (href.startsWith('#') || !URL.canParse(href, noHost + from)) return { id: '' };
  const { href: whole, pathname, hash } = new URL(href, noHost + from);
  return whole.startsWith(noHost)
    ? { page: pathname.slice(1), id: decodeURIComponent(hash.slice(1)) }
    : { id: '' };
}

/** A citation; in a line of citations only, the cited place is written out before it. */
function citationPieces(link: Element, source: string): Piece[] {
  const words = textOf(link).trim();
  const parent = link.parentNode;
  const isAlone = parent !== null && 'tagName' in parent && hasClass(parent, citationLine);
  const before = followsCitation(link) ? (isAlone ? '; ' : '<span class="between">,</span>') : '';
  return [before + (isAlone ? escapeXml(words) : ''), { kind: 'citation', source, words }];
}

/** Whether a citation directly follows another one. */
function followsCitation(link: Element): boolean {
  const siblings = link.parentNode?.childNodes ?? [];
  const before = siblings
    .slice(0, siblings.indexOf(link))
    .findLast((node) => !('value' in node) || node.value.trim() !== '');
  return before !== undefined && 'tagName' in before && hasClass(before, 'cite');
}
