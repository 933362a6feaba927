import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { ExerciseForm, FormTable } from '../../workshop/exercise/exercise-form.ts';
import { optionsOf } from '../../workshop/exercise/filled-form.ts';
import type { Rule } from './rule.ts';

/** Forms of exercises that refer to a missing table, column or option, or have duplicates. */
export const exerciseForm: Rule = {
  id: 'exercise-form',
  check({ workshop, language }, report) {
    for (const [id, { form }] of Object.entries(workshop?.exercises ?? {})) {
      if (form === undefined) continue;
      const file = `${language}/workshop/exercises/${id}.yaml`;
      for (const { field, name, allowed } of faultsOf(form))
        report({
          file,
          field: `form.${field}`,
          message: allowed ? `There is no "${name}" here.` : `"${name}" is there twice.`,
          suggestion: allowed
            ? nearestOr(name, allowed, 'Correct the name.')
            : 'Give each an id of its own.',
        });
    }
  },
};

/** An unknown name; or a duplicate name, if no known names are given. */
interface Fault {
  readonly field: string;
  readonly name: string;
  readonly allowed?: readonly string[];
}

/** Fields common to all results; all other fields name columns. */
const ofResults = ['kind', 'title', 'table'];

function faultsOf({ tables, results }: ExerciseForm): Fault[] {
  const names = tables.map(({ id }) => id);
  const inResults = results.flatMap((result, place) => {
    const field = `results.${place}`;
    const table = tables.find(({ id }) => id === result.table);
    if (table === undefined) return [{ field, name: result.table, allowed: names }];
    if (result.kind === 'list')
      return [
        ...conditionFaults(table, result.where, `${field}.where`),
        ...placeholderFaults(table, result.line, `${field}.line`),
      ];
    const columns = Object.entries(result).filter(([key]) => !ofResults.includes(key));
    return columns.flatMap(([, name]) => missing(columnsOf(table), String(name), field));
  });
  return [
    ...twice(names, 'tables'),
    // Row ids must be unique over all tables, because the rows are stored in one list.
    ...twice(
      tables.flatMap(({ rows }) => rows.map(({ id }) => id)),
      'tables',
    ),
    ...tables.flatMap((table, place) => tableFaults(table, `tables.${place}`)),
    ...inResults,
  ];
}

function tableFaults(table: FormTable, at: string): Fault[] {
  const { columns, carry, example } = table;
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ id }) => id);
  const sentences = Object.entries(carry ?? {}).flatMap(([field, text]) =>
    typeof text === 'string' ? [[field, text] as const] : [],
  );
  return [
    ...twice(columnsOf(table), `${at}.columns`),
    ...columns.flatMap((column, place) => {
      const field = `${at}.columns.${place}`;
      if (column.kind === 'choice' && optionsOf(table, column).length === 0)
        return [{ field, name: 'options', allowed: [] }];
      if (column.kind !== 'product') return [];
      return (column.of ?? ['of']).flatMap((name) => missing(numbers, name, field));
    }),
    ...conditionFaults(table, carry?.where ?? [], `${at}.carry.where`),
    ...sentences.flatMap(([field, sentence]) =>
      placeholderFaults(table, sentence, `${at}.carry.${field}`),
    ),
    ...(example?.rows ?? []).flatMap((row, place) =>
      Object.entries(row).flatMap(([name, cell]) =>
        cellFaults(table, name, [cell], `${at}.example.rows.${place}`),
      ),
    ),
  ];
}

const columnsOf = ({ columns }: FormTable) => columns.map(({ id }) => id);

const missing = (allowed: readonly string[], name: string, field: string): Fault[] =>
  allowed.includes(name) ? [] : [{ field, name, allowed }];

const twice = (names: readonly string[], field: string): Fault[] =>
  names.flatMap((name, place) => (names.indexOf(name) < place ? [{ field, name }] : []));

const placeholderFaults = (table: FormTable, sentence: string, field: string): Fault[] =>
  [...sentence.matchAll(/\{([^}]*)\}/g)].flatMap(([, name = '']) =>
    missing([...columnsOf(table), 'group'], name, field),
  );

const conditionFaults = (
  table: FormTable,
  where: readonly Readonly<Record<string, readonly string[]>>[],
  field: string,
): Fault[] =>
  where.flatMap((condition, place) =>
    Object.entries(condition).flatMap(([name, options]) =>
      cellFaults(table, name, options, `${field}.${place}`),
    ),
  );

/** @param texts the valid contents of a cell: for a choice, the ids of its options */
function cellFaults(
  table: FormTable,
  name: string,
  texts: readonly string[],
  field: string,
): Fault[] {
  const column = table.columns.find(({ id }) => id === name);
  if (column === undefined) return missing(columnsOf(table), name, field);
  if (column.kind !== 'choice') return [];
  const optionIds = optionsOf(table, column).map(({ id }) => id);
  return texts.flatMap((text) => missing(optionIds, text, `${field}.${name}`));
}
