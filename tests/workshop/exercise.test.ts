import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
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
import { formDocument, tableBlock, tableCsv } from '../../src/workshop/exercise/form-exports.ts';
import { exerciseFormSchema } from '../../src/workshop/exercise/exercise-form.ts';
import {
  addGroup,
  allVersions,
  differencesIn,
  settle,
} from '../../src/workshop/exercise/merge-groups.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const form = exerciseFormSchema.parse({
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
const [routes, ladder] = form.tables as [
  (typeof form.tables)[number],
  (typeof form.tables)[number],
];

/** A form as it is typed, a cell after the other. */
const typed = (
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

describe('a form that is filled in', () => {
  test('keeps what is typed, and no cell that is emptied again', () => {
    const work = typed('', ['warning', 'note', 'One form'], ['warning', 'number', '3']);
    expect(setCell(form, work, 'warning', 'number', '').rows[0]?.cells).toEqual({
      note: 'One form',
    });
    expect(filledFormSchema.parse(JSON.parse(JSON.stringify(work)))).toEqual(work);
  });

  test('has the rows of the form in their order, also in a work that lacks some, and then its own', () => {
    const work = typed('', ['own', 'route', 'A third'], ['discontinuance', 'note', 'x']);
    expect(rowsOf(routes, work).map((row) => titleOf(routes, row))).toEqual([
      'Warning',
      'Discontinuance',
      'A third',
    ]);
    expect(rowsOf(routes, { rows: [] })).toHaveLength(2);
  });

  test('is ranked by moving a row past its neighbour, within its table', () => {
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

  test('is refused where a row is there twice', () => {
    const row = { id: 'x', table: 'routes', cells: {} };
    expect(fitsForm(form, { rows: [row, row], groups: [] })).toBe(false);
    expect(fitsForm(form, { rows: [row], groups: [] })).toBe(true);
  });
});

describe('sheets of groups', () => {
  const health = typed('Health', ['warning', 'law', 'green'], ['h1', 'route', 'Fine']);
  const justice = typed(
    'Justice',
    ['warning', 'law', 'red'],
    ['warning', 'note', 'No form'],
    ['j1', 'route', ' fine '],
    ['j1', 'note', 'Rare'],
  );

  test('become one: lines that begin alike are one line, and what one left empty the other fills', () => {
    const both = addGroup(form, health, justice);
    expect(both.groups.map(({ group }) => group)).toEqual(['Health', 'Justice']);
    expect(rowsOf(routes, both).map(({ id, cells }) => [id, cells])).toEqual([
      ['warning', { law: 'green', note: 'No form' }],
      ['discontinuance', {}],
      ['h1', { route: 'Fine', note: 'Rare' }],
    ]);
  });

  test('tell where they differ until somebody takes a version', () => {
    const both = addGroup(form, health, justice);
    const [difference, ...others] = differencesIn(form, both);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      row: { id: 'warning' },
      column: { id: 'law' },
      said: [
        { group: 'Health', text: 'green' },
        { group: 'Justice', text: 'red' },
      ],
    });
    if (difference === undefined) throw new Error('no difference is told');
    const settled = settle(both, difference, 'red');
    expect(differencesIn(form, settled)).toEqual([]);
    expect(rowsOf(routes, settled)[0]?.cells['law']).toBe('red');
    expect(fitsForm(form, settled)).toBe(true);
  });

  test('are there once, however often they are added, and a later file of a group replaces its earlier one', () => {
    const both = addGroup(form, health, justice);
    expect(addGroup(form, both, { group: 'Justice', rows: justice.rows })).toEqual(both);
    const later = typed('Justice', ['warning', 'law', 'green']);
    expect(differencesIn(form, addGroup(form, both, later))).toEqual([]);
  });

  test('keep all versions of a text with their groups', () => {
    expect(
      allVersions({
        said: [
          { group: 'Health', text: 'Soon' },
          { group: '', text: 'Later' },
        ],
      }),
    ).toBe('Health: Soon\nLater');
  });

  test('bring the order of the first that ranked', () => {
    const ranked = { ...moveRow(form, emptyForm, 'c', -1), group: 'Health' };
    const sum = addGroup(form, emptyForm, ranked);
    expect(rowsOf(ladder, sum).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('lose nothing: each cell of each group is in the sum or among the differences', () => {
    const text = fc.constantFrom('', 'Soon', 'Later', 'Never');
    const sheet = fc.record({
      group: fc.constantFrom('A', 'B', 'C', ''),
      cells: fc.array(
        fc.tuple(
          fc.constantFrom('warning', 'discontinuance', 'o1', 'o2', 'o3'),
          fc.constantFrom('route', 'note'),
          text,
        ),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 4 }), (sheets) => {
        const filled = sheets.map(({ group, cells }, place) =>
          // Rows that a group added have ids that no other group has.
          typed(
            `${group}${place}`,
            ...cells
              .filter(([row, column]) => column !== 'route' || row.startsWith('o'))
              .map(([row, ...cell]): [string, string, string] => [
                row.startsWith('o') ? `${row}-${place}` : row,
                ...cell,
              ]),
          ),
        );
        const sum = filled.reduce<FilledForm>(
          (work, each) => addGroup(form, work, each),
          emptyForm,
        );
        const told = differencesIn(form, sum).flatMap(({ said }) => said.map((each) => each.text));
        const shown = rowsOf(routes, sum).flatMap(({ cells }) => Object.values(cells));
        for (const { rows } of filled)
          for (const { cells } of rows)
            for (const cell of Object.values(cells)) expect([...told, ...shown]).toContain(cell);
        expect(fitsForm(form, sum)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('keep two lines of one group that begin alike as two', () => {
    const twice = typed('Health', ['o1', 'route', 'Bail'], ['o1', 'note', 'Soon']);
    const other = typed('Health', ['o2', 'route', 'bail'], ['o2', 'note', 'Later']);
    const both = { ...twice, rows: [...twice.rows, ...other.rows] };
    const sum = addGroup(form, addGroup(form, emptyForm, both), typed('Justice'));
    const notes = rowsOf(routes, sum).flatMap(({ cells }) => cells['note'] ?? []);
    expect(notes).toEqual(['Soon', 'Later']);
    expect(differencesIn(form, sum)).toEqual([]);
  });
});

test('a row that was removed comes back where it stood, and once', () => {
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

test('a sentence about a row leaves out the part of which a cell is empty', () => {
  const said = (work: FilledForm) =>
    rowsOf(routes, work)
      .slice(0, 1)
      .map((row) => fillIn('{route}: {law}.[ Because: {note}]', routes, row));
  expect(said(typed('', ['warning', 'law', 'red']))).toEqual(['Warning: Red.']);
  expect(said(typed('', ['warning', 'note', 'a fee']))).toEqual(['Warning: . Because: a fee']);
});

test('a row that is carried becomes an action with the same id each time', () => {
  const work = typed('Health', ['warning', 'law', 'red'], ['discontinuance', 'law', 'green']);
  const actions = actionsOf('matrix', form, work);
  expect(actions).toHaveLength(1);
  expect(actions[0]).toMatchObject({ gap: 'Warning: Red.', who: 'Health', state: 'open' });
  expect(actionsOf('matrix', form, setCell(form, work, 'warning', 'note', 'x'))[0]?.id).toBe(
    actions[0]?.id,
  );
});

test('a choice that is a colour has it in the document, beside its word', async () => {
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

test('a form leaves as a document and as a table in which numbers are numbers and formulas are not run', async () => {
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
