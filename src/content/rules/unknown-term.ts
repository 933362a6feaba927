import { nearestOr } from '../diagnostics/nearest-name.ts';
import { usesOf } from './uses-of.ts';
import type { Rule } from './rule.ts';

/** Terms that a page explains and that are not in the glossary. */
export const unknownTerm: Rule = {
  id: 'unknown-term',
  check(content, report) {
    if (content.unread.has(`${content.language}/glossary.yaml`)) return;
    const names = content.glossary.map(({ id }) => id);
    const termIds = new Set(names);
    for (const { file, line, value } of usesOf(content, 'term'))
      if (!termIds.has(value))
        report({
          file,
          line,
          message: `There is no term "${value}".`,
          suggestion: nearestOr(value, names, 'Add it to glossary.yaml, or correct the name.'),
        });
  },
};
