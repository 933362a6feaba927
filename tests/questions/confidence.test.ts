import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibration,
  type Confidence,
  confidences,
  type KeptMarks,
  marksOf,
  withMark,
} from '../../src/questions/confidence.ts';

const mark = fc.option(fc.constantFrom(...confidences), { nil: undefined });
const right = fc.constantFrom<0 | 1>(0, 1);
const answered = fc.array(fc.tuple(mark, right), { maxLength: 24 });
const seed = fc.nat(2 ** 30 - 1);

describe('the note after a try', () => {
  test('counts what was sure and right, and names what was sure and wrong', () => {
    expect(
      calibration(['sure', 'sure', 'guessing', undefined, 'sure', 'fairly'], [1, 0, 1, 0, 1, 0]),
    ).toEqual({
      counts: {
        sure: { marked: 3, right: 2 },
        fairly: { marked: 1, right: 0 },
        guessing: { marked: 1, right: 1 },
      },
      sureAndWrong: [1],
    });
  });

  test('there is none where the learner marked nothing', () => {
    fc.assert(
      fc.property(fc.array(right), (rights) => {
        expect(calibration([], rights)).toBeUndefined();
        expect(
          calibration(
            rights.map(() => undefined),
            rights,
          ),
        ).toBeUndefined();
      }),
    );
  });

  test('every mark is counted once, and sure is right, or is named', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const marks = answers.map(([given]) => given);
        const found = calibration(
          marks,
          answers.map(([, is]) => is),
        );
        const { counts, sureAndWrong } = found ?? { counts: undefined, sureAndWrong: [] };
        const marked = confidences.reduce((sum, level) => sum + (counts?.[level].marked ?? 0), 0);
        expect(marked).toBe(marks.filter((given) => given !== undefined).length);
        expect(sureAndWrong.length + (counts?.sure.right ?? 0)).toBe(counts?.sure.marked ?? 0);
        for (const place of sureAndWrong) expect(answers[place]).toEqual(['sure', 0]);
      }),
    );
  });
});

describe('what a device keeps', () => {
  const keep = (kept: KeptMarks, of: number, marks: (Confidence | undefined)[], others = [of]) =>
    marks.reduce((all, given, item) => withMark(all, of, item, given, others), kept);

  test('marks come back as they were given, whatever else is kept', () => {
    fc.assert(
      fc.property(seed, seed, fc.array(mark), fc.array(mark), (of, other, marks, others) => {
        fc.pre(of !== other);
        const kept = keep(keep({}, other, others), of, marks, [other]);
        expect(marksOf(kept, of)).toEqual(marks);
        expect(marksOf(kept, other)).toEqual(others);
      }),
    );
  });

  test('a try that is left in the middle has the marks of the answers given so far', () => {
    const kept = withMark({}, 7, 2, 'guessing', []);
    expect(marksOf(kept, 7)).toEqual([undefined, undefined, 'guessing']);
    const more = withMark(kept, 7, 0, 'sure', []);
    expect(marksOf(more, 7)).toEqual(['sure', undefined, 'guessing']);
  });

  test('nobody sees the marks of a try that is not theirs: another seed has none', () => {
    fc.assert(
      fc.property(seed, seed, fc.array(mark, { minLength: 1 }), (of, other, marks) => {
        fc.pre(of !== other);
        expect(marksOf(keep({}, of, marks), other)).toEqual([]);
      }),
    );
  });

  test('marks stay as long as the answers they belong to', () => {
    const two = withMark(withMark({}, 1, 0, 'sure', []), 2, 0, 'sure', [1]);
    expect(Object.keys(two)).toEqual(['1', '2']);
    expect(Object.keys(withMark(two, 3, 0, 'sure', [2]))).toEqual(['2', '3']);
  });

  test('what is kept and damaged is as good as not marked', () => {
    fc.assert(
      fc.property(fc.string(), (letters) => {
        for (const found of marksOf({ 1: letters }, 1))
          expect([...confidences, undefined]).toContain(found);
      }),
    );
  });
});
