import { fillIn, meets } from '../cells.ts';
import { rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

/** The rows that meet one of the conditions, one sentence each. */
export const list: MakeResult<'list'> = ({ where, line }, { table, work, words }) => {
  const items = rowsOf(table, work)
    .filter((row) => meets(row, where))
    .map((row) => fillIn(line, table, row, work.group, words.number));
  return {
    blocks: [
      items.length > 0
        ? { kind: 'list', items }
        : { kind: 'text', text: words.sentence('list-none') },
    ],
  };
};
