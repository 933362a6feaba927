import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseWith } from '../../src/content/diagnostics/schema-diagnostics.ts';
import { parseYaml } from '../../src/content/files/parse-yaml.ts';
import { chart as rule } from '../../src/content/rules/chart.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { amountText, chartDrawing } from '../../src/lesson/Chart/chart-drawing.ts';
import {
  chartSchema,
  chartWidth,
  endOf,
  roomOf,
  type Chart,
} from '../../src/lesson/Chart/chart.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';

const english = { language: 'en', direction: 'ltr', unknown: 'not known' } as const;
const arabic = { ...english, direction: 'rtl' } as const;

const number = fc.integer({ min: 0, max: 999_999 }).map((tenths) => tenths / 10);
const amount = fc.oneof(
  number,
  fc.constant(null),
  fc
    .tuple(number, number, number)
    .map((three) => three.toSorted((a, b) => a - b))
    .map(([low = 0, value = 0, high = 0]) => ({ low, value, high })),
);
const words = (limit: number) =>
  fc
    .stringMatching(/^[A-Za-z][A-Za-z ]{0,39}$/)
    .map((text) => text.trim())
    .filter((text) => roomOf(text) <= limit);
const chart: fc.Arbitrary<Chart> = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.record({
      title: fc.constant('Title'),
      unit: fc.constant('people'),
      series: columns === 1 ? fc.constant(undefined) : fc.array(words(70), size(columns)),
      rows: fc.array(
        fc.record({ label: words(chartWidth - 4), values: fc.array(amount, size(columns)) }),
        { minLength: 2, maxLength: 10 },
      ),
      sources: fc.constant('manual').map((source) => [{ source }]),
    }),
  )
  .map(({ series, ...rest }) => ({ ...rest, ...(series && { series }) }))
  .filter(({ rows }) => rows.some(({ values }) => values.some((one) => endOf(one) > 0)));

function size(length: number) {
  return { minLength: length, maxLength: length };
}

