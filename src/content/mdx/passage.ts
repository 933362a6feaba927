import type { MdastNode } from 'satteri';
import { LineCounter, parseDocument, visit } from 'yaml';
import { mdxTree } from './mdx-tree.ts';

/** A run of words that a reader meets, with its place in the file an author wrote. */
export interface Passage {
  /** Path below `content/`. */
  readonly file: string;
  /** First line of the passage in the file. */
  readonly line: number;
  /** The words, markup taken out. */
  readonly text: string;
  /** The same passage as it stands in the file, from `line` on. */
  readonly raw: string;
  /** `prose` the course's own words; `quotation` those of a law or another text; `name` that of a file. */
  readonly kind: 'prose' | 'quotation' | 'name';
}

/**
 * Every passage of a file that authors write: MDX, YAML or SVG, and the file's own name.
 * @param text the whole file
 * @param file its path below `content/`; the ending says how it is read
 */
export function passagesOf(text: string, file: string): Passage[] {
  const name: Passage = { file, line: 1, text: spaced(file), raw: '', kind: 'name' };
  if (file.endsWith('.mdx')) return [name, ...mdxPassages(text, file)];
  if (/\.ya?ml$/.test(file)) return [name, ...yamlPassages(text, file)];
  if (file.endsWith('.svg')) return [name, ...svgPassages(text, file)];
  return [name];
}

/** Line of the file on which a match in a passage's text stands. */
export function lineOfMatch({ text, raw, line }: Passage, index: number): number {
  // Markup shifts the letters, so the same word is counted off in the file.
  const word = /^\S+/.exec(text.slice(index))?.[0] ?? '';
  if (word === '') return line;
  const before = text.slice(0, index).split(word).length - 1;
  let found = -1;
  for (let n = 0; n <= before; n++) {
    const next = raw.indexOf(word, found + 1);
    if (next < 0) break;
    found = next;
  }
  return line + (found < 0 ? 0 : raw.slice(0, found).split('\n').length - 1);
}

const spaced = (name: string) => name.replace(/\.[a-z]+$/, '').replace(/[-_/]+/g, ' ');

/** All words below a node; a component stands for nothing but what is between its tags. */
export const wordsBelow = (node: MdastNode): string =>
  'children' in node
    ? node.children.map(wordsBelow).join('')
    : node.type === 'break'
      ? '\n'
      : 'value' in node && node.type !== 'yaml'
        ? node.value
        : '';

/** Attributes whose value a reader sees. */
const shown = ['title', 'caption'];

function mdxPassages(source: string, file: string): Passage[] {
  const { root } = mdxTree(source);
  // What cannot be read is told by readMdx.
  if (root === undefined) return [];
  const lines = source.split('\n');
  const found: Passage[] = [];
  const rawOf = (node: MdastNode) => {
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
    return { line: start.line, raw: lines.slice(start.line - 1, end.line).join('\n') };
  };
  const walk = (node: MdastNode, kind: 'prose' | 'quotation'): void => {
    if (node.type === 'yaml') {
      // The front matter starts one line below its dashes.
      found.push(...yamlPassages(node.value, file, 1).filter(({ kind }) => kind === 'prose'));
      return;
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const quoted = node.name === 'Law' ? 'quotation' : kind;
      for (const attribute of node.attributes)
        if (
          attribute.type === 'mdxJsxAttribute' &&
          typeof attribute.value === 'string' &&
          shown.includes(attribute.name)
        )
          found.push({ file, ...rawOf(node), text: attribute.value, kind });
      // Words inside one line of text belong to the paragraph around them.
      if (node.type === 'mdxJsxFlowElement') for (const child of node.children) walk(child, quoted);
      return;
    }
    if (node.type === 'blockquote') {
      for (const child of node.children) walk(child, 'quotation');
      return;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const text = wordsBelow(node);
      if (text.trim() !== '') found.push({ file, ...rawOf(node), text, kind });
      return;
    }
    if ('children' in node) for (const child of node.children) walk(child, kind);
  };
  walk(root, 'prose');
  return found;
}

/** Keys whose values are names for the machine; `also` lists the names under which people search. */
const unread =
  'id also url source when checked date version at goto sets objective objectives'.split(' ');
/** Keys of a bibliography that repeat the words of others. */
const ofOthers = ['title', 'container', 'authors', 'short', 'at'];

function yamlPassages(source: string, file: string, lineBefore = 0): Passage[] {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const found: Passage[] = [];
  visit(document, {
    Pair(_, { key }) {
      const name = keyOf(key);
      if (unread.includes(name)) return visit.SKIP;
      if (file === 'sources.yaml' && ofOthers.includes(name)) return visit.SKIP;
      return undefined;
    },
    Scalar(key, { value, range }) {
      if (key === 'key' || typeof value !== 'string' || !range) return;
      const start = counter.linePos(range[0]).line;
      found.push({
        file,
        line: lineBefore + start,
        text: value,
        raw: source.slice(range[0], range[1]),
        kind: 'prose',
      });
    },
  });
  return found;
}

const keyOf = (node: unknown): string =>
  typeof node === 'object' && node !== null && 'value' in node ? String(node.value) : '';

/** Words drawn in an SVG: its labels, and title and description where it has them. */
function svgPassages(source: string, file: string): Passage[] {
  return [...source.matchAll(/<(text|title|desc)\b[^>]*>(.*?)<\/\1>/gs)].map((match) => ({
    file,
    line: source.slice(0, match.index).split('\n').length,
    text: (match[2] ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    raw: match[0],
    kind: 'prose' as const,
  }));
}
