import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswerSheet,
  isCorrect,
  isPossible,
  readSheetFile,
  statedResponse,
} from '../../src/statistics/answer-sheet.ts';
import { sheetQuestion } from '../../src/statistics/sheet-question.ts';
import { choices } from '../../src/statistics/distractors.ts';
import { grade } from '../../src/questions/grade.ts';
import { all, asFile, own, responses, sheet } from './any-sheet.ts';

const changedFile = (one: AnswerSheet, change: object) =>
  JSON.stringify({ ...(JSON.parse(asFile(one)) as object), ...change });

test('every response that a form gives stands in a sheet, and is marked there as in the try', () => {
  const any = fc
    .constantFrom(...all.values())
    .chain((question) => fc.tuple(fc.constant(question), responses(question)));
  fc.assert(
    fc.property(any, ([question, response]) => {
      const asked = sheetQuestion(question);
      const given = statedResponse(asked, response);
      expect(isPossible(asked, given)).toBe(true);
      expect(isCorrect(asked, given)).toBe(grade(asked, response) === 1);
    }),
    { numRuns: 1000 },
  );
});

describe('a sheet as a file', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        expect(readSheetFile(asFile(one), own)).toEqual({ sheet: one });
      }),
    );
  });

  test('says what it is, and holds no name, time or id of anybody', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const file = JSON.parse(asFile(one)) as { answers: object[] };
        expect(Object.keys(file)).toEqual([
          'format',
          'formatVersion',
          'about',
          'course',
          'version',
          'print',
          'language',
          'check',
          'seed',
          'answers',
        ]);
        const keys = new Set(file.answers.flatMap(Object.keys));
        for (const key of keys)
          expect(['question', 'given', 'isRight', 'confidence']).toContain(key);
        // A number that somebody typed could be one that tells who it was.
        expect(asFile(one)).not.toMatch(/"-?\d+(\.\d+)?"/);
      }),
      { numRuns: 20 },
    );
  });

  test('is small', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        expect(asFile(one).length).toBeLessThan(8_000);
      }),
      { numRuns: 20 },
    );
  });

  test('of something else, a later format, another course or version is refused with its reason', () => {
    const [one] = fc.sample(sheet, 1);
    if (one === undefined) throw new Error('no sheet');
    const problem = (text: string) => readSheetFile(text, own);
    expect(problem('Dear trainer,')).toEqual({ problem: 'foreign' });
    expect(problem('null')).toEqual({ problem: 'foreign' });
    expect(problem('{"format":"ati-progress"}')).toEqual({ problem: 'foreign' });
    expect(problem(changedFile(one, { formatVersion: 2 }))).toEqual({ problem: 'newer' });
    expect(problem(changedFile(one, { course: 'other' }))).toEqual({ problem: 'other-course' });
    expect(problem(changedFile(one, { print: 1 }))).toEqual({ problem: 'version' });
  });

  test('whose answers do not fit the draw or the key is damaged', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const [first, ...others] = one.answers;
        if (first === undefined) return;
        const damages: object[] = [
          { answers: others },
          { answers: [{ ...first, isRight: !first.isRight }, ...others] },
          { answers: [{ ...first, given: ['no-such-option'] }, ...others] },
          { answers: [{ ...first, confidence: 'very' }, ...others] },
          { answers: [null, ...others] },
          { answers: {} },
          { check: 'trial' },
          { language: 'xx' },
          { seed: 'x' },
        ];
        for (const damage of damages)
          expect(readSheetFile(changedFile(one, damage), own)).toEqual({ problem: 'damaged' });
      }),
      { numRuns: 20 },
    );
  });
});

describe('what was chosen', () => {
  test('of one answer, every sheet that gave one counts at one option', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 4 }), (sheets) => {
        const answers = sheets.flatMap((one) => one.answers);
        for (const { question } of answers) {
          const asked = own.questions.get(question);
          if (asked === undefined) throw new Error(question);
          const mine = answers.filter((one) => one.question === question);
          const found = choices(asked, mine);
          const sum = found.reduce((total, { count }) => total + count, 0);
          if (asked.type === 'single' || asked.type === 'numeric') expect(sum).toBe(mine.length);
          if (asked.targets.length > 0) expect(sum).toBe(mine.length * asked.parts.length);
          for (const { count } of found) expect(count).toBeLessThanOrEqual(mine.length);
          expect(found.some(({ isRight }) => isRight)).toBe(asked.type !== 'ordering');
        }
      }),
      { numRuns: 20 },
    );
  });

  test('of steps counts each in its right place', () => {
    const steps = ['first', 'second', 'third'];
    const asked = { id: 'q', type: 'ordering' as const, parts: steps, targets: [], correct: steps };
    const given = [['first', 'third', 'second'], ['first', 'second', 'third'], []];
    expect(
      choices(
        asked,
        given.map((each) => ({ given: each })),
      ).map(({ count }) => count),
    ).toEqual([2, 1, 1]);
  });
});
