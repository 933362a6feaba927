import { titleOf } from './cells.ts';
import type { FormTable } from './exercise-form.ts';
import {
  type FilledForm,
  type FilledRow,
  type FilledSheet,
  isGiven,
  rowsOf,
  type Tables,
} from './filled-form.ts';

/**
 * Adds the sheet of a group. Its rows are merged with rows that have the same first cell: empty cells are filled with
 * the group's text, and filled cells stay unchanged, so that `differencesIn` finds the conflict. Entries from before
 * the first group are kept as the sheet of a separate group. A later sheet of the same name replaces the earlier one.
 */
export function addGroup(form: Tables, work: FilledForm, sheet: FilledSheet): FilledForm {
  const isFilled = work.rows.some(({ cells }) => Object.keys(cells).length > 0);
  const before =
    work.groups.length === 0 && isFilled ? [{ group: work.group, rows: work.rows }] : work.groups;
  if (before.some((each) => JSON.stringify(each) === JSON.stringify(sheet)))
    return { ...work, groups: before };
  const groups = [
    ...before.filter(({ group }) => group === '' || group !== sheet.group),
    { group: sheet.group, rows: sheet.rows },
  ];
  return { ...work, groups, rows: form.tables.flatMap((table) => joined(table, work, sheet)) };
}

function joined(table: FormTable, work: FilledForm, sheet: FilledSheet): FilledRow[] {
  // A ranked table starts with the order of the first group.
  const isFirst = !work.rows.some((row) => row.table === table.id);
  const [first, then] = isFirst && table.isRanked ? [sheet, work] : [work, sheet];
  const [rows, others] = [rowsOf(table, first), rowsOf(table, then)];
  const pairs = pairsOf(table, rows, others);
  const joint = new Set(pairs.values());
  return [
    ...rows.map((row) => ({ ...row, cells: { ...pairs.get(row)?.cells, ...row.cells } })),
    ...others.filter((row) => !joint.has(row) && Object.keys(row.cells).length > 0),
  ];
}

/**
 * The matching row of another sheet for each row: the one with the same id, or else the first with the same title that
 * matches no other row. Rows of one sheet with the same title therefore stay separate.
 */
function pairsOf(
  table: FormTable,
  rows: readonly FilledRow[],
  others: readonly FilledRow[],
): Map<FilledRow, FilledRow> {
  const pairs = new Map<FilledRow, FilledRow>();
  const free = new Set(others);
  const join = (row: FilledRow, other: FilledRow | undefined) => {
    if (other === undefined) return;
    pairs.set(row, other);
    free.delete(other);
  };
  for (const row of rows)
    join(
      row,
      others.find(({ id }) => id === row.id),
    );
  for (const row of rows)
    if (!pairs.has(row))
      join(
        row,
        [...free].find((other) => isTitledAlike(table, row, other)),
      );
  return pairs;
}

const isTitledAlike = (table: FormTable, one: FilledRow, other: FilledRow): boolean => {
  if (isGiven(table, one.id) && isGiven(table, other.id)) return false;
  const title = plain(titleOf(table, one));
  return title !== '' && title === plain(titleOf(table, other));
};

const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** A cell with different entries from several groups. */
export interface FormDifference {
  readonly table: FormTable;
  readonly row: FilledRow;
  readonly column: FormTable['columns'][number];
  readonly said: readonly { readonly group: string; readonly text: string }[];
}

/** The cells with unsettled differences between groups, in the order of the form. */
export const differencesIn = (form: Tables, work: FilledForm): FormDifference[] =>
  form.tables.flatMap((table) => {
    const all = rowsOf(table, work);
    const groups = work.groups.map(({ group, rows }) => ({
      group,
      pairs: pairsOf(table, all, rowsOf(table, { rows })),
    }));
    return all.flatMap((row) =>
      table.columns.flatMap((column) => {
        if (work.settled.includes(`${row.id}.${column.id}`)) return [];
        const said = groups.flatMap(({ group, pairs }) => {
          const text = pairs.get(row)?.cells[column.id];
          return text === undefined ? [] : [{ group, text }];
        });
        const isTold = new Set(said.map(({ text }) => plain(text))).size > 1;
        return isTold ? [{ table, row, column, said }] : [];
      }),
    );
  });

/** Settles a difference with one of its versions, or with all of them. */
export const settle = (
  work: FilledForm,
  { row, column }: Pick<FormDifference, 'row' | 'column'>,
  text: string,
): FilledForm => ({
  ...work,
  rows: work.rows.map((each) =>
    each.id === row.id
      ? { ...each, cells: { ...each.cells, [column.id]: text.slice(0, 1500) } }
      : each,
  ),
  settled: [...work.settled, `${row.id}.${column.id}`],
});

/** All versions of a text, each with its group. */
export const allVersions = ({ said }: Pick<FormDifference, 'said'>): string =>
  said.map(({ group, text }) => (group === '' ? text : `${group}: ${text}`)).join('\n');
