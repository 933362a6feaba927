import { type Cell, csvFile } from '../../course/csv.ts';
import type { Block, WordDocument } from '../docx/word-document.ts';
import { cellText, numberIn, productIn } from './cells.ts';
import type { FormTable } from './exercise-form.ts';
import {
  type FilledForm,
  type FilledSheet,
  optionsOf,
  rowsOf,
  type Tables,
} from './filled-form.ts';

type InWords = (number: number) => string;

/** A filled-in table, without empty rows that a group could have added itself. */
export const tableBlock = (
  table: FormTable,
  sheet: Pick<FilledSheet, 'rows'>,
  inWords: InWords,
): Extract<Block, { kind: 'table' }> => {
  const rows = rowsOf(table, sheet)
    .map((row) => ({
      cells: table.columns.map((column) => cellText(table, row, column, inWords)),
      colours: table.columns.map(
        (column) => optionsOf(table, column).find(({ id }) => id === row.cells[column.id])?.colour,
      ),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    kind: 'table',
    head: table.columns.map(({ title }) => title),
    rows: rows.map(({ cells }) => cells),
    ...(hasColours(table) && { colours: rows.map(({ colours }) => colours) }),
  };
};

/** Whether a choice of a table is shown in colours. */
export const hasColours = (table: FormTable): boolean =>
  table.columns.some((column) => optionsOf(table, column).some(({ colour }) => colour));

/** The filled form and its results, for a word processor. */
export const formDocument = (
  title: string,
  { tables }: Tables,
  work: FilledForm,
  results: readonly Block[],
  inWords: InWords,
): Pick<WordDocument, 'title' | 'isLandscape' | 'blocks'> => {
  const names = work.groups.length > 0 ? work.groups : [work];
  return {
    title,
    isLandscape: tables.some(({ columns }) => columns.length > 4),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'text', text: names.map(({ group }) => group).join(', ') },
      ...tables.flatMap((table): Block[] => [
        { kind: 'heading', level: 2, text: table.title },
        tableBlock(table, work, inWords),
      ]),
      ...results,
    ],
  };
};

/** One table as comma-separated values; numbers and products stay numbers. */
export const tableCsv = (table: FormTable, sheet: Pick<FilledSheet, 'rows'>): string =>
  csvFile(
    table.columns.map(({ title }) => title),
    rowsOf(table, sheet).map((row) =>
      table.columns.map((column): Cell => {
        if (column.kind === 'product') return productIn(row, column);
        return column.kind === 'number' ? numberIn(row, column.id) : cellText(table, row, column);
      }),
    ),
  );
