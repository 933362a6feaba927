import { optionsOf, rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

/** Number of times that each option was taken in each column; columns with options of their own are left out. */
export const counts: MakeResult<'counts'> = (_, { table, work, words }) => {
  const columns = table.columns.filter(({ kind, options }) => kind === 'choice' && !options);
  const options = table.options ?? [];
  const rows = rowsOf(table, work);
  return {
    blocks: [
      {
        kind: 'table',
        head: ['', ...options.map(({ text }) => text)],
        rows: columns.map((column) => [
          column.title,
          ...optionsOf(table, column).map((option) =>
            words.number(rows.filter(({ cells }) => cells[column.id] === option.id).length),
          ),
        ]),
      },
    ],
  };
};
