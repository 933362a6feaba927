import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { componentNamed } from '../../lesson/vocabulary.ts';
import { mdxTree } from './mdx-tree.ts';
import { wordsBelow } from '../../lesson/words-below.ts';

/** A component as an author used it. */
export interface ComponentUse {
  readonly name: string;
  /** Attributes with literal text values, regardless of quotes and order. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The body of an MDX file, parsed once for all uses. */
export interface MdxFile {
  /** Absent if the body cannot be parsed at all; its references are then unknown. */
  readonly root?: MdastNode;
  /** Components of the registry, in the order in which they stand. */
  readonly uses: readonly ComponentUse[];
  /** Addresses that links lead to. */
  readonly links: readonly { readonly url: string; readonly line: number }[];
  /** Ids of the headings, as the page will have them. */
  readonly headings: readonly string[];
  /** Words of running text, without front matter and components' attributes. */
  readonly words: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses the body of an MDX file. Never throws.
 * @param source text of the file
 * @param file path below the content folder, for the diagnostics
 */
export function readMdx(source: string, file: string): MdxFile {
  const { root, mistakes } = mdxTree(source);
  const diagnostics = mistakes.map((mistake) => ({ rule: 'mdx-syntax', file, ...mistake }));
  if (root === undefined) return { uses: [], links: [], headings: [], words: 0, diagnostics };
  const uses: ComponentUse[] = [];
  const links: { url: string; line: number }[] = [];
  const headings: string[] = [];
  // As `@astrojs/markdown-satteri` makes them.
  const slugger = new Slugger();
  let words = 0;
  const visit = (node: MdastNode): void => {
    if (node.type === 'text')
      words += node.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (node.type === 'link' || node.type === 'definition')
      links.push({ url: node.url, line: node.position?.start.line ?? 1 });
    if (node.type === 'heading') headings.push(slugger.slug(wordsBelow(node)));
    if (
      (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
      componentNamed(node.name ?? '')
    )
      uses.push({
        name: node.name ?? '',
        attributes: attributesOf(node),
        line: node.position?.start.line ?? 1,
      });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { root, uses, links, headings, words, diagnostics };
}

/** Attributes of a component that are written as text. */
export const attributesOf = (
  node: Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
): Record<string, string> =>
  Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
