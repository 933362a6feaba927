import type { MdastNode } from 'satteri';

/** All words below a node; a component stands for nothing but what is between its tags. */
export const wordsBelow = (node: MdastNode): string =>
  'children' in node
    ? node.children.map(wordsBelow).join('')
    : node.type === 'break'
      ? '\n'
      : 'value' in node && node.type !== 'yaml'
        ? node.value
        : '';
