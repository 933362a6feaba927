import { rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

/** Words in a column that the course does not use, each with its row and the words used instead. */
export const wording: MakeResult<'wording'> = ({ column }, { table, work, words }) => {
  const items = rowsOf(table, work).flatMap((row, place) => {
    const text = row.cells[column] ?? '';
    return words.wordings.flatMap(({ avoid, instead }) =>
      avoid
        .filter((word) => has(text, word))
        .map((word) => words.sentence('wording-found', { number: place + 1, word, instead })),
    );
  });
  return {
    blocks: [
      items.length > 0
        ? { kind: 'list', items }
        : { kind: 'text', text: words.sentence('wording-none') },
    ],
  };
};

// Without lookbehind, which Safari 15.6 does not know (D11).
const has = (text: string, word: string) =>
  new RegExp(
    `(?:^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`,
    'iu',
  ).test(text);
