import type { MdastNode } from 'satteri';
import type { Rule } from './rule.ts';
import { inFiles } from './in-files.ts';

/** Headings that do not start at "##", below the title in the front matter, or skip a level (WCAG 2.2, 1.3.1). */
export const headingLevel: Rule = {
  id: 'heading-level',
  check: inFiles(/\.mdx$/, ({ path: file, mdx: { root } }, report) => {
    let depth = 1;
    const visit = (node: MdastNode): void => {
      if (node.type === 'heading') {
        const line = node.position?.start.line ?? 1;
        const marks = '#'.repeat(depth + 1);
        if (node.depth === 1)
          report({
            file,
            line,
            message: 'A heading of the first level.',
            suggestion: 'Start headings at "##"; the title is in the front matter.',
          });
        else if (node.depth > depth + 1)
          report({
            file,
            line,
            message: `A heading of "${'#'.repeat(node.depth)}" below one of "${'#'.repeat(depth)}".`,
            suggestion: `Write "${marks}".`,
          });
        depth = node.depth;
      } else if ('children' in node) for (const child of node.children) visit(child);
    };
    if (root) visit(root);
  }),
};
