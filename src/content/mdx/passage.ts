import type { MdastNode } from 'satteri';
import type { DrawingElement } from '../../lesson/Figure/drawing-element.ts';
import type { YamlText } from '../diagnostics/yaml-text.ts';
import type { Drawing } from '../files/drawing.ts';
import type { MdxFile } from './mdx-file.ts';
import { componentNamed } from '../../lesson/vocabulary.ts';
import { wordsBelow } from '../../lesson/words-below.ts';

/** A run of words that readers see, with its position in the author's file. */
export interface Passage {
  /** Path below the content folder. */
  readonly file: string;
  /** First line of the passage in the file. */
  readonly line: number;
  /** The words, markup taken out; of YAML as it was written. */
  readonly text: string;
  /** The same passage as it stands in the file, from `line` on. */
  readonly raw: string;
  /** `prose` the course's own words; `quotation` those of a law or another text; `name` that of a file. */
  readonly kind: 'prose' | 'quotation' | 'name';
  /** Name of its field, for a text of a YAML file or of front matter. */
  readonly field?: string;
}

/** The fields of a file that are needed to find its passages (`SourceFile`). */
interface ParsedFile {
  readonly path: string;
  readonly text: string | undefined;
  readonly yaml: YamlText | undefined;
  readonly mdx: MdxFile;
  readonly drawing: Drawing;
}

/** Every passage of a file that authors write: MDX, YAML or SVG, and the file's own name. */
export function passagesIn(file: ParsedFile): Passage[] {
  const { path } = file;
  const name: Passage = { file: path, line: 1, text: spaced(path), raw: '', kind: 'name' };
  if (path.endsWith('.mdx')) return [name, ...yamlPassages(file.yaml), ...mdxPassages(file)];
  if (/\.ya?ml$/.test(path)) return [name, ...yamlPassages(file.yaml)];
  if (path.endsWith('.svg')) return [name, ...svgPassages(file)];
  return [name];
}

/** Line of the file on which a match in a passage's text stands. */
export function lineOfMatch({ text, raw, line }: Passage, index: number): number {
  // Markup shifts the positions, so the n-th occurrence of the word is located in the file.
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

function mdxPassages({ path: file, text = '', mdx: { root } }: ParsedFile): Passage[] {
  // Parse errors are reported by the parser.
  if (root === undefined) return [];
  const lines = text.split('\n');
  const found: Passage[] = [];
  const rawOf = (node: MdastNode) => {
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
    return { line: start.line, raw: lines.slice(start.line - 1, end.line).join('\n') };
  };
  const walk = (node: MdastNode, kind: 'prose' | 'quotation'): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const component = componentNamed(node.name ?? '');
      for (const attribute of node.attributes)
        if (
          attribute.type === 'mdxJsxAttribute' &&
          typeof attribute.value === 'string' &&
          component?.attributes[attribute.name]?.kind === 'text'
        )
          found.push({ file, ...rawOf(node), text: attribute.value, kind });
      // Words inside one line of text belong to the paragraph around them.
      const within = component?.content === 'quotation' ? 'quotation' : kind;
      if (node.type === 'mdxJsxFlowElement') for (const child of node.children) walk(child, within);
      return;
    }
    if (node.type === 'blockquote') {
      for (const child of node.children) walk(child, 'quotation');
      return;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const words = wordsBelow(node);
      if (words.trim() !== '') found.push({ file, ...rawOf(node), text: words, kind });
      return;
    }
    if ('children' in node) for (const child of node.children) walk(child, kind);
  };
  walk(root, 'prose');
  return found;
}

function yamlPassages(yaml: YamlText | undefined): Passage[] {
  if (yaml === undefined) return [];
  const { file, source } = yaml;
  return yaml.words.map(({ text, field, line, start, end }) => ({
    ...{ file, line, text, raw: source.slice(start, end), kind: 'prose', field },
  }));
}

/** Words drawn in an SVG: its labels, and title and description where it has them. */
function svgPassages({ path, drawing: { root } }: ParsedFile): Passage[] {
  const found: Passage[] = [];
  const visitElement = (element: DrawingElement) => {
    if (['text', 'title', 'desc'].includes(element.name)) {
      const text = textOf(element).replace(/\s+/g, ' ').trim();
      found.push({ file: path, line: element.line, text, raw: text, kind: 'prose' });
    } else for (const child of element.children) if (typeof child !== 'string') visitElement(child);
  };
  if (root) visitElement(root);
  return found;
}

const textOf = ({ children }: DrawingElement): string =>
  children.map((child) => (typeof child === 'string' ? child : ` ${textOf(child)} `)).join('');
