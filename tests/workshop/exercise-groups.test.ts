import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyForm,
  type FilledForm,
  fitsForm,
  rowsOf,
  moveRow,
} from '../../src/workshop/exercise/filled-form.ts';
import {
  addGroup,
  allVersions,
  differencesIn,
  settle,
} from '../../src/workshop/exercise/merge-groups.ts';
import { form, ladder, routes, typed } from './exercise-form.ts';

describe('sheets of groups', () => {
  const health = typed('Health', ['warning', 'law', 'green'], ['h1', 'route', 'Fine']);
  const justice = typed(
    'Justice',
    ['warning', 'law', 'red'],
    ['warning', 'note', 'No form'],
    ['j1', 'route', ' fine '],
    ['j1', 'note', 'Rare'],
  );

  test('are merged: rows with the same title become one, and empty cells are filled by the other group', () => {
    const both = addGroup(form, health, justice);
    expect(both.groups.map(({ group }) => group)).toEqual(['Health', 'Justice']);
    expect(rowsOf(routes, both).map(({ id, cells }) => [id, cells])).toEqual([
      ['warning', { law: 'green', note: 'No form' }],
      ['discontinuance', {}],
      ['h1', { route: 'Fine', note: 'Rare' }],
    ]);
  });

  test('report differences until a version is chosen', () => {
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

  test('are present once even if they are added repeatedly, and a later file of a group replaces the earlier one', () => {
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

  test('have the order of the first group that ranked', () => {
    const ranked = { ...moveRow(form, emptyForm, 'c', -1), group: 'Health' };
    const sum = addGroup(form, emptyForm, ranked);
    expect(rowsOf(ladder, sum).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('lose nothing: each cell of each group is in the merged sheet or among the differences', () => {
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

  test('keep two rows of one group with the same title separate', () => {
    const twice = typed('Health', ['o1', 'route', 'Bail'], ['o1', 'note', 'Soon']);
    const other = typed('Health', ['o2', 'route', 'bail'], ['o2', 'note', 'Later']);
    const both = { ...twice, rows: [...twice.rows, ...other.rows] };
    const sum = addGroup(form, addGroup(form, emptyForm, both), typed('Justice'));
    const notes = rowsOf(routes, sum).flatMap(({ cells }) => cells['note'] ?? []);
    expect(notes).toEqual(['Soon', 'Later']);
    expect(differencesIn(form, sum)).toEqual([]);
  });
});
