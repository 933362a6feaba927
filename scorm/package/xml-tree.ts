import { SaxesParser } from 'saxes';

/** An element of a parsed XML document. */
export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** Values by the name as written, including its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text of the element and its descendants. */
  readonly text: string;
  readonly parent?: XmlElement;
}

/** Size limits of a document. A manifest is far below them; a hostile one must not exhaust memory or time. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Maximum number of attributes of one element. */
  readonly attributes: number;
}

const manifestLimits: XmlLimits = {
  bytes: 4 * 2 ** 20,
  depth: 100,
  elements: 50_000,
  attributes: 200,
};

/** A document that is not well-formed XML, or larger than the limits. */
export class XmlError extends Error {
  override name = 'XmlError';
  readonly line: number;
  /** The limit that the document exceeds; absent if the document is not well-formed. */
  readonly limit?: keyof XmlLimits;

  constructor(message: string, line: number, limit?: keyof XmlLimits) {
    super(message);
    this.line = line;
    if (limit) this.limit = limit;
  }
}

type Building = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & {
  children: XmlElement[];
};

/** Chunk size in characters; small, so that parsing stops soon after a limit is passed. */
const step = 2 ** 16;

/**
 * Parses a document into a tree of elements. Does not expand entities of a document type, which prevents entity
 * expansion and file access.
 * @returns its outermost element
 * @throws XmlError
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = manifestLimits): XmlElement {
  if (bytes.length > limits.bytes)
    throw new XmlError(`${bytes.length} bytes, at most ${limits.bytes} are read`, 0, 'bytes');
  const text = decodeXml(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Building | undefined;
  let count = 0;
  const tooMuch = (limit: 'depth' | 'elements' | 'attributes') => {
    throw new XmlError(`more than ${limits[limit]} (${limit})`, parser.line, limit);
  };

  parser.on('error', ({ message }) => {
    throw new XmlError(message, parser.line);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const named = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    if (named.length > limits.attributes) tooMuch('attributes');
    if (++count > limits.elements) tooMuch('elements');
    if (open.length >= limits.depth) tooMuch('depth');
    const parent = open.at(-1);
    const element: Building = {
      name: local,
      namespace: uri,
      attributes: new Map(named),
      children: [],
      text: '',
      ...(parent && { parent }),
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const append = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) append(closed.text);
  });

  for (let from = 0; from < text.length; from += step) parser.write(text.slice(from, from + step));
  parser.close();
  if (!root) throw new XmlError('no element', parser.line);
  return root;
}

/**
 * Decodes an XML document: by its byte order mark, else by its declaration, else as UTF-8 (XML 1.0, appendix F).
 * @throws XmlError if the encoding is unknown or the bytes are invalid in it
 */
function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new XmlError(`${encoding}: ${error instanceof Error ? error.message : ''}`, 1);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, the first character of a document is `<`.
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** Every descendant with that name, in any namespace, in document order. */
export function* descendants(from: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of from?.children ?? []) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** The children with that name. */
export const childrenOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter((child) => child.name === name);
