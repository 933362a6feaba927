import { globSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exerciseSchema } from '../../src/workshop/guide.ts';
import { writeDocx } from '../../src/workshop/docx/write-docx.ts';
import { actionsOf } from '../../src/workshop/exercise/actions-of.ts';
import { fillIn, titleOf } from '../../src/workshop/exercise/cells.ts';
import {
  addRow,
  emptyForm,
  type FilledForm,
  filledFormSchema,
  type FilledSheet,
  fitsForm,
  moveRow,
  optionsOf,
  putBack,
  removeRow,
  rowsOf,
  setCell,
} from '../../src/workshop/exercise/filled-form.ts';
import { tableBlock, tableCsv, formDocument } from '../../src/workshop/exercise/form-exports.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';
import { form, ladder, routes, typed } from './exercise-form.ts';

describe('a filled-in form', () => {
  test('stores typed text and drops cells that are emptied again', () => {
    const work = typed('', ['warning', 'note', 'One form'], ['warning', 'number', '3']);
    expect(setCell(form, work, 'warning', 'number', '').rows[0]?.cells).toEqual({
      note: 'One form',
    });
    expect(filledFormSchema.parse(JSON.parse(JSON.stringify(work)))).toEqual(work);
  });

  test('has the given rows in their order, even if the work lacks some, and then the added ones', () => {
    const work = typed('', ['own', 'route', 'A third'], ['discontinuance', 'note', 'x']);
    expect(rowsOf(routes, work).map((row) => titleOf(routes, row))).toEqual([
      'Warning',
      'Discontinuance',
      'A third',
    ]);
    expect(rowsOf(routes, { rows: [] })).toHaveLength(2);
  });

  test('is ranked by moving a row past its neighbour in the same table', () => {
    const moved = moveRow(form, moveRow(form, emptyForm, 'c', -1), 'c', -1);
    expect(rowsOf(ladder, moved).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(moveRow(form, moved, 'c', -1)).toBe(moved);
  });

  test.each<[string, FilledSheet['rows'][number]]>([
    ['a table', { id: 'x', table: 'others', cells: {} }],
    ['a column', { id: 'x', table: 'routes', cells: { other: 'y' } }],
    ['an option', { id: 'x', table: 'routes', cells: { law: 'amber' } }],
    ['a number', { id: 'x', table: 'routes', cells: { number: 'many' } }],
    ['a product that is not typed', { id: 'x', table: 'routes', cells: { sum: '6' } }],
  ])('is refused where it has what is not %s of the form', (_, row) => {
    expect(fitsForm(form, { rows: [row], groups: [] })).toBe(false);
    expect(fitsForm(form, { rows: [], groups: [{ group: '', rows: [row] }] })).toBe(false);
  });

  test('is rejected if it has a duplicate row', () => {
    const row = { id: 'x', table: 'routes', cells: {} };
    expect(fitsForm(form, { rows: [row, row], groups: [] })).toBe(false);
    expect(fitsForm(form, { rows: [row], groups: [] })).toBe(true);
  });
});

test('a removed row is restored at its position, and only once', () => {
  const work = typed('', ['o1', 'route', 'One'], ['o2', 'route', 'Two'], ['o3', 'route', 'Three']);
  const gone = work.rows.find(({ id }) => id === 'o2');
  if (gone === undefined) throw new Error('no such row');
  const typedSince = setCell(form, removeRow(work, 'o2'), 'o3', 'note', 'typed since');
  const back = putBack(typedSince, gone, 'o1');
  const titles = rowsOf(routes, back).map((row) => titleOf(routes, row));
  expect(titles.slice(-3)).toEqual(['One', 'Two', 'Three']);
  expect(rowsOf(routes, back).at(-1)?.cells['note']).toBe('typed since');
  expect(putBack(back, gone, 'o1')).toBe(back);
});

test('a sentence about a row leaves out a part in brackets if one of its cells is empty', () => {
  const said = (work: FilledForm) =>
    rowsOf(routes, work)
      .slice(0, 1)
      .map((row) => fillIn('{route}: {law}.[ Because: {note}]', routes, row));
  expect(said(typed('', ['warning', 'law', 'red']))).toEqual(['Warning: Red.']);
  expect(said(typed('', ['warning', 'note', 'a fee']))).toEqual(['Warning: . Because: a fee']);
});

test('a row that is carried to the plan always becomes an action with the same id', () => {
  const work = typed('Health', ['warning', 'law', 'red'], ['discontinuance', 'law', 'green']);
  const actions = actionsOf('matrix', form, work);
  expect(actions).toHaveLength(1);
  expect(actions[0]).toMatchObject({ gap: 'Warning: Red.', who: 'Health', state: 'open' });
  expect(actionsOf('matrix', form, setCell(form, work, 'warning', 'note', 'x'))[0]?.id).toBe(
    actions[0]?.id,
  );
});

test('a colour choice has its colour in the document, next to its word', async () => {
  const work = typed('', ['warning', 'law', 'red'], ['discontinuance', 'law', 'green']);
  const block = tableBlock(routes, work, String);
  expect(block.colours?.map((row) => row[1])).toEqual(['red', 'green']);
  expect(block.rows.map((row) => row[1])).toEqual(['Red', 'Green']);
  const blob = await writeDocx({
    ...{ title: 'Matrix', language: 'en', direction: 'ltr' },
    blocks: [block],
  });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const fills = strFromU8(files['word/document.xml'] ?? new Uint8Array()).match(/w:fill="\w+"/g);
  expect(fills).toHaveLength(2);
});

test('a form is exported as a document and as a table in which numbers stay numbers and formulas are inert', async () => {
  const work = typed(
    'Health',
    ['warning', 'number', '3'],
    ['warning', 'price', '2.5'],
    ['warning', 'note', '=1+1'],
  );
  const [head, first] = parsedCsv(tableCsv(routes, work));
  expect(head).toEqual(['Route', 'In law', 'Note', 'Number', 'Price', 'Sum']);
  expect(first).toEqual(['Warning', '', "'=1+1", '3', '2.5', '7.5']);
  const blob = await writeDocx({
    ...formDocument('Matrix', form, work, [{ kind: 'list', items: ['Result'] }], String),
    ...{ language: 'en', direction: 'ltr' },
  });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await blob.arrayBuffer()) });
  for (const text of ['Matrix</h1>', 'Health', 'Routes</h2>', 'Discontinuance', '7.5', 'Result'])
    expect(value).toContain(text);
});

