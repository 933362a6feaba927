import type { MdastNode } from 'satteri';

type Marked = Extract<MdastNode, { type: 'emphasis' | 'strong' | 'delete' }>;

const isMarked = (node: MdastNode): node is Marked =>
  node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';

/**
 * The characters around a node that Markdown parses as emphasis or deletion but the author meant literally:
 * stars beside digits, as in `2*5 mg and 3*5 mg`, stars within two words, and single tildes, as in `5~10 days,
 * at most 20~30`.
 * @returns undefined for what is emphasis or deletion
 */
export function literalMark(node: MdastNode, source: string): string | undefined {
  if (!isMarked(node) || node.position === undefined) return undefined;
  const { start, end } = node.position;
  const from = start.offset ?? 0;
  const to = end.offset ?? 0;
  const mark = /^([*_~])\1*/.exec(source.slice(from, to))?.[0] ?? '';
  if (node.type === 'delete') return mark === '~' ? mark : undefined;
  if (!mark.startsWith('*')) return undefined;
  const width = node.type === 'strong' ? 2 : 1;
  const [before, after] = [source[from - 1] ?? ' ', source[to] ?? ' '];
  const words = source.slice(from + width, to - width);
  const isBesideDigit = /\d/.test(before) || /\d/.test(after);
  const isWithinWords =
    /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) && /\s/.test(words);
  return isBesideDigit || isWithinWords ? '*'.repeat(width) : undefined;
}

/** A tree in which literal marks are text. */
export function withLiteralMarks<T extends MdastNode>(node: T, source: string): T {
  if (!('children' in node)) return node;
  const children = (node.children as MdastNode[]).flatMap((child): MdastNode[] => {
    const node = withLiteralMarks(child, source);
    const mark = literalMark(node, source);
    if (mark === undefined || !('children' in node)) return [node];
    const text = { type: 'text', value: mark } as MdastNode;
    return [text, ...(node.children as MdastNode[]), text];
  });
  return { ...node, children };
}
