import { type Answerable, numberParts } from './answer-sheet.ts';
import { checksum } from '../codec/checksum.ts';
import type { Question } from '../questions/question.ts';
import { stages } from '../course/stage.ts';

/** A question as a sheet needs it. */
export const answerable = (question: Question): Answerable => ({
  ...question,
  parts:
    'options' in question
      ? question.options.map(({ id }) => id)
      : 'items' in question
        ? question.items.map(({ id }) => id)
        : 'steps' in question
          ? question.steps.map(({ id }) => id)
          : numberParts,
  targets:
    'targets' in question
      ? question.targets.map(({ id }) => id).sort()
      : question.kind === 'continuum'
        ? [...stages].sort()
        : [],
});

/**
 * A hash of 30 bits over what the parts of a sheet refer to: questions, what may be answered, what
 * is right, and how they are drawn. A sheet of another version is refused, never misread (P03).
 * @param banks of each module, in the order of the course
 */
export function sheetPrint(
  course: string,
  languages: readonly string[],
  banks: readonly (readonly Question[])[],
  blueprint: readonly number[],
): number {
  const key = (question: Question): unknown =>
    'options' in question
      ? question.options.map(({ right }) => right)
      : 'items' in question
        ? question.items.map((item) => ('target' in item ? item.target : item.stage))
        : 'answer' in question && [question.answer, question.tolerance];
  const shape = banks.map((bank) =>
    bank.map((question) => {
      const { id, kind, parts, targets } = answerable(question);
      return [id, question.objective, kind, parts, targets, key(question)];
    }),
  );
  return checksum(JSON.stringify([1, course, languages, shape, blueprint]), 30);
}
