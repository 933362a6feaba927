import { markdownToMdast, type MdastNode } from 'satteri';
import { markdownFeatures } from './features.ts';
import { withLiteralMarks } from './literal-marks.ts';

/** End mark, so that a trailing `#` is not parsed as the end of the heading. */
const end = ' \ue000';
const start = '# ';

/** Text of a YAML file as inline Markdown: a paragraph, in which nothing is a list, heading or table. */
export interface InlineMarkdown {
  readonly nodes: readonly MdastNode[];
  /** Text in which the positions of the nodes count. */
  readonly source: string;
}

/** Parses a paragraph. Text that looks like a list, a heading or a table stays text. */
export function parseInline(text: string): InlineMarkdown {
  // A heading is the one block that holds inline Markdown whatever it begins with.
  const source = start + text.trim().replace(/\s*\n\s*/g, ' ') + end;
  const root = markdownToMdast(source, { features: markdownFeatures });
  const [heading] = 'children' in root ? (root.children as MdastNode[]) : [];
  const nodes = heading && 'children' in heading ? (heading.children as MdastNode[]) : [];
  const trimmed = nodes.map((node) =>
    node.type === 'text' ? { ...node, value: node.value.replace(end, '') } : node,
  );
  const { children } = withLiteralMarks(
    { type: 'paragraph', children: trimmed } as Extract<MdastNode, { type: 'paragraph' }>,
    source,
  );
  return { nodes: children, source };
}
