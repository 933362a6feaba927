import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import {
  type ExerciseForm,
  exerciseFormSchema,
} from '../../src/workshop/exercise/exercise-form.ts';
import {
  addRow,
  emptyForm,
  type FilledForm,
  moveRow,
  setCell,
} from '../../src/workshop/exercise/filled-form.ts';
import { makeResult } from '../../src/workshop/exercise/make-result.ts';
import { addGroup } from '../../src/workshop/exercise/merge-groups.ts';
import { costsOf } from '../../src/workshop/exercise/results/costs.ts';
import { concordance, placesIn } from '../../src/workshop/exercise/results/ranking.ts';
import type { ResultWords } from '../../src/workshop/exercise/results/result.ts';
import type { ResultOf } from '../../src/workshop/exercise/results/result-definition.ts';

const words: ResultWords = {
  sentence: (name, values = {}) => [name, ...Object.values(values)].join(' '),
  number: String,
  direction: 'ltr',
  wordings: [{ avoid: ['addict', 'clean'], instead: 'person' }],
};

const formOf = (
  columns: object[],
  rows: readonly string[],
  results: object[],
  table: object = {},
): ExerciseForm =>
  exerciseFormSchema.parse({
    tables: [
      {
        ...{ id: 't', title: 'Table', columns: [{ id: 'what', title: 'What' }, ...columns] },
        rows: rows.map((text) => ({ id: text.toLowerCase(), text })),
        ...table,
      },
    ],
    results: results.map((result) => ({ title: 'Result', table: 't', ...result })),
  });

const typed = (form: ExerciseForm, cells: Record<string, Record<string, string>>): FilledForm =>
  Object.entries(cells).reduce<FilledForm>(
    (work, [row, own]) =>
      Object.entries(own).reduce(
        (each, [column, text]) => setCell(form, each, row, column, text),
        form.tables[0]?.rows.some(({ id }) => id === row) ? work : addRow(form, work, 't', row),
      ),
    emptyForm,
  );

const resultsOf = (form: ExerciseForm, work: FilledForm) =>
  form.results.map((result) => makeResult(result, form, work, words));

describe('costs', () => {
  const definition: ResultOf<'costs'> = {
    ...{ kind: 'costs', title: 'Result', table: 't' },
    ...{ today: 'today', route: 'route', price: 'price', most: 'most' },
  };
  const form = formOf(
    ['today', 'route', 'price', 'most'].map((id) => ({ id, title: id, kind: 'number' })),
    ['Custody', 'Treatment', 'Hearing', 'Test'],
    [definition],
  );
  const [table] = form.tables;
  if (table === undefined) throw new Error('no table');

  test('sum both alternatives at the same prices and give the range of their difference, as calculated by hand', () => {
    const work = typed(form, {
      // 3,000 days today, 300 by the route, at 20 to 35 a day: -54,000 to -94,500.
      custody: { today: '3000', route: '300', price: '20', most: '35' },
      // 600 months by the route only, at 50: 30,000.
      treatment: { route: '600', price: '50' },
      // 100 and 250 hearings at 10 to 12: 1,500 to 1,800.
      hearing: { today: '100', route: '250', price: '10', most: '12' },
      test: { today: '4' },
    });
    expect(costsOf(definition, { table, work })).toEqual({
      today: 61_000,
      route: 38_500,
      low: -94_500 + 30_000 + 1_500,
      high: -54_000 + 30_000 + 1_800,
      mover: 'Custody',
      hasPriced: true,
      unpriced: ['Test'],
    });
    const [block] = resultsOf(form, work)[0]?.blocks ?? [];
    expect(block).toMatchObject({ kind: 'list' });
    expect(JSON.stringify(block)).toContain('costs-less 22500');
  });

  test('name no decisive price if every price is certain', () => {
    const work = typed(form, { custody: { today: '2', route: '1', price: '5' } });
    const { mover, low, high } = costsOf(definition, { table, work });
    expect([mover, low, high]).toEqual([undefined, -5, -5]);
  });

  test.each([
    ['nothing is entered', {}, 'costs-none'],
    ['no line has a price', { custody: { today: '2' } }, 'costs-none'],
    ['both cost the same', { custody: { today: '2', route: '2', price: '5' } }, 'costs-same'],
  ])('are compared only if there is a difference to tell: %s', (_, cells, sentence) => {
    const told = JSON.stringify(resultsOf(form, typed(form, cells)));
    expect(told).toContain(sentence);
    expect(told).not.toMatch(/costs-(?:less|more)/);
  });
});

