import { lineOfMatch } from '../mdx/passage.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

/** Tags in texts of YAML, which would be shown as they stand: components and HTML work in pages only. */
export const shownTag: Rule = {
  id: 'shown-tag',
  check: inFiles(/\.yaml$/, ({ path: file, passages }, report) => {
    for (const passage of passages)
      for (const { 0: tag, index } of passage.text.matchAll(/<\/?[a-zA-Z][^<>]*>/g))
        report({
          file,
          line: lineOfMatch(passage, index),
          message: `"${tag}" would be shown as it stands.`,
          suggestion: 'Leave it out: tags work in lessons and other pages only.',
        });
  }),
};
