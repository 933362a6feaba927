import { lineOfMatch } from '../mdx/passage.ts';
import { inFiles } from './in-files.ts';
import type { Rule } from './rule.ts';

const amount =
  '\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty(?:-five)?|fifty|sixty|ninety|an|half an';
const unit = '(?:minutes?|hours?)';
const part = '(?:lessons?|modules?|courses?|cases?|check|track|page|chapter)';
const claimed = new RegExp(
  `\\b${part}\\b[^.!?;]{0,40}\\b(?:takes?|lasts?|needs?|requires?|is)\\b[^.!?;]{0,20}?\\b(?:${amount}) ${unit}\\b` +
    `|\\b(?:${amount})[ -]${unit}(?:'s?|’s?)? (?:of )?(?:${part}|reading)\\b` +
    `|\\b(?:reading time|time needed|duration)\\b[^.!?;]{0,20}\\b(?:${amount}) ${unit}\\b`,
  'gi',
);

/**
 * Times stated in text for a part of the course. Pages show computed minutes (`src/course/minutes.ts`), and a
 * number in text would become outdated.
 */
export const claimedTime: Rule = {
  id: 'claimed-time',
  languages: ['en'],
  check: inFiles(/\.mdx$|\/course\.yaml$/, ({ path: file, passages }, report) => {
    for (const passage of passages) {
      if (passage.kind !== 'prose') continue;
      for (const { 0: words, index } of passage.text.matchAll(claimed))
        report({
          file,
          line: lineOfMatch(passage, index),
          message: `"${words.replace(/\s+/g, ' ')}" promises a time.`,
          suggestion: 'Leave it out: pages show the minutes that are computed.',
        });
    }
  }),
};
