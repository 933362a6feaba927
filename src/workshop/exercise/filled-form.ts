import * as z from 'zod/mini';
import type { ExerciseForm, FormColumn, FormTable } from './exercise-form.ts';

const name = z.string().check(z.maxLength(60));

const rowSchema = z.strictObject({
  /** Id of a given row, or an id created when a group added the row. */
  id: name,
  /** Id of the table. */
  table: name,
  /** Cells by column as typed, or the id of the chosen option; empty cells are absent. */
  cells: z.record(name, z.string().check(z.minLength(1), z.maxLength(1500))),
});

const sheetSchema = z.strictObject({
  group: z.string().check(z.maxLength(80)),
  rows: z.array(rowSchema).check(z.maxLength(1500)),
});

/** The shared form, and the original sheets of the groups that were added to it. */
export const filledFormSchema = z.strictObject({
  ...sheetSchema.shape,
  groups: z.array(sheetSchema).check(z.maxLength(30)),
  /** Settled differences between groups, as `row.column`. */
  settled: z.array(z.string().check(z.maxLength(121))).check(z.maxLength(3000)),
});

export type FilledForm = z.output<typeof filledFormSchema>;
/** The rows of one group, in its order. */
export type FilledSheet = z.output<typeof sheetSchema>;
export type FilledRow = z.output<typeof rowSchema>;

/** The tables of a form, which is all that filling it in depends on. */
export type Tables = Pick<ExerciseForm, 'tables'>;

/** Maximum number of rows that a group may add to one table. */
export const mostRows = 40;

export const emptyForm: FilledForm = { group: '', rows: [], groups: [], settled: [] };

/** Options of a choice: its own, or those of its table. */
export const optionsOf = (table: FormTable, { options }: Pick<FormColumn, 'options'>) =>
  options ?? table.options ?? [];

/**
 * The rows of a table in display order: the given rows, including empty ones, then the added rows. A ranked table has
 * the order of the group.
 */
export function rowsOf(table: FormTable, { rows }: Pick<FilledSheet, 'rows'>): FilledRow[] {
  const tableRows = rows.filter((row) => row.table === table.id);
  const givenRows = table.rows.map(
    ({ id }) => tableRows.find((row) => row.id === id) ?? { id, table: table.id, cells: {} },
  );
  const added = tableRows.filter(({ id }) => !isGiven(table, id));
  if (!table.isRanked) return [...givenRows, ...added];
  return [...tableRows, ...givenRows.filter(({ id }) => !tableRows.some((row) => row.id === id))];
}

/** Whether a row is a given row of the form, whose first cell is fixed. */
export const isGiven = ({ rows }: FormTable, row: string): boolean =>
  rows.some(({ id }) => id === row);

/** Sets the text of a cell; an empty text clears it. */
export const setCell = (
  form: Tables,
  sheet: FilledForm,
  row: string,
  column: string,
  text: string,
): FilledForm => ({
  ...sheet,
  rows: allRows(form, sheet).map((each) => {
    if (each.id !== row) return each;
    const others = Object.entries(each.cells).filter(([id]) => id !== column);
    return {
      ...each,
      cells: Object.fromEntries(text === '' ? others : [...others, [column, text]]),
    };
  }),
});

/** Adds an empty row to a table. @param table id of the table @param id of the new row */
export const addRow = (form: Tables, sheet: FilledForm, table: string, id: string): FilledForm => ({
  ...sheet,
  rows: [...allRows(form, sheet), { id, table, cells: {} }],
});

/** Removes a row. @param row its id */
export const removeRow = (sheet: FilledForm, row: string): FilledForm => ({
  ...sheet,
  rows: sheet.rows.filter(({ id }) => id !== row),
});

/**
 * Restores a removed row at its position, unless it is present.
 * @param before id of the row above it, if there was one
 */
export function putBack(sheet: FilledForm, row: FilledRow, before: string | undefined): FilledForm {
  if (sheet.rows.some(({ id }) => id === row.id)) return sheet;
  const place = sheet.rows.findIndex(({ id }) => id === before) + 1;
  return { ...sheet, rows: [...sheet.rows.slice(0, place), row, ...sheet.rows.slice(place)] };
}

/** Moves a row of a ranked table by one position, if possible. @param by -1 up, 1 down */
export function moveRow(form: Tables, sheet: FilledForm, row: string, by: -1 | 1): FilledForm {
  const rows = allRows(form, sheet);
  const from = rows.findIndex(({ id }) => id === row);
  const [one, other] = [rows[from], rows[from + by]];
  if (one === undefined || other?.table !== one.table) return sheet;
  rows[from] = other;
  rows[from + by] = one;
  return { ...sheet, rows };
}

const allRows = ({ tables }: Tables, sheet: Pick<FilledSheet, 'rows'>): FilledRow[] =>
  tables.flatMap((table) => rowsOf(table, sheet));

/**
 * Whether filled-in data fits this form: each row belongs to a table, each cell to a column, each choice to an option.
 */
export const fitsForm = (
  { tables }: Tables,
  { rows, groups }: Pick<FilledForm, 'rows' | 'groups'>,
): boolean =>
  [{ rows }, ...groups].every(
    (sheet) =>
      new Set(sheet.rows.map(({ id }) => id)).size === sheet.rows.length &&
      sheet.rows.every((row) => {
        const table = tables.find(({ id }) => id === row.table);
        return (
          table !== undefined &&
          Object.entries(row.cells).every(([id, text]) => {
            const column = table.columns.find((each) => each.id === id);
            return column !== undefined && fitsColumn(table, column, text);
          })
        );
      }),
  );

function fitsColumn(table: FormTable, column: FormColumn, text: string): boolean {
  switch (column.kind) {
    case 'text':
      return true;
    case 'number':
      return Number.isFinite(Number(text));
    case 'choice':
      return optionsOf(table, column).some(({ id }) => id === text);
    case 'product':
      return false;
  }
}
