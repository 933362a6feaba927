import { listLength } from '../../progress/short-code.ts';
import { codeWordsIn } from '../code-word-list.ts';
import type { Rule } from './rule.ts';
import { inFiles } from './in-files.ts';

/**
 * `content/<language>/code-words.txt`: the words of short codes, one per line. People read them from paper or over the
 * telephone, so they must be short and plain, and no word may be the start of another.
 */
export const codeWords: Rule = {
  id: 'code-words',
  check: inFiles(/\/code-words\.txt$/, ({ path: file, text = '' }, report) => {
    const words = codeWordsIn(text);
    if (words.length !== listLength)
      report({
        file,
        message: `The list has ${words.length} words.`,
        suggestion: `Give it ${listLength} words.`,
      });
    const lines = new Map<string, number>();
    for (const [place, word] of words.entries()) {
      const line = place + 1;
      if (!/^[a-z]{3,7}$/.test(word))
        report({
          file,
          line,
          message: `"${word}" is not three to seven letters from a to z.`,
          suggestion: 'Choose a short word without capitals or accents.',
        });
      if (lines.has(word))
        report({
          file,
          line,
          message: `"${word}" is also on line ${lines.get(word)}.`,
          suggestion: 'Choose another word.',
        });
      lines.set(word, line);
    }
    const sorted = [...lines.keys()].toSorted();
    for (const [place, word] of sorted.entries()) {
      const next = sorted[place + 1];
      if (next?.startsWith(word))
        report({
          file,
          line: lines.get(word),
          message: `"${word}" is the start of "${next}".`,
          suggestion: 'Choose another word for one of them.',
        });
    }
  }),
};
