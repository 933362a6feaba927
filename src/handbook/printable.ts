import {
  append,
  attribute,
  elements,
  hasClass,
  remove,
  setAttribute,
  textOf,
  type Element,
} from '../html/html.ts';

/** Interactive elements and their content, which are useless on paper and e-readers. */
const acting = ['button', 'input', 'option', 'script', 'style', 'template', 'noscript', 'textarea'];

/** Plain replacements for elements made for a browser, by name. */
const plain: Readonly<Record<string, readonly [name: string, added?: string]>> = {
  'check-question': ['div'],
  form: ['div'],
  fieldset: ['div'],
  legend: ['p', 'asked-for'],
  label: ['span'],
  data: ['span'],
  select: ['span', 'blank'],
  'fill-in': ['span', 'blank'],
  'own-notes': ['div', 'own-lines'],
  details: ['div', 'unfolded'],
  summary: ['p', 'label'],
  article: ['div'],
  footer: ['div', 'small'],
};

/** Attributes that are kept because the content needs them. Those of drawings are all kept. */
const kept = [
  ...['id', 'class', 'href', 'lang', 'dir', 'colspan', 'rowspan', 'scope', 'start'],
  // The name of the column, for a cell that is stacked on a phone.
  'data-label',
];

/**
 * Makes an element of a page printable, in place: questions become printed questions, folds are opened, and interactive
 * elements are removed.
 * @throws if it contains a picture other than a drawing, which a handbook does not support
 */
export function makePrintable(root: Element): void {
  for (const element of [...elements(root)])
    if (isForScreen(element)) remove(element);
    else if (hasClass(element, 'cite')) joinParagraph(element);
  for (const element of [...elements(root)]) {
    if (element.tagName === 'img') throw new Error('a handbook holds drawings, not other pictures');
    if (element.namespaceURI.endsWith('/svg'))
      element.attrs = element.attrs.filter(({ name }) => !/^(?:data-|focusable$)/.test(name));
    else makePlain(element);
  }
}

/** Moves a citation that stands alone below a paragraph to the end of that paragraph. */
function joinParagraph(citation: Element): void {
  const parent = citation.parentNode;
  if (parent === null || !('tagName' in parent) || parent.tagName === 'p') return;
  const before = parent.childNodes
    .slice(0, parent.childNodes.indexOf(citation))
    .findLast((node) => !('value' in node) || node.value.trim() !== '');
  if (before === undefined || !('tagName' in before) || before.tagName !== 'p') return;
  remove(citation);
  append(before, citation);
}

function makePlain(element: Element): void {
  const isNumber = element.tagName === 'input';
  const [name, added] = isNumber ? (['span', 'blank'] as const) : (plain[element.tagName] ?? []);
  if (name !== undefined) {
    element.tagName = name;
    element.nodeName = name;
  }
  if (added !== undefined) addClass(element, added);
  if (hasClass(element, 'own-lines') || hasClass(element, 'blank')) element.childNodes = [];
  // A wide table scrolls on a small screen, so it must stay focusable.
  const scrolls = hasClass(element, 'scroll');
  element.attrs = element.attrs.filter(
    ({ name }) => kept.includes(name) || (scrolls && name === 'tabindex'),
  );
  if (isCitations(element)) addClass(element, citationLine);
}

/** Class of a paragraph that consists of citations only. */
export const citationLine = 'cited';

function isCitations({ tagName, childNodes }: Element): boolean {
  const visible = childNodes.filter((node) => !('value' in node) || node.value.trim() !== '');
  return (
    tagName === 'p' &&
    visible.length > 0 &&
    visible.every((node) => 'tagName' in node && hasClass(node, 'cite'))
  );
}

const addClass = (element: Element, name: string) =>
  setAttribute(element, 'class', [attribute(element, 'class'), name].filter(Boolean).join(' '));

function isForScreen(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'input') return attribute(element, 'inputmode') === undefined;
  if (tagName === 'own-notes') return false;
  return (
    acting.includes(tagName) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'role') === 'status' ||
    hasClass(element, 'on-screen') ||
    hasClass(element, 'to-key') ||
    isWayOn(element) ||
    isHintOfForm(element)
  );
}

/** Whether an element is a question's hint on how to answer on screen. */
const isHintOfForm = (element: Element): boolean =>
  hasClass(element, 'small') &&
  element.parentNode !== null &&
  'tagName' in element.parentNode &&
  element.parentNode.tagName === 'form';

/** A paragraph in a section that consists of a link to an interactive page of the course. */
function isWayOn({ tagName, childNodes, parentNode }: Element): boolean {
  const [only, more] = childNodes;
  return (
    tagName === 'p' &&
    parentNode !== null &&
    'tagName' in parentNode &&
    parentNode.tagName === 'section' &&
    more === undefined &&
    only !== undefined &&
    'tagName' in only &&
    only.tagName === 'a' &&
    !hasClass(only, 'cite') &&
    textOf(only) !== ''
  );
}