describe('rankings of groups', () => {
  const form = formOf([{ id: 'limit', title: 'Limit' }], ['A', 'B', 'C'], [{ kind: 'ranking' }], {
    isRanked: true,
  });
  const [table] = form.tables;
  if (table === undefined) throw new Error('no table');
  const sheet = (group: string, ...order: string[]) => ({
    group,
    rows: order.map((id) => ({ id, table: 't', cells: {} })),
  });

  test('are sorted by their mean ranks', () => {
    const rows = placesIn(table, [sheet('1', 'a', 'b', 'c'), sheet('2', 'c', 'a', 'b')]);
    expect(rows.map(({ title, places, mean }) => [title, places, mean])).toEqual([
      ['A', [1, 2], 1.5],
      ['C', [3, 1], 2],
      ['B', [2, 3], 2.5],
    ]);
  });

  test('have a coefficient of Kendall of 1 if they agree fully, and 0 if not at all', () => {
    const of = (...orders: string[]) =>
      concordance(
        placesIn(
          table,
          orders.map((order) => sheet(order, ...Array.from(order))),
        ),
      );
    expect(of('abc', 'abc', 'abc')).toBe(1);
    expect(of('abc', 'bca', 'cab')).toBe(0);
    // Sums of places 5, 5 and 8 around 6: S = 6, W = 12 · 6 / (9 · 24).
    expect(of('abc', 'abc', 'bca')).toBeCloseTo(1 / 3, 10);
    expect(of('abc', 'abc')).toBeUndefined();
  });

  test('are those of the added groups, without the merged sheet', () => {
    const work = ['Health', 'Justice'].reduce<FilledForm>(
      (sum, group) => addGroup(form, sum, { ...moveRow(form, emptyForm, 'c', -1), group }),
      emptyForm,
    );
    expect(resultsOf(form, emptyForm)[0]?.blocks).toEqual([{ kind: 'text', text: 'ranking-none' }]);
    expect(resultsOf(form, work)[0]?.blocks[0]).toMatchObject({
      head: ['What', 'Health', 'Justice', 'ranking-mean'],
      rows: [
        ['A', '1', '1', '1'],
        ['C', '2', '2', '2'],
        ['B', '3', '3', '3'],
      ],
    });
  });
});

test('colours are counted by column, and rows that meet a condition are listed', () => {
  const form = formOf(
    ['law', 'used'].map((id) => ({ id, title: id, kind: 'choice' })),
    ['A', 'B', 'C'],
    [
      { kind: 'counts' },
      { kind: 'list', where: [{ law: ['green'], used: ['red'] }], line: '{what}: {used}' },
      { kind: 'grid', across: 'law', down: 'used' },
    ],
    {
      options: [
        { id: 'green', text: 'Green' },
        { id: 'red', text: 'Red' },
      ],
    },
  );
  const work = typed(form, {
    a: { law: 'green', used: 'red' },
    b: { law: 'green', used: 'green' },
    c: { used: 'red' },
  });
  const [counts, list, grid] = resultsOf(form, work);
  expect(counts?.blocks[0]).toMatchObject({
    rows: [
      ['law', '2', '0'],
      ['used', '1', '2'],
    ],
  });
  expect(list?.blocks).toEqual([{ kind: 'list', items: ['A: Red'] }]);
  expect(grid?.blocks).toEqual([
    {
      kind: 'table',
      head: ['', 'Green', 'Red'],
      rows: [
        ['Green', 'B', ''],
        ['Red', 'A', ''],
      ],
    },
    { kind: 'text', text: 'not-placed C' },
  ]);
});

test('words to avoid are found as whole words, with the words used instead', () => {
  const form = formOf(
    [{ id: 'better', title: 'Better' }],
    ['A', 'B'],
    [{ kind: 'wording', column: 'better' }],
  );
  const work = typed(form, { a: { better: 'An addict.' }, b: { better: 'Addiction, cleaned up' } });
  expect(resultsOf(form, work)[0]?.blocks).toEqual([
    { kind: 'list', items: ['wording-found 1 addict person'] },
  ]);
});

describe('the drawing of the continuum', () => {
  const form = formOf(
    ['decides', 'lost', 'service'].map((id) => ({ id, title: id })),
    ['Pre-arrest', 'Trial'],
    [{ kind: 'continuum', above: 'decides', below: 'lost', catches: 'service' }],
  );
  const work = typed(form, {
    'pre-arrest': { decides: 'Officer & <prosecutor>', service: 'Drop-in' },
    own: { what: 'Release', lost: 'x'.repeat(60) },
  });
  const drawn = (direction: 'ltr' | 'rtl', shape: 'drawing' | 'upright' = 'drawing') => {
    const [result] = form.results;
    if (result === undefined) throw new Error('no result');
    const made = makeResult(result, form, work, { ...words, direction });
    const svg = new JSDOM(made[shape] ?? '', { contentType: 'image/svg+xml' }).window.document;
    return [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      x: Number(text.getAttribute('x')),
      y: Number(text.getAttribute('y')),
    }));
  };

  test('is well-formed for any text and contains all of it, with long words split', () => {
    const texts = drawn('ltr').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Pre-arrest', 'Officer & <prosecutor>', 'Drop-in']),
    );
    expect(texts.filter((text) => /^x+$/.test(text)).join('')).toHaveLength(60);
  });

  test('has a vertical form for small screens, with the same words from top to bottom', () => {
    const texts = drawn('ltr', 'upright');
    const all = (of: readonly { text: string | null }[]) =>
      of.map(({ text }) => text).join('').length;
    expect(all(texts)).toBe(all(drawn('ltr')));
    const heights = ['Pre-arrest', 'Trial', 'Release'].map(
      (title) => texts.find(({ text }) => text === title)?.y ?? 0,
    );
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(new Set(heights).size).toBe(3);
    expect(Math.max(...drawn('rtl', 'upright').map(({ x }) => x))).toBe(290);
  });

  test('runs from right to left if the page does', () => {
    const places = (direction: 'ltr' | 'rtl') =>
      ['Pre-arrest', 'Trial', 'Release'].map(
        (title) => drawn(direction).find(({ text }) => text === title)?.x ?? 0,
      );
    const [ltr, rtl] = [places('ltr'), places('rtl')];
    expect(ltr).toEqual(ltr.toSorted((one, other) => one - other));
    expect(rtl).toEqual(rtl.toSorted((one, other) => other - one));
  });
});
