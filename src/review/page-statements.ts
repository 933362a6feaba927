import type { MdastNode } from 'satteri';
import type { Citation } from '../course/source.ts';
import { attributesOf } from '../content/mdx/mdx-file.ts';
import { componentNamed } from '../lesson/vocabulary.ts';
import type { Statement } from './statement.ts';

/**
 * The sentences of a page with the citations that stand behind each. A row of a table and a quotation
 * count as one sentence; a citation at the start of a paragraph belongs to its first sentence.
 * @param language BCP 47 tag, which decides where sentences end
 */
export function pageStatements(root: MdastNode, language: string): Statement[] {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  const found: Statement[] = [];
  const walk = (node: MdastNode): void => {
    if (node.type === 'yaml' || node.type === 'heading') return;
    if (node.type === 'tableRow') {
      const cells = node.children.map(runOf);
      const words = cells.map((cell) => tidy(cell.text)).join(' | ');
      found.push({ words, citations: cells.flatMap(({ cites }) => cites.map(({ cite }) => cite)) });
      return;
    }
    if (isComponent(node) && componentNamed(node.name ?? '')?.content === 'quotation') {
      const { text, cites } = runOf(node);
      found.push({ words: tidy(text), citations: cites.map(({ cite }) => cite) });
      return;
    }
    if (node.type === 'paragraph') found.push(...sentencesOf(runOf(node), sentences));
    else if ('children' in node) node.children.forEach(walk);
  };
  walk(root);
  return found.filter(({ words, citations }) => words !== '' || citations.length > 0);
}

/** The text of a block, and where in it citations stand. */
interface Run {
  readonly text: string;
  readonly cites: readonly { readonly cite: Citation; readonly offset: number }[];
}

function runOf(block: MdastNode): Run {
  let text = '';
  const cites: { cite: Citation; offset: number }[] = [];
  const walk = (node: MdastNode): void => {
    if (isComponent(node) && componentNamed(node.name ?? '')?.attributes['source']) {
      const { source = '', at } = attributesOf(node);
      // A citation directly follows the full stop; without a space the next sentence would not be detected.
      if (text !== '') text += ' ';
      cites.push({ cite: { source, ...(at !== undefined && { at }) }, offset: text.length });
    }
    if (node.type === 'break') text += ' ';
    else if ('children' in node) node.children.forEach(walk);
    else if ('value' in node) text += node.value;
  };
  walk(block);
  return { text, cites };
}

function sentencesOf({ text, cites }: Run, sentences: Intl.Segmenter): Statement[] {
  return [...sentences.segment(text)].map(({ segment, index }) => {
    const end = index + segment.length;
    const segmentCites = cites.filter(
      ({ offset }) => (index < offset && offset <= end) || offset + index === 0,
    );
    return { words: tidy(segment), citations: segmentCites.map(({ cite }) => cite) };
  });
}

const isComponent = (
  node: MdastNode,
): node is Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }> =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:?!)])/g, '')
    .trim();
