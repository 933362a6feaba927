import {
  defaultTreeAdapter,
  parse,
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes,
} from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

// Without scripting the content of `noscript` is parsed as elements, so that its links are found.
const options = { scriptingEnabled: false };

/** Parses a whole page as a browser without scripting does. */
export const readPage = (html: string): Document => parse(html, options);
/** The HTML of a page. */
export const writePage = (page: Document): string => serialize(page, options);

/** Every element of a page in document order, those in templates included. */
export function* elements(node: Node): Generator<Element> {
  const ahead: Node[] = [node];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    // The children are read after the caller has handled the element, because it may replace them.
    if ('tagName' in next) yield next;
    ahead.push(...childrenOf(next).toReversed());
  }
}

const childrenOf = (node: Node): readonly ChildNode[] =>
  'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];

/** The value of an attribute; undefined if the element has none of that name. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Sets an attribute; `undefined` takes it away. */
export function setAttribute(element: Element, name: string, value: string | undefined) {
  const others = element.attrs.filter((attr) => attr.name !== name);
  element.attrs = value === undefined ? others : [...others, { name, value }];
}

/** Whether an element has a class. */
export const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(' ').includes(name) === true;

/** The HTML of an element with its own tags. */
export const outerHtml = (element: Element): string => serializeOuter(element, options);

/** The text of an element and all in it. */
export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('');
}

/** Puts HTML straight after an element. */
export function insertAfter(element: Element, html: string) {
  const parent = element.parentNode;
  if (!parent) return;
  const next = parent.childNodes[parent.childNodes.indexOf(element) + 1];
  for (const node of [...parseFragment(html).childNodes]) {
    defaultTreeAdapter.detachNode(node);
    if (next) defaultTreeAdapter.insertBefore(parent, node, next);
    else defaultTreeAdapter.appendChild(parent, node);
  }
}

/** Puts HTML straight before an element. */
export function insertBefore(element: Element, html: string) {
  const parent = element.parentNode;
  if (!parent) return;
  for (const node of [...parseFragment(html, options).childNodes]) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.insertBefore(parent, node, element);
  }
}

/** Puts a text in place of all that an element holds. */
export function setText(element: Element, text: string) {
  for (const child of [...element.childNodes]) defaultTreeAdapter.detachNode(child);
  defaultTreeAdapter.insertText(element, text);
}

/** Puts an element at the end of another. */
export const append = (parent: Element, element: Element) => {
  defaultTreeAdapter.appendChild(parent, element);
};

/** Takes an element and all in it out of its page. */
export const remove = (element: Element) => {
  defaultTreeAdapter.detachNode(element);
};

/** Makes a link the plain text that it shows. */
export function unlink(element: Element) {
  element.tagName = 'span';
  element.nodeName = 'span';
  const kept = ['class', 'lang', 'dir', 'id'];
  element.attrs = element.attrs.filter(({ name }) => kept.includes(name));
}

/** Puts HTML in the place of what an element holds. */
export function replaceContent(element: Element, html: string) {
  element.childNodes = [];
  for (const node of [...parseFragment(element, html, options).childNodes]) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.appendChild(element, node);
  }
}
