import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

const guide = {
  purpose: 'People greet each other.',
  minutes: { least: 15, usual: 30, most: 45 },
  method: 'Talk',
  steps: [
    { minutes: 10, do: 'Say hello.' },
    { minutes: 20, do: 'Answer.' },
  ],
  ask: [
    { question: 'Who begins?', expect: 'Either.' },
    { question: 'Who ends?', expect: 'Both.' },
  ],
  hard: [{ hear: 'Why?', meet: 'It helps.' }],
};

const form = {
  tables: [
    {
      id: 'lines',
      title: 'Lines',
      columns: [
        { id: 'what', title: 'What' },
        { id: 'well', title: 'Well', kind: 'choice' },
        { id: 'number', title: 'Number', kind: 'number' },
        { id: 'sum', title: 'Sum', kind: 'product', of: ['number', 'number'] },
      ],
      options: [
        { id: 'yes', text: 'Yes' },
        { id: 'no', text: 'No' },
      ],
      rows: [{ id: 'hello', text: 'Hello' }],
      carry: { hint: 'Those that are not well.', where: [{ well: ['no'] }], gap: '{what}' },
    },
  ],
  results: [{ kind: 'counts', title: 'Counts', table: 'lines' }],
};

/** The workshop folder of the tiny course, without a fault; by path below it. */
const kit = (): Record<string, unknown> => ({
  'modules/first': guide,
  'cases/doorbell': guide,
  'exercises/greeting-round': { title: 'Round', summary: 'All greet.', ...guide, form },
  facilitation: [{ id: 'rooms', title: 'Rooms', points: ['Small.', 'Large.'] }],
  agendas: [
    {
      id: 'morning',
      title: 'Morning',
      summary: 'One of each.',
      audience: 'Neighbours',
      length: 'half-day',
      parts: ['module:first', 'case:doorbell', 'exercise:greeting-round'],
    },
  ],
  'entry-rules': [],
  readiness: {
    areas: [
      {
        id: 'law',
        title: 'Law',
        items: ['one', 'two'].map((id) => ({
          ...{ id, text: 'A bell is there.', line: 'pre-assessment' },
          levels: ['None.', 'One.', 'Some.', 'All.'],
        })),
      },
    ],
    indicators: [{ id: 'bells', title: 'Bells', definition: 'Bells that ring.' }],
  },
  feedback: [
    {
      id: 'evening',
      title: 'Evening',
      summary: 'In a minute.',
      items: [
        { id: 'useful', text: 'It was of use.', options: ['No', 'Yes'] },
        { id: 'more', text: 'What else?' },
      ],
    },
  ],
});

/** Findings of the check on the folder after changes; `undefined` takes a file away. */
function faultsAfter(changes: Record<string, unknown>): string[] {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  for (const [name, content] of Object.entries({ ...kit(), ...changes })) {
    const path = join(folder, 'en/workshop', `${name}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stringify(content ?? null, { aliasDuplicateObjects: false }));
    if (content === undefined) unlinkSync(path);
  }
  return readCourse('en', folder)
    .diagnostics.map(diagnosticLine)
    .filter((line) => /workshop|exercise/.test(line));
}

const withForm = (changed: object) => ({
  'exercises/greeting-round': {
    ...{ title: 'Round', summary: 'All greet.' },
    ...guide,
    form: { ...form, ...changed },
  },
});
const [table] = form.tables;

describe('the guides of a workshop', () => {
  test('are complete where each module, case and exercise has one', () => {
    expect(faultsAfter({})).toEqual([]);
  });

  test.each([
    ['module', 'modules/first'],
    ['case', 'cases/doorbell'],
  ])('are asked for where a %s has none', (_, name) => {
    const faults = faultsAfter({ [name]: undefined });
    expect(faults).toContainEqual(
      expect.stringMatching(`workshop/${name}.yaml.*workshop-guide.*The file is missing`),
    );
  });

  test.each(['purpose', 'minutes', 'steps', 'ask', 'hard'])(
    'are asked for in an exercise, whose guide lacks %s',
    (field) => {
      const whole = { title: 'Round', summary: 'All greet.', ...guide };
      const rest = Object.entries(whole).filter(([name]) => name !== field);
      const faults = faultsAfter({ 'exercises/greeting-round': Object.fromEntries(rest) });
      expect(faults).toContainEqual(
        expect.stringMatching(`exercises/greeting-round.yaml.*schema.*${field}`),
      );
    },
  );

  test.each([
    ['modules/second', 'no "second" among its modules'],
    ['cases/window', 'no "window" among its cases'],
  ])('are refused where %s is of nothing', (name, message) => {
    expect(faultsAfter({ [name]: guide })).toContainEqual(expect.stringContaining(message));
  });

  test('have steps that take the minutes of the session', () => {
    const faults = faultsAfter({
      'modules/first': { ...guide, minutes: { least: 15, usual: 40, most: 45 } },
    });
    expect(faults).toContainEqual(
      expect.stringContaining('The steps take 30 minutes, and minutes.usual is 40.'),
    );
  });

  test('stand behind each part of a ready agenda, and the parts fit into its length', () => {
    const agenda = {
      ...{ id: 'morning', title: 'Morning', summary: 'One of each.', audience: 'Neighbours' },
      length: 'half-day',
    };
    expect(faultsAfter({ agendas: [{ ...agenda, parts: ['module:frist'] }] })).toContainEqual(
      expect.stringMatching('There is no "module:frist".*module:first'),
    );
    const long = { ...guide, minutes: { least: 180, usual: 180, most: 180 } };
    const steps = [
      { minutes: 90, do: 'Say hello.' },
      { minutes: 90, do: 'Answer.' },
    ];
    expect(
      faultsAfter({
        'modules/first': { ...long, steps },
        'cases/doorbell': { ...long, steps },
        agendas: [{ ...agenda, parts: ['module:first', 'case:doorbell'] }],
      }),
    ).toContainEqual(expect.stringContaining('do not fit into half-day'));
  });
});

describe('the form of an exercise', () => {
  test.each<[string, object, RegExp]>([
    [
      'a result of a table that is not there',
      { results: [{ kind: 'counts', title: 'Counts', table: 'line' }] },
      /results\.0.*"line".*lines|"line".*lines.*results\.0/,
    ],
    [
      'a result of a column that is not there',
      { results: [{ kind: 'grid', title: 'Grid', table: 'lines', across: 'wel' }] },
      /There is no "wel" here.*well/,
    ],
    [
      'a sentence with a placeholder that is no column',
      { tables: [{ ...table, carry: { hint: 'All.', where: [{ well: [] }], gap: '{whta}' } }] },
      /There is no "whta" here/,
    ],
    [
      'a condition with an option that is not offered',
      { tables: [{ ...table, carry: { hint: 'All.', where: [{ well: ['maybe'] }] } }] },
      /There is no "maybe" here/,
    ],
    [
      'a product of a column without numbers',
      {
        tables: [
          {
            ...table,
            columns: [
              { id: 'what', title: 'What' },
              { id: 'well', title: 'Well', kind: 'choice' },
              { id: 'sum', title: 'Sum', kind: 'product', of: ['what', 'what'] },
            ],
          },
        ],
      },
      /There is no "what" here/,
    ],
    [
      'two rows of one name, in whichever table',
      {
        tables: [
          table,
          { ...table, id: 'others', carry: undefined, rows: [{ id: 'hello', text: 'Once more' }] },
        ],
      },
      /"hello" is there twice/,
    ],
  ])('is refused with %s', (_, changed, message) => {
    expect(faultsAfter(withForm(changed))).toContainEqual(expect.stringMatching(message));
  });
});
