import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastNode, MdastPluginDefinition, MdastPluginList } from 'satteri';
import { typographyOf, type Typography } from '../typography/languages.ts';
import { applyEdits, typographicEdits } from '../typography/typographic-edits.ts';
import { literalMark } from './literal-marks.ts';

/** Plugins that change the Markdown of a page before it is rendered, as `parseInline` does for YAML. */
export const mdxPlugins = (contentRoot: string): MdastPluginList => [
  literalMarks,
  ({ fileURL }) => {
    const path = fileURL === undefined ? '' : relative(contentRoot, fileURLToPath(fileURL));
    const typography = typographyOf(path.split(/[\\/]/)[0] ?? '');
    return typography && typesetting(typography);
  },
];

/** Literal stars and tildes. */
const literalMarks: MdastPluginDefinition = (() => {
  const replace: NonNullable<MdastPluginDefinition['emphasis']> = (node, context) => {
    const mark = literalMark(node, context.source);
    if (mark === undefined) return;
    const text = { type: 'text', value: mark } as const;
    context.replaceNode(node, [text, ...node.children, text] as MdastNode[]);
  };
  return {
    name: 'literal-marks',
    options: { position: true },
    emphasis: replace,
    strong: replace as unknown as NonNullable<MdastPluginDefinition['strong']>,
    delete: replace as unknown as NonNullable<MdastPluginDefinition['delete']>,
  };
})();

/** Code in a paragraph, which typography skips. */
const placeholder = '\ufffc';

/** The marks of print of a language, in the words of a page. Attributes are set by what shows them. */
const typesetting = (typography: Typography): MdastPluginDefinition => ({
  name: 'typography',
  before(root, context) {
    const visit = (node: MdastNode): void => {
      if (!('children' in node)) return;
      const texts = textsOf(node);
      if (texts === undefined) return node.children.forEach(visit);
      // A paragraph is typeset as a whole, because quotation marks may open in one node and close in another.
      const whole = texts.map((part) => ('value' in part ? part.value : placeholder)).join('');
      const edits = typographicEdits(whole.replaceAll('\n', ' '), typography);
      let from = 0;
      for (const part of texts) {
        const length = 'value' in part ? part.value.length : 1;
        const partEdits = edits
          .filter(({ at }) => at >= from && at < from + length)
          .map((edit) => ({ ...edit, at: edit.at - from }));
        if (partEdits.length > 0 && part.type === 'text')
          context.setProperty(part, 'value', applyEdits(part.value, partEdits));
        from += length;
      }
    };
    (root.children as MdastNode[]).forEach(visit);
  },
});

type Part = Extract<MdastNode, { type: 'text' }> | MdastNode;

/** The texts of a node that holds words and no other blocks, in order; undefined for one that holds blocks. */
function textsOf(node: MdastNode): Part[] | undefined {
  const isProse =
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    ('children' in node && (node.children as MdastNode[]).some(({ type }) => type === 'text'));
  if (!isProse || !('children' in node)) return undefined;
  const below = (inner: MdastNode): Part[] =>
    inner.type === 'text'
      ? [inner]
      : 'children' in inner
        ? (inner.children as MdastNode[]).flatMap(below)
        : [inner];
  return (node.children as MdastNode[]).flatMap(below);
}
