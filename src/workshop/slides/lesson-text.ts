import {
  type ChildNode,
  type Element,
  elements,
  hasClass,
  type Node,
  textOf,
} from '../../html/html.ts';
import type { Shown } from './slide.ts';

/** Kind of a piece of a lesson, by the author's markup. */
export type Mark = Shown | 'heading' | 'paragraph' | 'list';

const byClass: readonly (readonly [string, Mark])[] = [
  ['drawing', 'figure'],
  ['compare', 'table'],
  ['tree', 'tree'],
  ['steps', 'steps'],
  ['checklist', 'steps'],
  ['slide-question', 'question'],
  ['note', 'passage'],
  ['law', 'passage'],
];

/** The kind of a piece of a rendered lesson; undefined for a piece that makes no slide. */
export function markOf(element: Element): Mark | undefined {
  const named = byClass.find(([name]) => hasClass(element, name));
  if (named) return named[1];
  switch (element.tagName) {
    case 'h2':
    case 'h3':
      return 'heading';
    case 'p':
      return 'paragraph';
    case 'ul':
    case 'ol':
      return 'list';
    case 'table':
      return 'table';
    default:
      return undefined;
  }
}

/**
 * The text of an element, with white space collapsed. A source that is cited after a sentence stands in brackets
 * before its full stop.
 */
export const plain = (node: Node): string =>
  markedText(node)
    .replace(/\s+/g, ' ')
    .replace(/([.?!]?) ?\uE000 ?(.*?) ?\uE001/g, ' ($2)$1')
    .trim();

/** The text of an element, with each cited source between two characters of private use. */
function markedText(node: Node): string {
  if (!('childNodes' in node)) return textOf(node);
  const text = node.childNodes.map(markedText).join('');
  return 'tagName' in node && hasClass(node, 'cite') ? `\uE000${text}\uE001` : text;
}

/** Elements directly below a node. */
export const childElements = (node: { readonly childNodes: readonly ChildNode[] }): Element[] =>
  node.childNodes.filter((child): child is Element => 'tagName' in child);

/** Every element of a name below a node, in document order. */
export const within = (node: Node, ...names: readonly string[]): Element[] =>
  [...elements(node)].filter(({ tagName }) => names.includes(tagName));

/** The bold words that a paragraph or list item starts with like a heading, such as "Evidence."; may be empty. */
export function runInHead(element: Element): string {
  const [first] = element.childNodes.filter((child) => plain(child) !== '');
  if (first === undefined || !('tagName' in first)) return '';
  if (first.tagName === 'p') return runInHead(first);
  const head = first.tagName === 'strong' ? plain(first) : '';
  return /[.?!]$/.test(head) ? head : '';
}

/**
 * The first sentences of a text, by the sentence boundaries of its language (Unicode UAX 29). If the result would end
 * inside quotation marks or brackets, it is extended by further sentences.
 * @param least minimum number of characters; a shorter result is extended too
 */
export function firstSentences(text: string, count: number, language: string, least = 0): string {
  const parts = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  let taken = '';
  for (const [place, { segment }] of parts.entries()) {
    if (place >= count && taken.length >= least && isClosed(taken)) break;
    taken += segment;
  }
  return taken.trim();
}

const isClosed = (text: string): boolean =>
  ['“”', '«»', '()'].every(
    ([open = '', close = '']) => text.split(open).length <= text.split(close).length,
  );
