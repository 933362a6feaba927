import { titleOf } from '../cells.ts';
import type { FormTable } from '../exercise-form.ts';
import { optionsOf, rowsOf } from '../filled-form.ts';
import type { MakeResult } from './result.ts';

const choices = (table: FormTable, id: string | undefined) => {
  const column = table.columns.find((each) => each.id === id);
  return column ? optionsOf(table, column) : [];
};

/** The names of the rows in the cells of their choices; rows without a choice are listed below. */
export const grid: MakeResult<'grid'> = ({ across, down }, { table, work, words }) => {
  const rows = rowsOf(table, work).filter((row) => titleOf(table, row) !== '');
  const heads = choices(table, across);
  const names = (of: typeof rows) => of.map((row) => titleOf(table, row)).join('\n');
  const placed = (option: string, line?: string) =>
    rows.filter(
      ({ cells }) => cells[across] === option && (down === undefined || cells[down] === line),
    );
  const cells = (line?: string) => heads.map(({ id }) => names(placed(id, line)));
  const open = rows.filter((row) => !row.cells[across] || (down !== undefined && !row.cells[down]));
  return {
    blocks: [
      down === undefined
        ? { kind: 'table', head: heads.map(({ text }) => text), rows: [cells()] }
        : {
            kind: 'table',
            head: ['', ...heads.map(({ text }) => text)],
            rows: choices(table, down).map(({ id, text }) => [text, ...cells(id)]),
          },
      ...(open.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: words.sentence('not-placed', {
                names: open.map((row) => titleOf(table, row)).join('; '),
              }),
            },
          ]),
    ],
  };
};
