import { objectOf, parsedObject } from '../codec/json.ts';
import type { Assessment } from '../course/halves.ts';
import { type Confidence, confidences } from '../questions/confidence.ts';
import { seeds } from '../questions/draw.ts';
import type { SheetQuestion } from './sheet-question.ts';
import { sheetResponse } from './sheet-response.ts';

/**
 * The answer sheet: one learner's answers in one try of a pre-test or final, for a trainer who adds sheets up. It is
 * made only on request, and contains no name, no time and no personal id.
 */
export interface AnswerSheet {
  readonly check: Assessment;
  /** Language of the questions as shown. */
  readonly language: string;
  /** Seed of the draw, which determines the questions asked. */
  readonly seed: number;
  /** Answers in the order asked. */
  readonly answers: readonly SheetAnswer[];
}

export interface SheetAnswer {
  readonly question: string;
  /** Ids as accepted by `grade`; for a number only `right`, `low` or `high`; empty if there is no answer. */
  readonly given: readonly string[];
  readonly isRight: boolean;
  readonly confidence?: Confidence;
}

/** The data of the course that reading and writing a sheet needs. */
export interface SheetCourse {
  /** Id of the course. */
  readonly id: string;
  /** A 30-bit hash of everything that a sheet refers to (`sheetFingerprint`). */
  readonly print: number;
  readonly languages: readonly string[];
  readonly questions: ReadonlyMap<string, SheetQuestion>;
  /** Returns the ids of the questions in a try. */
  readonly draw: (check: Assessment, count: number, seed: number) => readonly string[];
}

/** The statement of a sheet for a response; empty if there is no answer. */
export const statedResponse = (
  question: SheetQuestion,
  response: readonly string[],
): readonly string[] =>
  response.length === 0 ? [] : sheetResponse(question).state(question, response);

/** Whether a statement is possible for a question. An empty statement always is. */
export const isPossible = (question: SheetQuestion, stated: readonly string[]): boolean =>
  stated.length === 0 || sheetResponse(question).isPossible(question, stated);

/** Whether a statement is the correct answer. */
export const isCorrect = (question: SheetQuestion, stated: readonly string[]): boolean =>
  sheetResponse(question).isCorrect(question, stated);

/**
 * Makes the sheet of a try.
 * @param answers responses in the order asked
 * @param confidence how sure the learner was, in the same order
 * @throws if the course lacks one of the questions
 */
export function answerSheet(
  { questions, draw }: SheetCourse,
  language: string,
  check: Assessment,
  seed: number,
  answers: readonly (readonly string[] | undefined)[],
  confidence: readonly (Confidence | undefined)[],
): AnswerSheet {
  return {
    check,
    language,
    seed,
    answers: draw(check, answers.length, seed).map((id, place) => {
      const question = questions.get(id);
      if (question === undefined) throw new Error(`the course has no question ${id}`);
      return sheetAnswer(
        question,
        statedResponse(question, answers[place] ?? []),
        confidence[place],
      );
    }),
  };
}

/** One answer of a sheet, graded. */
export const sheetAnswer = (
  question: SheetQuestion,
  given: readonly string[],
  confidence: Confidence | undefined,
): SheetAnswer => ({
  question: question.id,
  given,
  isRight: isCorrect(question, given),
  ...(confidence && { confidence }),
});

/** Name of a sheet. Sheets of one try have the same name, so that a sheet handed in twice counts once. */
export const sheetName = ({ check, seed }: AnswerSheet): string => `${check}-${seed.toString(36)}`;

/** Reasons for rejecting a sheet. */
export type SheetProblem =
  /** Neither a sheet nor a code. */
  | 'foreign'
  /** A sheet in a later version of this format. */
  | 'newer'
  | 'other-course'
  /** A sheet of this course with other questions or another key. */
  | 'version'
  /** A truncated or altered sheet or code. */
  | 'damaged';

export type ReadSheet = { readonly sheet: AnswerSheet } | { readonly problem: SheetProblem };

const format = 'ati-answer-sheet';
const formatVersion = 1;

/**
 * Writes a sheet as a JSON file.
 * @param about text in the file that tells readers what the file is
 */
export const sheetFile = (
  { id, print }: SheetCourse,
  version: string,
  { check, language, seed, answers }: AnswerSheet,
  about: string,
): string =>
  `${JSON.stringify(
    { format, formatVersion, about, course: id, version, print, language, check, seed, answers },
    undefined,
    1,
  )}\n`;

/** Reads a sheet file. Its content must match the draw and the key. */
export function readSheetFile(text: string, course: SheetCourse): ReadSheet {
  const file = parsedObject(text);
  if (file?.['format'] !== format) return { problem: 'foreign' };
  if (file['formatVersion'] !== formatVersion) return { problem: 'newer' };
  if (file['course'] !== course.id) return { problem: 'other-course' };
  if (file['print'] !== course.print) return { problem: 'version' };
  const { language, check, seed, answers } = file;
  if (
    typeof language !== 'string' ||
    !course.languages.includes(language) ||
    (check !== 'final' && check !== 'pre-test') ||
    typeof seed !== 'number' ||
    !Number.isInteger(seed) ||
    seed < 0 ||
    seed >= seeds ||
    !Array.isArray(answers) ||
    answers.length === 0
  )
    return { problem: 'damaged' };
  const drawn = course.draw(check, answers.length, seed);
  const read = (answers as unknown[]).flatMap((answer, place) =>
    readAnswer(answer, course.questions.get(drawn[place] ?? '')),
  );
  return read.length === answers.length
    ? { sheet: { check, language, seed, answers: read } }
    : { problem: 'damaged' };
}

/** @returns an empty array if the value is not an answer to the question */
function readAnswer(value: unknown, question: SheetQuestion | undefined): SheetAnswer[] {
  const { question: id, given, isRight, confidence } = objectOf(value) ?? {};
  if (question === undefined || id !== question.id || !Array.isArray(given)) return [];
  const ids = given.map(String);
  const level = confidences.find((each) => each === confidence);
  return isPossible(question, ids) && isRight === isCorrect(question, ids) && level === confidence
    ? [sheetAnswer(question, ids, level)]
    : [];
}
