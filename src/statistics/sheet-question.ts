import { checksum } from '../codec/checksum.ts';
import { kindOf, type Question } from '../questions/question.ts';

import { rangeParts, type ResponseKey } from '../questions/grade.ts';

/** A question as far as an answer sheet depends on it. */
export interface SheetQuestion extends ResponseKey {
  readonly id: string;
  /** Ids of the options, items or steps, in authored order; of a number `low`, `right` and `high`. */
  readonly parts: readonly string[];
  /** Targets that can be chosen for an item, in alphabetical order; none for other types of response. */
  readonly targets: readonly string[];
}

/** A question as an answer sheet needs it. */
export function sheetQuestion(question: Question): SheetQuestion {
  const { response, parts, targets, correct } = kindOf(question);
  const ids = parts(question).map(({ id }) => id);
  return {
    id: question.id,
    type: response,
    parts: ids.length > 0 ? ids : rangeParts,
    targets: (targets?.(question, (key) => key) ?? []).map(({ id }) => id).sort(),
    correct: correct(question),
  };
}

/**
 * A hash of 30 bits over all that an answer sheet refers to: questions, possible answers, correct ones,
 * and how questions are drawn. A sheet of another version is refused, never misread (P03).
 * @param banks of each module, in the order of the course
 */
export function sheetFingerprint(
  course: string,
  languages: readonly string[],
  banks: readonly (readonly Question[])[],
  blueprint: readonly number[],
): number {
  const questions = banks.map((bank) =>
    bank.map((question) => [question.objective, sheetQuestion(question)]),
  );
  return checksum(JSON.stringify([2, course, languages, questions, blueprint]), 30);
}
