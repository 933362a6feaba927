import type { MdastNode } from 'satteri';
import type { ComponentNode, ReportShape } from './component.ts';

export type List = Extract<MdastNode, { type: 'list' }>;

/** Whether a node is a list, numbered or not. */
export const isList = (node: MdastNode | undefined): node is List => node?.type === 'list';

/** The only child of a component; undefined where it has none or several. */
export const onlyChild = ({ children }: ComponentNode): MdastNode | undefined =>
  children.length === 1 ? children[0] : undefined;

/** Makes the rule that a component holds one node of a kind and nothing else. */
export const holdsOne =
  (isRight: (node: MdastNode) => boolean, what: string, write: string) =>
  (node: ComponentNode, report: ReportShape): void => {
    const only = onlyChild(node);
    if (only === undefined || !isRight(only))
      report(`must hold ${what} and nothing else.`, `Write ${write} in it.`);
  };

/** The bold words with which a list item begins. */
export function boldStart(item: MdastNode): MdastNode | undefined {
  const paragraph = 'children' in item ? item.children[0] : undefined;
  const start = paragraph && 'children' in paragraph ? paragraph.children[0] : undefined;
  return start?.type === 'strong' ? start : undefined;
}
