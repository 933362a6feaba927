import mammoth from 'mammoth';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeDocx } from '../../src/workshop/docx/write-docx.ts';
import {
  type Action,
  emptyAction,
  followUp,
  mergePlans,
  type Plan,
  planSchema,
  putBack,
  settle,
  withActions,
} from '../../src/workshop/plan/plan.ts';
import { planDocument, planTable } from '../../src/workshop/plan/plan-exports.ts';
import { readinessSchema } from '../../src/workshop/readiness/readiness.ts';
import { differences, gapsOf, resultOf } from '../../src/workshop/readiness/self-assessment.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const action = (id: string, words: Partial<Action>): Action => ({ ...emptyAction(id), ...words });
const plan = (group: string, ...actions: Action[]) => ({ title: 'Plan', group, actions });

describe('merged plans of groups', () => {
  const health = plan(
    'Health',
    action('a', { action: 'One form', who: 'Amina', budget: '' }),
    action('b', { action: 'A count', who: 'Jonas' }),
  );
  const justice = plan(
    'Justice',
    action('a', { action: 'One form', who: 'Kofi', budget: '200' }),
    action('c', { action: 'A count', who: 'Jonas' }),
    action('d', { action: 'A hearing room' }),
  );

  test('restore a removed action at its position with its unsettled differences', () => {
    const merged = mergePlans([health, justice]);
    const [first] = merged.actions;
    if (first === undefined) throw new Error('no action');
    const without = withActions(merged, merged.actions.slice(1));
    expect(without.differences).toEqual([]);
    const back = putBack(without, first, 0, merged.differences);
    expect(back).toEqual(merged);
    expect(putBack(back, first, 0, merged.differences)).toBe(back);
  });

  test('lose nothing and report different entries', () => {
    const { actions, differences: told } = mergePlans([health, justice]);
    expect(actions.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(actions[0]).toMatchObject({ who: 'Amina', budget: '200' });
    expect(told).toEqual([
      {
        action: 'a',
        field: 'who',
        said: [
          { group: 'Health', value: 'Amina' },
          { group: 'Justice', value: 'Kofi' },
        ],
      },
    ]);
  });

  test('equal the plan if it is merged with itself', () => {
    expect(mergePlans([health, health])).toEqual({ ...health, differences: [] });
  });

  test('are read from a file unchanged, with their unsettled differences', () => {
    for (const each of [justice, mergePlans([health, justice])])
      expect(planSchema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
  });

  const who = ({ differences }: Plan) => differences?.map(({ said }) => said);

  test('keep a difference unsettled in the next merge and add the entry of a third group', () => {
    const police = plan('Police', action('a', { action: 'One form', who: 'Ben' }));
    const both = { ...mergePlans([health, justice]), group: 'Health, Justice' };
    expect(who(mergePlans([both, police]))).toEqual([
      [
        { group: 'Health', value: 'Amina' },
        { group: 'Justice', value: 'Kofi' },
        { group: 'Police', value: 'Ben' },
      ],
    ]);
  });

  test('are settled by the entry of a group, by the current value, or by removing the action', () => {
    const merged = mergePlans([health, justice]);
    const [difference] = merged.differences;
    if (difference === undefined) throw new Error('no difference');
    const taken = settle(merged, difference, 'Kofi');
    expect(taken.actions[0]?.who).toBe('Kofi');
    expect(who(taken)).toEqual([]);
    const stands = settle(merged, difference, undefined);
    expect(stands.actions).toEqual(merged.actions);
    expect(who(stands)).toEqual([]);
    expect(who(withActions(merged, merged.actions.slice(1)))).toEqual([]);
  });
});

test('a follow-up pairs each action with its earlier version, including new and dropped ones', () => {
  const then = plan('', action('a', { state: 'open' }), action('b', {}), action('gone', {}));
  const now = plan('', action('a', { state: 'done' }), action('b', {}), action('new', {}));
  expect(
    followUp(then, now).map(({ action: { id, state }, was, hasMoved }) => [
      id,
      was?.state,
      state,
      hasMoved,
    ]),
  ).toEqual([
    ['a', 'open', 'done', true],
    ['b', 'open', 'open', false],
    ['new', undefined, 'open', true],
    ['gone', 'open', 'dropped', true],
  ]);
});

test('a plan is exported as a document by term and as a table with a row for each action', async () => {
  const words = {
    untitled: 'Action plan',
    columns: 'Gap Objective Action Law Who Budget Indicator Risk By State'.split(' '),
    term: (months: string) => `${months} months`,
    state: (state: string) => state,
    differences: 'Where the groups differ',
    said: (value: string, group: string) => `${value} (${group})`,
    value: (field: string, value: string) => (field === 'by' ? `${value} months` : value),
  };
  const own = plan(
    'Savara',
    action('a', { action: 'One form', by: '3' }),
    action('b', { action: '=2+2', by: '12' }),
  );
  const said = ['3', '6'].map((value, place) => ({ group: `Group ${place}`, value }));
  const open = { ...own, differences: [{ action: 'a', field: 'by' as const, said }] };
  const blob = await writeDocx({
    ...planDocument(open, words),
    ...{ language: 'en', direction: 'ltr' },
  });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await blob.arrayBuffer()) });
  expect(value).toContain('3 months</h2>');
  expect(value).not.toContain('6 months</h2>');
  expect(value).toContain('One form, By: 3 months (Group 0); 6 months (Group 1)');
  const [head, ...rows] = parsedCsv(planTable(own, words));
  expect(head).toHaveLength(10);
  expect(rows.map((row) => row[2])).toEqual(['One form', "'=2+2"]);
});

describe('a self-assessment', () => {
  const areas = [
    { id: 'law', items: ['a', 'b'] },
    { id: 'data', items: ['c'] },
  ];
  const said = (group: string, levels: Record<string, number>) => ({
    group,
    date: '',
    answers: Object.fromEntries(
      Object.entries(levels).map(([item, level]) => [item, { level, evidence: '' }]),
    ),
  });

  test('has the mean of known levels and counts unknown ones', () => {
    expect(resultOf(areas, said('', { a: 3, b: -1 }))).toEqual([
      { area: 'law', mean: 3, answered: 1, unknown: 1, open: 0 },
      { area: 'data', answered: 0, unknown: 0, open: 1 },
    ]);
  });

  test('has gaps where the level is low or unknown, but not where nothing was answered', () => {
    expect(gapsOf(areas, said('', { a: 1, b: 2, c: -1 }))).toEqual(['a', 'c']);
  });

  test('is compared with those of other groups', () => {
    const found = differences(areas, [said('H', { a: 3, b: 1 }), said('J', { a: 1, b: 1, c: 0 })]);
    expect(found).toEqual([
      {
        item: 'a',
        said: [
          { group: 'H', level: 3 },
          { group: 'J', level: 1 },
        ],
        isWide: true,
      },
    ]);
  });

  test('of the course covers eight areas and names each item once', () => {
    const { areas: own } = readinessSchema.parse(
      parse(readFileSync('content/en/workshop/readiness.yaml', 'utf8')),
    );
    expect(own).toHaveLength(8);
    const ids = own.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
