import { inFiles } from '../../../src/content/rules/in-files.ts';
import type { Rule } from '../../../src/content/rules/rule.ts';

/** Words in capital letters, which read as shouted. */
export const loudWord: Rule = {
  id: 'loud-word',
  check: inFiles(/\.mdx$/, ({ path: file, text }, report) =>
    text?.split('\n').forEach((line, index) => {
      const [word] = /\b\p{Lu}{6,}\b/u.exec(line) ?? [];
      if (word !== undefined)
        report({
          file,
          line: index + 1,
          message: `"${word}" is in capital letters.`,
          suggestion: 'Write it in small letters.',
        });
    }),
  ),
};
