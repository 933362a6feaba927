import type { MdastNode } from 'satteri';

/**
 * The main points of a module, suitable for a poster: the list at the start of its summary, without citations.
 * @param summary the tree of the summary
 * @returns inline Markdown
 */
export function summaryLines(summary: MdastNode): string[] {
  const parts = childrenOf(summary);
  const second = parts.findIndex(({ type }) => type === 'heading');
  return parts
    .slice(0, second < 0 ? undefined : second)
    .filter(({ type }) => type === 'list')
    .flatMap(childrenOf)
    .map((item) => inlineOf(item).trim());
}

const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? node.children : [];

const marks: Readonly<Record<string, string>> = { emphasis: '*', strong: '**' };

/** The words below a node with their emphasis; a component stands for nothing but what is between its tags. */
function inlineOf(node: MdastNode): string {
  if (node.type === 'text') return node.value.replace(/[\\*_`[\]<>~]/g, '\\$&');
  const mark = marks[node.type] ?? '';
  return mark + childrenOf(node).map(inlineOf).join('') + mark;
}
