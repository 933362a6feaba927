import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWith } from '../../src/content/diagnostics/schema-diagnostics.ts';
import { amountText, chartDrawing } from '../../src/lesson/chart-drawing.ts';
import { chartSchema, chartWidth, endOf, roomOf, type Chart } from '../../src/lesson/chart.ts';
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

/** What is drawn: bars as start and end, texts as the box that they need at most. */
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

describe('a slip in a chart is told with its field', () => {
  const sound = {
    title: 'T',
    unit: 'u',
    rows: [
      { label: 'a', values: [1] },
      { label: 'b', values: [2] },
    ],
    sources: [{ source: 'manual' }],
  };
  const told = (change: object) =>
    parseWith(chartSchema, { ...sound, ...change }, 'c.yaml').faults.map(diagnosticLine);

  test('the sound one has none', () => {
    expect(told({})).toEqual([]);
    expect(endOf(null)).toBe(0);
  });

  test.for<[name: string, change: object, message: string]>([
    [
      'two numbers where one is named',
      { rows: [...sound.rows, { label: 'c', values: [1, 2] }] },
      'c.yaml · rows.2.values: Found a list. Write 1 number, with a point for decimals.',
    ],
    [
      'one number where two are named',
      { series: ['x', 'y'], rows: [{ label: 'c', values: [1, 2] }, ...sound.rows.slice(1)] },
      'c.yaml · rows.1.values: Found a list. Write 2 numbers, one for each of series.',
    ],
    [
      'a range that leaves out the number',
      { rows: [{ label: 'c', values: [{ value: 9, low: 1, high: 3 }] }, ...sound.rows] },
      'c.yaml · rows.0.values.0: Found { value: 9, low: 1, high: 3 }. Write low, value and high so that the value lies between the two.',
    ],
    [
      'nothing to draw',
      { rows: sound.rows.map((row) => ({ ...row, values: [null] })) },
      'c.yaml · rows: Found a list. Write at least one number above 0.',
    ],
    [
      'a label that does not fit',
      { rows: [{ label: 'm'.repeat(60), values: [1] }, ...sound.rows] },
      `c.yaml · rows.0.label: Found "${'m'.repeat(60)}". Write at most 41 letters.`,
    ],
    [
      'a number of too many digits',
      { rows: [{ label: 'c', values: [1234567] }, ...sound.rows] },
      'c.yaml · rows.0.values.0: Found "1234567". Write at most six digits, and choose the unit for it.',
    ],
    ['no source', { sources: [] }, 'c.yaml · sources: Found 0 entries. Write at least 1 entries.'],
    [
      'a misspelt field',
      { units: 'u' },
      'c.yaml · units: "units" is not a field here. Did you mean "unit"?',
    ],
  ])('%s', ([, change, message]) => {
    expect(told(change)).toEqual([message]);
  });
});
