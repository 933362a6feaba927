import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidences } from '../../src/questions/confidence.ts';
import {
  type CountedSheet,
  fewestSheets,
  itemStatistics,
  scoreStatistics,
} from '../../src/statistics/item-statistics.ts';

/** Sheets from rows of 0 and 1; the questions are `a`, `b`, `c`, ... */
const sheetsOf = (...rows: string[]): CountedSheet[] =>
  rows.map((row) => ({
    answers: Array.from(row, (mark, place) => ({
      question: 'abcdefgh'.charAt(place),
      isRight: mark === '1',
    })),
  }));

const questions = ['a', 'b', 'c', 'd', 'e'];
const answer = fc.record({
  isRight: fc.boolean(),
  confidence: fc.option(fc.constantFrom(...confidences), { nil: undefined }),
});
const sheet: fc.Arbitrary<CountedSheet> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...questions), answer), { selector: ([id]) => id })
  .map((answers) => ({
    answers: answers.map(([question, { isRight, confidence }]) => ({
      question,
      isRight,
      ...(confidence && { confidence }),
    })),
  }));
const sheets = fc.array(sheet, { maxLength: 30 });

describe('a question', () => {
  // Ten sheets of four questions. Worked by hand for question a: right in six sheets, with 3, 3, 2,
  // 2, 1, 1 of the three others right; wrong in four, with 2, 1, 0, 0. In thirds: M1 = 12/6 = 2,
  // M0 = 3/4, mean 15/10 = 1.5; sum of squares 9+9+4+4+1+1+4+1 = 33, variance 3.3 - 2.25 = 1.05.
  // r = (2 - 0.75) / sqrt(1.05) * sqrt(0.6 * 0.4) = 1.25 / 1.024695 * 0.489898 = 0.597614.
  const ten = sheetsOf(
    ...['1111', '1111', '1110', '1011', '1100', '1001'],
    ...['0110', '0010', '0000', '0000'],
  );

  test('has the difficulty and discrimination worked out by hand', () => {
    const [a] = itemStatistics(ten, questions);
    expect(a).toMatchObject({ question: 'a', answered: 10, right: 6, difficulty: 0.6 });
    expect(a?.discrimination).toBeCloseTo(0.597614, 6);
  });

  test('that divides the sheets as the rest does discriminates wholly, the other way round too', () => {
    const five = (row: string) => Array.from({ length: 5 }, () => row);
    const whole = itemStatistics(sheetsOf(...five('111'), ...five('000')), ['a']);
    const reverse = itemStatistics(sheetsOf(...five('011'), ...five('100')), ['a']);
    expect(whole[0]?.discrimination).toBeCloseTo(1, 12);
    expect(reverse[0]?.discrimination).toBeCloseTo(-1, 12);
  });

  test('has no discrimination from too few sheets', () => {
    const [a] = itemStatistics(ten.slice(1), questions);
    expect(ten.slice(1)).toHaveLength(fewestSheets - 1);
    expect(a?.discrimination).toBe('few');
  });

  test('that all have right, or all wrong, or whose rests are alike, has none either', () => {
    const same = (row: string) => sheetsOf(...Array.from({ length: 10 }, () => row));
    expect(itemStatistics(same('110'), ['a', 'c']).map((of) => of.discrimination)).toEqual([
      'alike',
      'alike',
    ]);
    const rests = sheetsOf(...Array.from({ length: 10 }, (_, place) => `${place % 2}10`));
    expect(itemStatistics(rests, ['a'])[0]?.discrimination).toBe('alike');
  });

  test('is sure and wrong only where both were so', () => {
    const given = (isRight: boolean, confidence?: 'sure' | 'guessing'): CountedSheet => ({
      answers: [{ question: 'a', isRight, ...(confidence && { confidence }) }],
    });
    expect(
      itemStatistics(
        [given(false, 'sure'), given(true, 'sure'), given(false, 'guessing'), given(false)],
        ['a'],
      ),
    ).toMatchObject([{ answered: 4, rated: 3, sureAndWrong: 1 }]);
  });

  test('of any sheets has a difficulty of 0 to 1 and a discrimination of -1 to 1', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 10, maxLength: 40 }), (all) => {
        for (const one of itemStatistics(all, questions)) {
          expect(one.difficulty).toBeGreaterThanOrEqual(0);
          expect(one.difficulty).toBeLessThanOrEqual(1);
          if (typeof one.discrimination !== 'number') continue;
          expect(one.answered).toBeGreaterThanOrEqual(fewestSheets);
          expect(Math.abs(one.discrimination)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('is counted once for each sheet that has it', () => {
    fc.assert(
      fc.property(sheets, (all) => {
        const found = itemStatistics(all, questions);
        for (const id of questions) {
          const has = all.filter(({ answers }) => answers.some(({ question }) => question === id));
          const one = found.find(({ question }) => question === id);
          expect(one?.answered ?? 0).toBe(has.length);
          expect(one?.right ?? 0).toBeLessThanOrEqual(has.length);
          expect(one?.sureAndWrong ?? 0).toBeLessThanOrEqual(one?.rated ?? 0);
        }
      }),
    );
  });
});

describe('all sheets together', () => {
  test('have the mean and the spread worked out by hand', () => {
    // Shares of four: 1, 1, .75, .75, .5, .5, .5, .25, 0, 0; mean 5.25 / 10. Squares about it:
    // 2 * .225625 + 2 * .050625 + 3 * .000625 + .075625 + 2 * .275625 = 1.18125; / 9, root .362284.
    const ten = sheetsOf(
      ...['1111', '1111', '1110', '1011', '1100', '1001'],
      ...['0110', '0010', '0000', '0000'],
    );
    const found = scoreStatistics(ten);
    expect(found).toMatchObject({ sheets: 10, lowest: 0, highest: 1 });
    expect(found?.mean).toBeCloseTo(0.525, 12);
    expect(found?.spread).toBeCloseTo(0.362284, 6);
  });

  test('have no spread when they are few, and nothing at all when there are none', () => {
    expect(scoreStatistics(sheetsOf('10', '11'))).toEqual({
      sheets: 2,
      mean: 0.75,
      lowest: 0.5,
      highest: 1,
    });
    expect(scoreStatistics([])).toBeUndefined();
  });

  test('say the same in whatever order the sheets came', () => {
    const shuffled = sheets.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(itemStatistics(other, questions)).toEqual(itemStatistics(all, questions));
        expect(scoreStatistics(other)).toEqual(scoreStatistics(all));
      }),
    );
  });
});
