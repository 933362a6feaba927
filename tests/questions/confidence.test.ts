import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibration,
  type Confidence,
  confidences,
  levelsOf,
  type StoredConfidence,
  withLevel,
} from '../../src/questions/confidence.ts';

const level = fc.option(fc.constantFrom(...confidences), { nil: undefined });
const grade = fc.constantFrom<0 | 1>(0, 1);
const answered = fc.array(fc.tuple(level, grade), { maxLength: 24 });
const seed = fc.nat(2 ** 30 - 1);

describe('calibration', () => {
  test('counts right answers by level and lists those that were sure and wrong', () => {
    expect(
      calibration(['sure', 'sure', 'guessing', undefined, 'sure', 'fairly'], [1, 0, 1, 0, 1, 0]),
    ).toEqual({
      counts: {
        sure: { stated: 3, right: 2 },
        fairly: { stated: 1, right: 0 },
        guessing: { stated: 1, right: 1 },
      },
      sureAndWrong: [1],
    });
  });

  test('is absent where the learner stated no level', () => {
    fc.assert(
      fc.property(fc.array(grade), (grades) => {
        expect(calibration([], grades)).toBeUndefined();
        expect(
          calibration(
            grades.map(() => undefined),
            grades,
          ),
        ).toBeUndefined();
      }),
    );
  });

  test('counts each level once; every sure answer is right or listed', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const levels = answers.map(([stated]) => stated);
        const found = calibration(
          levels,
          answers.map(([, is]) => is),
        );
        const { counts, sureAndWrong } = found ?? { counts: undefined, sureAndWrong: [] };
        const stated = confidences.reduce((sum, each) => sum + (counts?.[each].stated ?? 0), 0);
        expect(stated).toBe(levels.filter((each) => each !== undefined).length);
        expect(sureAndWrong.length + (counts?.sure.right ?? 0)).toBe(counts?.sure.stated ?? 0);
        for (const place of sureAndWrong) expect(answers[place]).toEqual(['sure', 0]);
      }),
    );
  });
});

describe('confidence stored on a device', () => {
  const store = (
    stored: StoredConfidence,
    seedOfTry: number,
    levels: (Confidence | undefined)[],
    others = [seedOfTry],
  ) => levels.reduce((all, each, item) => withLevel(all, seedOfTry, item, each, others), stored);

  test('is read as it was written, whatever else is stored', () => {
    fc.assert(
      fc.property(seed, seed, fc.array(level), fc.array(level), (one, other, levels, others) => {
        fc.pre(one !== other);
        const stored = store(store({}, other, others), one, levels, [other]);
        expect(levelsOf(stored, one)).toEqual(levels);
        expect(levelsOf(stored, other)).toEqual(others);
      }),
    );
  });

  test('an unfinished try has the levels of the answers given so far', () => {
    const stored = withLevel({}, 7, 2, 'guessing', []);
    expect(levelsOf(stored, 7)).toEqual([undefined, undefined, 'guessing']);
    const more = withLevel(stored, 7, 0, 'sure', []);
    expect(levelsOf(more, 7)).toEqual(['sure', undefined, 'guessing']);
  });

  test('is not shown for the try of another learner, which has another seed', () => {
    fc.assert(
      fc.property(seed, seed, fc.array(level, { minLength: 1 }), (one, other, levels) => {
        fc.pre(one !== other);
        expect(levelsOf(store({}, one, levels), other)).toEqual([]);
      }),
    );
  });

  test('is removed with the answers it belongs to', () => {
    const two = withLevel(withLevel({}, 1, 0, 'sure', []), 2, 0, 'sure', [1]);
    expect(Object.keys(two)).toEqual(['1', '2']);
    expect(Object.keys(withLevel(two, 3, 0, 'sure', [2]))).toEqual(['2', '3']);
  });

  test('damaged letters read as no level', () => {
    fc.assert(
      fc.property(fc.string(), (letters) => {
        for (const found of levelsOf({ 1: letters }, 1))
          expect([...confidences, undefined]).toContain(found);
      }),
    );
  });
});
