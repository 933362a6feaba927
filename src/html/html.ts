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

// With scripting off, the content of `noscript` is parsed as elements, so that its links are found.
const options = { scriptingEnabled: false };

/** Parses a complete page as a browser with scripting off does. */
export const readPage = (html: string): Document => parse(html, options);
/** Serialises a page. */
export const writePage = (page: Document): string => serialize(page, options);

/** All elements of a page in document order, including those in templates. */
export function* elements(node: Node): Generator<Element> {
  const ahead: Node[] = [node];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    // The children are read after the caller has handled the element, which may replace them.
    if ('tagName' in next) yield next;
    ahead.push(...childrenOf(next).toReversed());
  }
}

const childrenOf = (node: Node): readonly ChildNode[] =>
  'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];

/** The value of an attribute; undefined if the element has none of that name. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** Sets an attribute; `undefined` removes it. */
export function setAttribute(element: Element, name: string, value: string | undefined) {
  const others = element.attrs.filter((attr) => attr.name !== name);
  element.attrs = value === undefined ? others : [...others, { name, value }];
}

/** Whether an element has a class. */
export const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(' ').includes(name) === true;

/** Serialises an element, including its own tags. */
export const outerHtml = (element: Element): string => serializeOuter(element, options);

/** The text of an element and its descendants. */
export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('');
}

/** Inserts HTML directly after an element. */
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

/** Inserts HTML directly before an element. */
export function insertBefore(element: Element, html: string) {
  const parent = element.parentNode;
  if (!parent) return;
  for (const node of [...parseFragment(html, options).childNodes]) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.insertBefore(parent, node, element);
  }
}

/** Replaces the content of an element with text. */
export function setText(element: Element, text: string) {
  for (const child of [...element.childNodes]) defaultTreeAdapter.detachNode(child);
  defaultTreeAdapter.insertText(element, text);
}

/** Appends an element to another. */
export const append = (parent: Element, element: Element) => {
  defaultTreeAdapter.appendChild(parent, element);
};

/** Removes an element with its content from its page. */
export const remove = (element: Element) => {
  defaultTreeAdapter.detachNode(element);
};

/** Turns a link into a `span` with the same content. */
export function unlink(element: Element) {
  element.tagName = 'span';
  element.nodeName = 'span';
  const kept = ['class', 'lang', 'dir', 'id'];
  element.attrs = element.attrs.filter(({ name }) => kept.includes(name));
}

/** Replaces the content of an element with HTML. */
export function replaceContent(element: Element, html: string) {
  element.childNodes = [];
  for (const node of [...parseFragment(element, html, options).childNodes]) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.appendChild(element, node);
  }
}
