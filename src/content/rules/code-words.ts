import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listLength } from '../../progress/short-code.ts';

/**
 * `content/<language>/code-words.txt`: the words of short codes, one a line. Somebody reads them from
 * paper or over the telephone, so they are short and plain, and none is the start of another.
 */
export function codeWords(text: string, file: string): { words: string[]; faults: Diagnostic[] } {
  const words = text.split(/\r?\n/).filter((line) => line !== '');
  const faults: Diagnostic[] = [];
  const fault = (field: string, message: string, suggestion: string) =>
    faults.push({ file, field, message, suggestion });
  if (words.length !== listLength)
    fault('(the whole file)', `It has ${words.length} words.`, `Give it ${listLength} words.`);
  for (const [place, word] of words.entries())
    if (!/^[a-z]{3,7}$/.test(word))
      fault(
        `line ${place + 1}`,
        `"${word}" is not three to seven letters from a to z.`,
        'Choose a short word without capitals or accents.',
      );
  const sorted = words.toSorted();
  for (const [place, word] of sorted.entries()) {
    const next = sorted[place + 1];
    if (next === word) fault(word, 'The word stands there twice.', 'Choose another.');
    else if (next?.startsWith(word))
      fault(word, `It is the start of "${next}".`, 'Choose another word for one of them.');
  }
  return { words, faults };
}