test.each(globSync('content/en/workshop/exercises/*.yaml'))(
  '%s has a form of its own, or names the tool on which it is worked on',
  (path) => {
    const { form: own, tool } = exerciseSchema.parse(parse(readFileSync(path, 'utf8')));
    expect(own === undefined).toBe(tool !== undefined);
  },
);

test.each(
  globSync('content/en/workshop/exercises/*.yaml').flatMap((path) => {
    const { form: own } = exerciseSchema.parse(parse(readFileSync(path, 'utf8')));
    return own ? [[path, own] as const] : [];
  }),
)('what is typed into %s comes back, into every cell', (_, own) => {
  const filled = own.tables.reduce<FilledForm>((work, table) => {
    const added = addRow(own, work, table.id, `own-${table.id}`);
    return rowsOf(table, added).reduce(
      (each, row) =>
        table.columns
          .filter(({ kind }) => kind !== 'product')
          .reduce((sheet, column) => {
            const text = optionsOf(table, column)[0]?.id ?? '7';
            return setCell(own, sheet, row.id, column.id, column.kind === 'choice' ? text : '7');
          }, each),
      added,
    );
  }, emptyForm);
  expect(fitsForm(own, filledFormSchema.parse(filled))).toBe(true);
  const cells = own.tables.reduce(
    (sum, { columns, rows }) =>
      sum + (rows.length + 1) * columns.filter(({ kind }) => kind !== 'product').length,
    0,
  );
  expect(filled.rows.flatMap((row) => Object.values(row.cells))).toHaveLength(cells);
});
