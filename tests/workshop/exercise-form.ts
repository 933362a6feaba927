import {
  addRow,
  type FilledForm,
  rowsOf,
  setCell,
  emptyForm,
} from '../../src/workshop/exercise/filled-form.ts';
import { exerciseFormSchema } from '../../src/workshop/exercise/exercise-form.ts';

export const form = exerciseFormSchema.parse({
  tables: [
    {
      id: 'routes',
      title: 'Routes',
      options: [
        { id: 'green', text: 'Green', colour: 'green' },
        { id: 'red', text: 'Red', colour: 'red' },
      ],
      columns: [
        { id: 'route', title: 'Route' },
        { id: 'law', title: 'In law', kind: 'choice' },
        { id: 'note', title: 'Note' },
        { id: 'number', title: 'Number', kind: 'number' },
        { id: 'price', title: 'Price', kind: 'number' },
        { id: 'sum', title: 'Sum', kind: 'product', of: ['number', 'price'] },
      ],
      rows: [
        { id: 'warning', text: 'Warning' },
        { id: 'discontinuance', text: 'Discontinuance' },
      ],
      carry: {
        hint: 'Lines with a red are carried.',
        where: [{ law: ['red'] }],
        gap: '{route}: {law}.[ {note}]',
        who: '{group}',
      },
    },
    {
      id: 'ladder',
      title: 'Ladder',
      isRanked: true,
      columns: [
        { id: 'response', title: 'Response' },
        { id: 'limit', title: 'Limit' },
      ],
      rows: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() })),
    },
  ],
});
export const [routes, ladder] = form.tables as [
  (typeof form.tables)[number],
  (typeof form.tables)[number],
];

/** A form as it is typed, a cell after the other. */
export const typed = (
  group: string,
  ...cells: [row: string, column: string, text: string][]
): FilledForm =>
  cells.reduce<FilledForm>(
    (work, [row, column, text]) =>
      setCell(
        form,
        rowsOf(routes, work).some(({ id }) => id === row)
          ? work
          : addRow(form, work, 'routes', row),
        row,
        column,
        text,
      ),
    { ...emptyForm, group },
  );
