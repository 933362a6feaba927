import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import {
  answerSheet,
  type AnswerSheet,
  isCorrect,
  isPossible,
  readSheetFile,
  type SheetCourse,
  sheetFile,
  sheetName,
  statedResponse,
} from '../../src/statistics/answer-sheet.ts';
import { sheetFingerprint, sheetQuestion } from '../../src/statistics/sheet-question.ts';
import { drawAssessment } from '../../src/course/assessment.ts';
import { assessments } from '../../src/course/halves.ts';
import { confidences } from '../../src/questions/confidence.ts';
import { stages } from '../../src/course/content-schemas.ts';
import { choices } from '../../src/statistics/distractors.ts';
import { grade } from '../../src/questions/grade.ts';
import type { Question } from '../../src/questions/question.ts';
import { readSheetCode, sheetCode } from '../../src/statistics/sheet-code.ts';

const course = loadCourse('en');
const { blueprint = [] } = course.assessment ?? {};
const banks = course.modules.map(({ questions }) => questions.filter(({ use }) => use === 'bank'));
const all = new Map(banks.flat().map((question) => [question.id, question]));
const languages = ['en', 'fr'];

const sheetCourse = (changed: readonly (readonly Question[])[] = banks): SheetCourse => ({
  id: course.id,
  print: sheetFingerprint(course.id, languages, changed, blueprint),
  languages,
  questions: new Map(changed.flat().map((question) => [question.id, sheetQuestion(question)])),
  draw: (check, count, seed) => drawAssessment(check, changed, blueprint, count, seed),
});
const own = sheetCourse();

/** Any whole response to a question, as a form gives it. */
function responses(question: Question): fc.Arbitrary<string[]> {
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => [id]));
    case 'several':
      return fc.shuffledSubarray(
        question.options.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'matching':
    case 'continuum': {
      const targets = 'targets' in question ? question.targets.map(({ id }) => id) : stages;
      const { length } = question.items;
      return fc.array(fc.constantFrom(...targets), { minLength: length, maxLength: length });
    }
    case 'ordering': {
      const ids = question.steps.map(({ id }) => id);
      return fc.shuffledSubarray(ids, { minLength: ids.length });
    }
    case 'numeric':
      return fc.integer({ min: -1000, max: 100_000 }).map((number) => [String(number)]);
  }
}

const mostly = fc.option(fc.constantFrom(...confidences), { nil: undefined });
/** Any sheet of the course, from a try that was drawn and answered. */
const sheet: fc.Arbitrary<AnswerSheet> = fc
  .record({
    check: fc.constantFrom(...assessments),
    language: fc.constantFrom(...languages),
    seed: fc.nat(2 ** 30 - 1),
    count: fc.constantFrom(12, 24),
  })
  .chain(({ check, language, seed, count }) => {
    const asked = own.draw(check, count, seed).flatMap((id) => all.get(id) ?? []);
    return fc
      .tuple(fc.tuple(...asked.map(responses)), fc.array(mostly, { minLength: count }))
      .map(([answers, marks]) => answerSheet(own, language, check, seed, answers, marks));
  });

const about = 'What this is.';
const asFile = (one: AnswerSheet) => sheetFile(own, course.version, one, about);
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
