import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheetFile, sheetName } from '../../src/statistics/answer-sheet.ts';
import { readSheetCode, sheetCode } from '../../src/statistics/sheet-code.ts';
import type { Question } from '../../src/questions/question.ts';
import { asFile, banks, own, sheet, sheetCourse } from './any-sheet.ts';

describe('a sheet as a code', () => {
  test('is read as it was written, and a person can type it', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const code = sheetCode(own, one);
        expect(code).toMatch(/^([0-9A-Z]{4}-)+[0-9A-Z]{1,4}$/);
        expect(code.length).toBeLessThanOrEqual(one.answers.length === 12 ? 64 : 96);
        expect(readSheetCode(code, own)).toEqual({ sheet: one });
        const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`;
        expect(readSheetCode(typed.replaceAll('1', 'l'), own)).toEqual({ sheet: one });
      }),
    );
  });

  test('with one wrong character, or two neighbours that changed places, is always refused', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(sheet, fc.nat(), fc.constantFrom(...alphabet), (one, at, other) => {
        const code = sheetCode(own, one).replaceAll('-', '');
        const place = at % (code.length - 1);
        const [here = '', next = ''] = code.slice(place, place + 2);
        const before = code.slice(0, place);
        if (other !== here)
          expect(readSheetCode(before + other + code.slice(place + 1), own)).toHaveProperty(
            'problem',
          );
        if (next !== here)
          expect(readSheetCode(before + next + here + code.slice(place + 2), own)).toHaveProperty(
            'problem',
          );
      }),
    );
  });

  test('that is cut, or grown, or no code at all is refused', () => {
    fc.assert(
      fc.property(sheet, fc.nat(), (one, at) => {
        const code = sheetCode(own, one);
        expect(readSheetCode(code.slice(0, 10 + (at % (code.length - 10))), own)).toHaveProperty(
          'problem',
        );
        expect(readSheetCode(`${code}00`, own)).toHaveProperty('problem');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSheetCode(text, own)).toHaveProperty('problem');
      }),
    );
    expect(readSheetCode('Thank you, here it is:', own)).toEqual({ problem: 'foreign' });
    // Nothing so long is a code: reading it would take as long as its square.
    expect(readSheetCode('A'.repeat(1000), own)).toEqual({ problem: 'damaged' });
    expect(readSheetCode('A'.repeat(1001), own)).toEqual({ problem: 'foreign' });
  });

  test('with a seed that no draw has is refused: under other names one try would count twice', () => {
    const [one] = fc.sample(sheet, 1);
    if (one === undefined) throw new Error('no sheet');
    const file = JSON.parse(asFile(one)) as { seed: number };
    for (const seed of [file.seed + 0.5, file.seed + 2 ** 32, file.seed - 2 ** 32])
      expect(readSheetFile(JSON.stringify({ ...file, seed }), own)).toEqual({ problem: 'damaged' });
  });

  test('P03: of a version with another question, key or order is refused, not misread', () => {
    const [one] = fc.sample(sheet, 1);
    if (one === undefined) throw new Error('no sheet');
    const code = sheetCode(own, one);
    const [first = [], ...others] = banks;
    const question = first.find(({ kind }) => kind === 'single');
    if (question?.kind !== 'single') throw new Error('no question is of one answer');
    const rest = first.filter((other) => other !== question);
    const versions: Question[][][] = [
      [rest, ...others],
      [[...rest, question], ...others],
      [[{ ...question, options: question.options.toReversed() }, ...rest], ...others],
      [
        [
          {
            ...question,
            options: question.options.map((option) => ({ ...option, right: !option.right })),
          },
          ...rest,
        ],
        ...others,
      ],
    ];
    for (const version of versions) {
      expect(readSheetCode(code, sheetCourse(version))).toEqual({ problem: 'version' });
      expect(readSheetFile(asFile(one), sheetCourse(version))).toEqual({ problem: 'version' });
    }
  });

  test('of a try is named as the file of the same try is, so that it counts once', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const read = readSheetCode(sheetCode(own, one), own);
        expect('sheet' in read && sheetName(read.sheet)).toBe(sheetName(one));
      }),
      { numRuns: 20 },
    );
  });
});
