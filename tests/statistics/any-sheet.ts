import fc from 'fast-check';
import { loadCourse } from '../../src/content/load.ts';
import { assessments } from '../../src/course/halves.ts';
import { drawAssessment } from '../../src/course/assessment.ts';
import { stages } from '../../src/course/content-schemas.ts';
import { confidences } from '../../src/questions/confidence.ts';
import type { Question } from '../../src/questions/question.ts';
import {
  answerSheet,
  type AnswerSheet,
  type SheetCourse,
  sheetFile,
} from '../../src/statistics/answer-sheet.ts';
import { sheetFingerprint, sheetQuestion } from '../../src/statistics/sheet-question.ts';

const course = loadCourse('en');
const { blueprint = [] } = course.assessment ?? {};
export const banks = course.modules.map(({ questions }) =>
  questions.filter(({ use }) => use === 'bank'),
);
export const all = new Map(banks.flat().map((question) => [question.id, question]));
const languages = ['en', 'fr'];

export const sheetCourse = (changed: readonly (readonly Question[])[] = banks): SheetCourse => ({
  id: course.id,
  print: sheetFingerprint(course.id, languages, changed, blueprint),
  languages,
  questions: new Map(changed.flat().map((question) => [question.id, sheetQuestion(question)])),
  draw: (check, count, seed) => drawAssessment(check, changed, blueprint, count, seed),
});
export const own = sheetCourse();

/** Any whole response to a question, as a form gives it. */
export function responses(question: Question): fc.Arbitrary<string[]> {
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
export const sheet: fc.Arbitrary<AnswerSheet> = fc
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

/** A sheet as the text of its file. */
export const asFile = (one: AnswerSheet) => sheetFile(own, course.version, one, 'What this is.');
