import type { Condition, FormColumn, FormTable } from './exercise-form.ts';
import { type FilledRow, isGiven, optionsOf } from './filled-form.ts';

/** The number in a cell; undefined if none was typed. */
export function numberIn({ cells }: FilledRow, column: string): number | undefined {
  const text = cells[column];
  return text === undefined ? undefined : Number(text);
}

/** Product of the two columns in `of`; undefined if one of the numbers is missing. */
export function productIn(row: FilledRow, { of }: FormColumn): number | undefined {
  const [one, other] = (of ?? []).map((column) => numberIn(row, column));
  return one === undefined || other === undefined ? undefined : one * other;
}

/** The text of a cell: the fixed title of a given row, the option of a choice, or the value of a product. */
export function cellText(
  table: FormTable,
  row: FilledRow,
  column: FormColumn,
  inWords: (number: number) => string = String,
): string {
  if (column.id === table.columns[0]?.id && isGiven(table, row.id))
    return table.rows.find(({ id }) => id === row.id)?.text ?? '';
  if (column.kind === 'product') {
    const product = productIn(row, column);
    return product === undefined ? '' : inWords(product);
  }
  const text = row.cells[column.id] ?? '';
  if (column.kind === 'choice')
    return optionsOf(table, column).find(({ id }) => id === text)?.text ?? '';
  return column.kind === 'number' && text !== '' ? inWords(Number(text)) : text;
}

/** Title of a row: the text of its first cell. */
export const titleOf = (table: FormTable, row: FilledRow): string => {
  const [first] = table.columns;
  return first ? cellText(table, row, first) : '';
};

/** Whether a row meets one of the conditions: each named column is filled, with one of the listed options if any. */
export const meets = (row: FilledRow, conditions: readonly Condition[]): boolean =>
  conditions.some((condition) =>
    Object.entries(condition).every(([column, options]) => {
      const text = row.cells[column];
      return text !== undefined && (options.length === 0 || options.includes(text));
    }),
  );

/**
 * Replaces `{column}` in a sentence by the cells of a row, and `{group}` by the name of the group. Text in square
 * brackets is left out if one of its cells is empty.
 */
export function fillIn(
  sentence: string,
  table: FormTable,
  row: FilledRow,
  group = '',
  inWords?: (number: number) => string,
): string {
  const value = (name: string) => {
    if (name === 'group') return group;
    const column = table.columns.find(({ id }) => id === name);
    return column ? cellText(table, row, column, inWords) : '';
  };
  const filled = (text: string) => text.replace(/\{([\w-]+)\}/g, (_, name: string) => value(name));
  return filled(
    sentence.replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{([\w-]+)\}/g)].some(([, name = '']) => value(name) === '') ? '' : part,
    ),
  ).trim();
}
