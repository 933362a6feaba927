import { checksum } from '../codec/checksum.ts';
import { kindOf, type Question } from '../questions/question.ts';

import { rangeParts, type ResponseKey } from '../questions/grade.ts';

/** The data of a question that an answer sheet depends on. */
export interface SheetQuestion extends ResponseKey {
  readonly id: string;
  /** Ids of the options, items or steps, in authored order; for a number `low`, `right` and `high`. */
  readonly parts: readonly string[];
  /** Possible targets of an item, in alphabetical order; empty for other types of response. */
  readonly targets: readonly string[];
}

/** Extracts the data of a question for answer sheets. */
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
 * A 30-bit hash of everything that an answer sheet refers to: questions, possible answers, correct ones, and the rules
 * of the draw. A sheet of another version is rejected, never misread (P03).
 * @param banks banks of all modules, in course order
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
