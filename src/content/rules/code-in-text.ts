import type { MdastNode } from 'satteri';
import type { Rule } from './rule.ts';
import { inFiles } from './in-files.ts';

/** Text that MDX would run as code or pass through as HTML, and pictures, which no page can show. */
export const codeInText: Rule = {
  id: 'code-in-text',
  check: inFiles(/\.mdx$/, ({ path: file, mdx: { root } }, report) => {
    const visit = (node: MdastNode): void => {
      const line = node.position?.start.line ?? 1;
      const tell = (message: string, suggestion: string) =>
        report({ file, line, message, suggestion });
      switch (node.type) {
        case 'mdxTextExpression':
        case 'mdxFlowExpression':
          return tell(
            `"{${node.value}}" is read as code.`,
            'Write "&#123;" for "{" and "&#125;" for "}".',
          );
        case 'mdxjsEsm':
          return tell(
            `"${node.value.split('\n')[0]}" is read as code.`,
            'Lessons import nothing; begin the paragraph with another word.',
          );
        case 'html':
          return tell(`"${node.value}" is HTML.`, 'Write it in Markdown or with a component.');
        case 'image':
        case 'imageReference':
          return tell(
            `The picture "${'url' in node ? node.url : (node.alt ?? '')}" cannot be shown.`,
            'Save a drawing in figures/ and write <Figure name="..." caption="...">.',
          );
      }
      if ('children' in node) for (const child of node.children) visit(child);
    };
    if (root) visit(root);
  }),
};
