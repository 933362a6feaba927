import { answerSheet, sheetFile } from '../../src/statistics/answer-sheet.ts';
import { sheetFingerprint, sheetQuestion } from '../../src/statistics/sheet-question.ts';
import { drawAssessment } from '../../src/course/assessment.ts';
import { builtCourse } from './learner.ts';
import { responseTo } from './respond.ts';

export const course = builtCourse();
export const questions = new Map(
  course.modules.flatMap((module) => module.questions).map((question) => [question.id, question]),
);
const banks = course.modules
  .filter(({ check }) => check)
  .map((module) => module.questions.filter(({ use }) => use === 'bank'));
const { blueprint = [] } = course.assessment ?? {};
export const sheets = {
  id: course.id,
  print: sheetFingerprint(course.id, course.languages, banks, blueprint),
  languages: course.languages,
  questions: new Map(banks.flat().map((question) => [question.id, sheetQuestion(question)])),
  draw: (...[check, count, seed]: [check: 'final' | 'pre-test', count: number, seed: number]) =>
    drawAssessment(check, banks, blueprint, count, seed),
};

/** The sheet of a try of which so many answers, counted from the end, are wrong, the last surely so. */
export function sheetOf(seed: number, wrong: number) {
  const asked = sheets.draw('final', 12, seed);
  const isRight = (place: number) => place < asked.length - wrong;
  return answerSheet(
    sheets,
    'en',
    'final',
    seed,
    asked.map((id, place) => {
      const question = questions.get(id);
      return question && responseTo(question, isRight(place));
    }),
    asked.map((_, place) => (isRight(place) ? undefined : 'sure')),
  );
}

/** A file that is chosen. */
export const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
export const asFile = (seed: number, wrong: number) =>
  sheetFile(sheets, course.version, sheetOf(seed, wrong), 'A test.');