/** The parts of a drawing: bars as start and end, texts as the box that they need at most. */
function drawn(value: Chart, reading: typeof english | typeof arabic) {
  expect(chartSchema.safeParse(value).success).toBe(true);
  const svg = chartDrawing(value, 'c', reading);
  const bars = [...svg.matchAll(/<path class="\w+" d="M([\d.]+) ([\d.]+)H([\d.]+)/g)].map(
    ([, from, y, to]) => ({ from: Number(from), to: Number(to), y: Number(y) }),
  );
  const texts = [
    ...svg.matchAll(/<text class="\w+" x="([-\d.]+)" y="([\d.]+)">(.*?)<\/text>/g),
  ].map(([, at, baseline, words = '']) => {
    const x = Number(at);
    const room = roomOf(words.replace(/<.*?>/g, ''));
    const [start, end] = reading.direction === 'rtl' ? [x - room, x] : [x, x + room];
    return { start, end, top: Number(baseline) - 12, bottom: Number(baseline) + 4 };
  });
  expect(texts).toHaveLength(value.rows.length * (1 + (value.series?.length ?? 1)));
  const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
  return { bars, texts, height };
}

describe('a chart of 2 to 10 rows, in both directions', () => {
  for (const reading of [english, arabic])
    test(`keeps every word within the drawing and off every other (${reading.direction})`, () => {
      fc.assert(
        fc.property(chart, (value) => {
          const { texts, height } = drawn(value, reading);
          for (const { start, end, top, bottom } of texts) {
            expect(start).toBeGreaterThanOrEqual(-0.1);
            expect(end).toBeLessThanOrEqual(chartWidth + 0.1);
            expect(top).toBeGreaterThanOrEqual(0);
            expect(bottom).toBeLessThanOrEqual(height);
          }
          // One line of words after the other: each ends above the next.
          for (const [index, text] of texts.entries())
            expect(text.bottom).toBeLessThanOrEqual(texts[index + 1]?.top ?? Infinity);
        }),
        { numRuns: 60 },
      );
    });

  test('draws bars from zero, each as long as its number, on one scale', () => {
    fc.assert(
      fc.property(chart, (value) => {
        const { bars } = drawn(value, english);
        const values = value.rows
          .flatMap(({ values }) => values)
          .map((one) => (one === null ? 0 : typeof one === 'number' ? one : one.value))
          .filter((one) => one > 0);
        expect(bars).toHaveLength(values.length);
        const largest = values.indexOf(Math.max(...values));
        const scale = (bars[largest]?.to ?? 0) / (values[largest] ?? 1);
        for (const [index, { from, to }] of bars.entries()) {
          expect(from).toBe(0);
          expect(Math.abs(to - (values[index] ?? 0) * scale)).toBeLessThanOrEqual(0.2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is the mirror image where the language is read from right to left', () => {
    fc.assert(
      fc.property(chart, (value) => {
        const mirrored = drawn(value, arabic).bars;
        for (const [index, { to, y }] of drawn(value, english).bars.entries()) {
          expect(mirrored[index]?.from).toBe(chartWidth);
          expect(mirrored[index]?.to).toBeCloseTo(chartWidth - to, 0);
          expect(mirrored[index]?.y).toBe(y);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('a chart is named, and told in words with every number', () => {
  const svg = chartDrawing(
    {
      title: 'Waiting & care',
      unit: 'weeks',
      rows: [
        { label: 'North', values: [{ value: 5, low: 2, high: 9 }] },
        { label: 'South', values: [null] },
      ],
      sources: [{ source: 'manual' }],
    },
    'c',
    english,
  );
  expect(svg).toContain('role="img" aria-labelledby="c-title" aria-describedby="c-desc"');
  expect(svg).toContain('<title id="c-title">Waiting &amp; care (weeks)</title>');
  expect(svg).toContain('<desc id="c-desc">North: 5 (2–9); South: not known</desc>');
});

test('numbers are written as the language writes them', () => {
  expect(amountText(12345.5, { ...english, language: 'de' })).toBe('12.345,5');
  expect(amountText(12345.5, english)).toBe('12,345.5');
});

describe('a mistake in a chart is reported with its field', () => {
  const sound = {
    title: 'T',
    unit: 'u',
    rows: [
      { label: 'a', values: [1] },
      { label: 'b', values: [2] },
    ],
    sources: [{ source: 'manual' }],
  };
  const told = (change: object) => {
    const text = stringify({ ...sound, ...change });
    const { value, diagnostics } = parseWith(chartSchema, parseYaml(text, 'c.yaml'));
    const charts = new Map(value === undefined ? [] : [['m/c', value]]);
    return [...diagnostics, ...findingsOf(rule, {}, { charts })].map(diagnosticLine);
  };

  test('the sound one has none', () => {
    expect(told({})).toEqual([]);
    expect(endOf(null)).toBe(0);
  });

  test.for<[name: string, change: object, message: string]>([
    [
      'two numbers where one is named',
      { rows: [...sound.rows, { label: 'c', values: [1, 2] }] },
      'en/modules/m/figures/c.yaml  chart  The row has 2 numbers. Write one number, with a point for decimals. [rows.2.values]',
    ],
    [
      'one number where two are named',
      { series: ['x', 'y'], rows: [{ label: 'c', values: [1, 2] }, ...sound.rows.slice(1)] },
      'en/modules/m/figures/c.yaml  chart  The row has one number. Write 2 numbers, one for each of series. [rows.1.values]',
    ],
    [
      'a range that leaves out the number',
      { rows: [{ label: 'c', values: [{ value: 9, low: 1, high: 3 }] }, ...sound.rows] },
      'en/modules/m/figures/c.yaml  chart  The value 9 is not between 1 and 3. Write low, value and high so that the value lies between the two. [rows.0.values.0]',
    ],
    [
      'nothing to draw',
      { rows: sound.rows.map((row) => ({ ...row, values: [null] })) },
      'en/modules/m/figures/c.yaml  chart  Every number is 0 or not known. Write at least one number above 0. [rows]',
    ],
    [
      'a label that does not fit',
      { rows: [{ label: 'm'.repeat(60), values: [1] }, ...sound.rows] },
      `c.yaml  schema  Found "${'m'.repeat(60)}". Write at most 41 letters. [rows.0.label]`,
    ],
    [
      'a number of too many digits',
      { rows: [{ label: 'c', values: [1234567] }, ...sound.rows] },
      'c.yaml  schema  Found "1234567". Write at most six digits, and choose the unit for it. [rows.0.values.0]',
    ],
    [
      'no source',
      { sources: [] },
      'c.yaml  schema  Found 0 entries. Write at least 1 entries. [sources]',
    ],
    [
      'a misspelt field',
      { units: 'u' },
      'c.yaml  schema  "units" is not a field here. Did you mean "unit"? [units]',
    ],
  ])('%s', ([, change, message]) => {
    expect(told(change)).toEqual([message]);
  });
});
