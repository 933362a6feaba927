import { attribute, elements, type Document, type Element } from '../../src/html/html.ts';

/** One URL as written in a file. */
export interface Reference {
  /** Place in the file, such as `img src`, for messages. */
  readonly place: string;
  readonly url: string;
  /**
   * `link`: followed by the reader; `resource`: loaded with the page; `data`: a value of a `data-`
   * attribute that may be a URL a script uses.
   */
  readonly use: 'link' | 'resource' | 'data';
  /** The element that contains it; absent in style sheets. */
  readonly element?: Element;
}

/** Target of a URL. */
export type Target =
  | { to: 'file'; path: string }
  | { to: 'same-page' }
  /** Another host, or the reader's mail or telephone. */
  | { to: 'outside'; scheme: string }
  /** A place that exists only at the root of a host, or above the package. */
  | { to: 'root' };

const urlAttributes = [
  'href',
  'xlink:href',
  'src',
  'poster',
  'data',
  'action',
  'formaction',
  'background',
];
const lists = ['srcset', 'imagesrcset'];
const linkElements = ['a', 'area', 'form', 'button', 'input'];
// Values of `rel` for which a browser loads no file.
const namedOnly = [
  'canonical',
  'alternate',
  'license',
  'author',
  'next',
  'prev',
  'up',
  'index',
  'contents',
  'help',
  'search',
];

/** Every URL of a page, or of an element and its descendants. */
export function pageReferences(page: Document | Element): Reference[] {
  return [...elements(page)].flatMap((element) => {
    const use = useOf(element);
    return element.attrs.flatMap(({ name, value, prefix }): Reference[] => {
      const attr = prefix ? `${prefix}:${name}` : name;
      const place = `${element.tagName} ${attr}`;
      if (urlAttributes.includes(attr)) return [{ place, url: value.trim(), use, element }];
      if (lists.includes(attr))
        return value
          .split(',')
          .map((part) => ({ place, url: part.trim().split(/\s+/)[0] ?? '', use, element }));
      if (attr.startsWith('data-')) return [{ place, url: value.trim(), use: 'data', element }];
      return [];
    });
  });
}

function useOf(element: Element): 'link' | 'resource' {
  if (linkElements.includes(element.tagName)) return 'link';
  if (element.tagName !== 'link') return 'resource';
  const rel = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  return rel.every((word) => namedOnly.includes(word)) ? 'link' : 'resource';
}

/** Every URL of a style sheet: `url()` and `@import` (CSS Syntax Level 3, section 4.3.6). */
export function styleReferences(css: string): Reference[] {
  const plain = css.replace(/\/\*.*?\*\//gs, ' ');
  const found = plain.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi,
  );
  return [...found].map(([text, ...urls]) => ({
    place: text.startsWith('@') ? '@import' : 'url()',
    url: urls.find(Boolean) ?? '',
    use: 'resource',
  }));
}

/**
 * Resolves the target of a URL.
 * @param from path in the package of the file that contains the URL
 */
export function targetOf(url: string, from: string): Target {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme) return { to: 'outside', scheme };
  if (url.startsWith('//')) return { to: 'outside', scheme: 'https' };
  if (/^[/\\]/.test(url)) return { to: 'root' };
  const path = url.replace(/[?#].*$/s, '');
  if (path === '') return { to: 'same-page' };
  const segments = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return { to: 'root' };
    if (segment !== '..' && segment !== '.') segments.push(decoded(segment));
  }
  return { to: 'file', path: segments.join('/') };
}

function decoded(segment: string) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The relative URL from one file of the package to another. */
export function urlTo(path: string, from: string): string {
  const source = from.split('/').slice(0, -1);
  const goal = path.split('/');
  let shared = 0;
  while (shared < source.length && shared < goal.length - 1 && source[shared] === goal[shared])
    shared += 1;
  return [...source.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/');
}
