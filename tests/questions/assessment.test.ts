import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import type { ParsedContent } from '../../src/content/parsed-content.ts';
import { assessment as rule } from '../../src/content/rules/assessment.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import {
  askedIn,
  drawAssessment,
  isExhausted,
  shares,
  withoutHalf,
} from '../../src/course/assessment.ts';
import { assessments, type Drawable, halfOf, withHalves } from '../../src/course/halves.ts';
import { freshAttempt, record } from '../../src/progress/attempt.ts';

const { structure, tracks } = loadCourse('en');
const banks = structure.checks.map(({ questions }) => questions);
const blueprint = structure.assessment?.blueprint ?? [];
const anySeed = fc.nat(2 ** 30 - 1);

describe('the shares of a blueprint', () => {
  test('add up to what is asked, each within one of its exact part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(24), { minLength: 1, maxLength: 12 }),
        fc.nat(60),
        (weights, count) => {
          fc.pre(weights.some((weight) => weight > 0));
          const whole = shares(weights, count);
          const all = weights.reduce((sum, weight) => sum + weight, 0);
          expect(whole.reduce((sum, one) => sum + one, 0)).toBe(count);
          whole.forEach((share, index) => {
            expect(Math.abs(share - ((weights[index] ?? 0) * count) / all)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('are nothing where nothing has weight', () => {
    expect(shares([0, 0], 5)).toEqual([0, 0]);
  });
});

test('a bank must suffice for every track: a module may get more questions of a smaller total', () => {
  const weights = { one: 6, two: 6, three: 2 };
  expect([10, 11].map((count) => shares(Object.values(weights), count)[2])).toEqual([2, 1]);
  const bank = (count: number) =>
    Array.from({ length: count }, () => ({ use: 'bank', objective: 'o' }));
  const content = {
    language: 'en',
    course: {
      modules: Object.keys(weights).map((id) => ({ id, lessons: [], check: { draw: 1 } })),
      tracks: [10, 11].map((questions) => ({ id: `of-${questions}`, lessons: 'all', questions })),
      completion: { lessons: 'all', cases: 'all', checks: 'final' },
      assessment: { blueprint: weights },
    },
    unread: new Set(),
    words: { tracks: { 'of-10': {}, 'of-11': {} } },
    questions: new Map([
      ['one', bank(12)],
      ['two', bank(12)],
      ['three', bank(2)],
    ]),
    lessons: new Map(),
    scenarios: new Map(),
    history: new Map(),
  } as unknown as ParsedContent;
  expect(findingsOf(rule, {}, content).map(({ field, message }) => `${field}: ${message}`)).toEqual(
    [
      'assessment.blueprint.three: Each assessment asks 2 questions of three, and half of its bank has 1.',
    ],
  );
});

test('an assessment in which no module has a weight asks nothing, and is refused', () => {
  const content = {
    language: 'en',
    course: {
      modules: [{ id: 'one', lessons: [], check: { draw: 1 } }],
      tracks: [{ id: 'all', lessons: 'all', questions: 12 }],
      completion: { lessons: 'all', cases: 'all', checks: 'final' },
      assessment: { blueprint: { one: 0 } },
    },
    unread: new Set(),
    words: { tracks: { all: {} } },
    questions: new Map([['one', []]]),
    lessons: new Map(),
    scenarios: new Map(),
    history: new Map(),
  } as unknown as ParsedContent;
  expect(findingsOf(rule, {}, content).map(({ field, message }) => `${field}: ${message}`)).toEqual(
    ['assessment.blueprint: No module has a weight, so the assessments would ask nothing.'],
  );
});

describe('the draw of an assessment', () => {
  test.for(tracks.map(({ id, questions }) => [id, questions] as const))(
    'honours the blueprint on the track %s',
    ([, count]) => {
      fc.assert(
        fc.property(anySeed, fc.constantFrom(...assessments), (seed, assessment) => {
          const drawn = drawAssessment(assessment, banks, blueprint, count, seed);
          expect(new Set(drawn).size).toBe(count);
          const perModule = banks.map((bank) => bank.filter(({ id }) => drawn.includes(id)).length);
          expect(perModule).toEqual(shares(blueprint, count));
        }),
        { numRuns: 40 },
      );
    },
  );

  test('P03: gives the same questions in the same order for the same seed', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const draw = () => askedIn(structure, 'final', seed, 24).map(({ id }) => id);
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 20 },
    );
  });

  test('never asks in the final what the pre-test may ask', () => {
    for (const bank of banks) {
      const [before, after] = assessments.map((one) => halfOf(bank, one).map(({ id }) => id));
      expect([...(before ?? []), ...(after ?? [])].sort()).toEqual(bank.map(({ id }) => id).sort());
      expect(before?.filter((id) => after?.includes(id))).toEqual([]);
    }
  });

  test('keeps a question in its half when others are added after it', () => {
    const [bank = []] = banks;
    const longer = [...bank, { ...bank[0], id: 'later', objective: bank[0]?.objective ?? '' }];
    for (const assessment of assessments)
      expect(halfOf(longer, assessment).map(({ id }) => id)).toEqual(
        expect.arrayContaining(halfOf(bank, assessment).map(({ id }) => id)),
      );
  });
});

describe('the halves of a bank', () => {
  const [published = []] = structure.checks.map(({ questions }) => questions);
  const sides = (bank: readonly Drawable[]) =>
    new Map(assessments.flatMap((one) => halfOf(bank, one).map(({ id }) => [id, one])));

  test('stay as they were published when any question is removed', () => {
    const before = sides(published);
    for (const [index, gone] of published.entries()) {
      const left = published.toSpliced(index, 1);
      for (const bank of [left, withHalves(left.map(withoutHalf), [published])]) {
        const after = sides(bank);
        expect(after.has(gone.id)).toBe(false);
        for (const [id, side] of after) expect(side).toBe(before.get(id));
      }
    }
  });

  test('are the same where a version published none of them', () => {
    const bare = published.map(withoutHalf);
    expect(sides(withHalves(bare, []))).toEqual(sides(published));
    expect(sides(withHalves(bare.toReversed(), [bare]))).toEqual(sides(published));
  });

  test('gain a new question on the side that has fewer of its objective', () => {
    const [first] = published;
    if (first === undefined) throw new Error('the bank is empty');
    const own = published.filter(({ objective }) => objective === first.objective);
    const [kept, ...others] = own;
    const left = published.filter((question) => !others.includes(question));
    const grown = withHalves([...left, { ...first, id: 'new', half: undefined }], [published]);
    expect(sides(grown).get('new')).not.toBe(sides(published).get(kept?.id ?? ''));
  });
});

describe('the tries of an assessment', () => {
  const start = (check: string) => ({ type: 'check.started', check, seed: 5, draw: 2 }) as const;
  const answer = (check: string) =>
    ({ type: 'check.answered', check, item: 0, response: ['a'] }) as const;
  const finish = (check: string) => ({ type: 'check.finished', check, score: 0.5 }) as const;

  test('keep the answers of the last final, and those of no other check', () => {
    const events = ['pre-test', 'final', 'pre-arrest'].flatMap((check) => [
      start(check),
      answer(check),
      finish(check),
    ]);
    const { checks } = events.reduce(record, freshAttempt);
    expect(checks['final']).toEqual({
      tries: [0.5],
      last: { seed: 5, answers: [['a'], undefined] },
    });
    expect(checks['pre-test']).toEqual({ tries: [0.5], ended: 5 });
    expect(checks['pre-arrest']).toEqual({ tries: [0.5], ended: 5 });
  });

  test('are kept apart: beginning one check drops no answer of another', () => {
    const events = [start('final'), answer('final'), start('pre-arrest'), answer('pre-arrest')];
    const { checks } = [...events, start('trial')].reduce(record, freshAttempt);
    const open = { seed: 5, answers: [['a'], undefined] };
    expect(checks['final']).toEqual({ tries: [], open });
    expect(checks['pre-arrest']).toEqual({ tries: [], open });
    expect(checks['trial']?.open).toBeDefined();
  });

  test('are used up only where the author set a number', () => {
    expect(isExhausted({}, 100)).toBe(false);
    expect(isExhausted({ assessment: { tries: 3 } }, 2)).toBe(false);
    expect(isExhausted({ assessment: { tries: 3 } }, 3)).toBe(true);
  });
});
