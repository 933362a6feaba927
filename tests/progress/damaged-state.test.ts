import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, freshAttempt, type LearningEvent } from '../../src/progress/attempt.ts';
import { courseStatus } from '../../src/course/completion.ts';
import { fingerprint } from '../../src/course/fingerprint.ts';
import { attemptCodec, type Decoded } from '../../src/progress/suspend-data.ts';
import {
  anyEvents,
  large,
  played,
  small,
  syntheticStructure,
} from '../fixtures/synthetic-course.ts';
import { anyMutation } from './mutations.ts';

const structure = syntheticStructure(small);
const codec = attemptCodec(structure);
const anyState = anyEvents(structure).map((events) => played(structure, events));
/** Single mutations in all; the campaign tries a hundred thousand (docs/testing.md). */
const mutationsInAll = process.env['CAMPAIGN'] ? 100_000 : 5000;
const perState = { minLength: 25, maxLength: 25 };

const statusOf = (attempt: Attempt) =>
  courseStatus(attempt, structure, { lessons: 'all', cases: 'all', checks: 'final' }, 0.8);

/** Lessons and decisions that a text gives back and that were never made. */
function unearned({ attempt: read }: Decoded, { viewed, cases }: Attempt): string[] {
  return [
    ...read.viewed.filter((id) => !viewed.includes(id)),
    ...Object.entries(read.cases).flatMap(([id, record]) => {
      const before = cases[id] ?? { first: [], run: [], finished: false, endings: [] };
      return [
        ...record.first.filter((step, index) => before.first[index] !== step),
        ...record.run.filter((step, index) => before.run[index] !== step),
        ...record.endings.filter((ending) => !before.endings.includes(ending)),
        ...(record.finished && !before.finished ? [`${id} finished`] : []),
      ];
    }),
  ];
}

describe('D13: a stored text that is not as it was written', () => {
  test(
    'never gives a try, a score or a status, nor a lesson or decision that was not made',
    { timeout: 0 },
    () => {
      const wrong: string[] = [];
      const check = (attempt: Attempt, text: string, mutated: string) => {
        if (mutated.trim() === text) return;
        const read = codec.decode(mutated);
        if (mutated.trim() !== '') expect(read.problem).toBeDefined();
        expect(read.attempt.checks).toEqual({});
        expect(statusOf(read.attempt)).toEqual({ completion: 'incomplete', success: 'unknown' });
        wrong.push(...unearned(read, attempt));
      };
      fc.assert(
        fc.property(anyState, fc.array(anyMutation, perState), (attempt, mutations) => {
          const text = codec.encode(attempt);
          for (const mutate of mutations) check(attempt, text, mutate(text));
        }),
        { numRuns: mutationsInAll / perState.minLength, endOnFailure: true },
      );
      expect(wrong.length).toBeLessThanOrEqual(mutationsInAll < 100_000 ? 0 : 1);
    },
  );

  test('gives back every lesson list and case whose seal is right, and names the other parts', () => {
    const events: LearningEvent[] = [
      { type: 'lesson.viewed', lesson: 'lesson-on-something-0' },
      { type: 'case.chosen', case: 'case-of-somebody-0', scene: 'scene-0', choice: 'choice-0' },
      { type: 'case.chosen', case: 'case-of-somebody-1', scene: 'scene-0', choice: 'choice-0' },
      { type: 'check.finished', check: 'module-0', score: 1 },
      { type: 'time.passed', seconds: 900 },
    ];
    const attempt = played(structure, events);
    const text = codec.encode(attempt);
    const second = text.split('.').slice(0, 4).join('.').length + 1;
    const check = { part: 'check', id: 'module-0' };
    const damagedCase = { part: 'case', id: 'case-of-somebody-1' };
    for (const mutated of [
      text.slice(0, second) + text.slice(second + 1),
      `${text.slice(0, second)}A${text.slice(second)}`,
      `${text.slice(0, second + 1)}.${text.slice(second + 1)}`,
    ]) {
      const read = codec.decode(mutated);
      expect(read.problem).toBe('damaged');
      expect(read.unread).toEqual([damagedCase, check]);
      expect(read.attempt).toMatchObject({ viewed: attempt.viewed, seconds: 900, checks: {} });
      expect(Object.keys(read.attempt.cases)).toEqual(['case-of-somebody-0']);
    }
    const cut = codec.decode(text.slice(0, second + 1));
    expect(cut.problem).toBe('truncated');
    expect(cut.unread).toContainEqual(damagedCase);
    expect(cut.unread).toContainEqual({ part: 'log' });
    expect(cut.attempt.viewed).toEqual(attempt.viewed);
  });

  test('gives back its sealed parts where the head is damaged, for the structure they were sealed for', () => {
    const attempt = played(structure, [{ type: 'lesson.viewed', lesson: 'lesson-on-something-0' }]);
    const text = codec.encode(attempt);
    const next = { ...structure, lessons: structure.lessons.toReversed() };
    const after = attemptCodec(next, { [fingerprint(structure)]: structure });
    for (const damaged of [
      `x${text.slice(1)}`,
      text.slice(1),
      `1${text}`,
      `2AAAAAA${text.slice(7)}`,
    ])
      for (const { decode } of [codec, after]) {
        expect(decode(damaged).attempt.viewed).toEqual(['lesson-on-something-0']);
        expect(decode(damaged).problem).toBe('damaged');
      }
  });

  test('is read after what LMSs do to texts without harm: white space around it', () => {
    const text = codec.encode(played(structure, [{ type: 'time.passed', seconds: 5 }]));
    expect(codec.decode(` ${text}\r\n`)).toMatchObject({ attempt: { seconds: 5 }, unread: [] });
  });

  test.for([
    ['nothing stored', '', undefined],
    ['state of another course format', '{"page":3}', 'foreign'],
    ['compressed text', 'N4Ig+w\uD800', 'foreign'],
    ['a form of the future', `3${codec.encode(freshAttempt).slice(1, 12)}`, 'foreign'],
    ['an object key that every object has', '1__proto0000000', 'unknown-structure'],
    [
      'a structure nobody remembers',
      attemptCodec(syntheticStructure(large)).encode(freshAttempt),
      'unknown-structure',
    ],
  ] as const)('%s is a fresh attempt, and the reason is told', ([, text, problem]) => {
    expect(codec.decode(text)).toEqual({
      attempt: freshAttempt,
      unread: [],
      lost: [],
      ...(problem && { problem }),
    });
  });

  test('never throws, whatever it is given', () => {
    const text = codec.encode(played(structure, []));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('Aa0-_.~z')) }).map((rest) => `2${rest}`),
      fc
        .tuple(anyState, fc.array(anyMutation, { maxLength: 20 }))
        .map(([attempt, mutations]) =>
          mutations.reduce(
            (before, mutate) => (before === '' ? '' : mutate(before)),
            codec.encode(attempt),
          ),
        ),
      fc
        .tuple(fc.nat(text.length), fc.string())
        .map(([at, put]) => text.slice(0, at) + put + text.slice(at)),
    );
    fc.assert(
      fc.property(hostile, (given) => {
        const { attempt } = codec.decode(given);
        expect(attempt.viewed.every((id) => structure.lessons.includes(id))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
