import { asBase32, base32, lengthFor, read, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import { type Digit, MixedRadixReader, toNumber, UnreadableError } from '../codec/mixed-radix.ts';
import {
  type AnswerSheet,
  isPossible,
  type ReadSheet,
  sheetAnswer,
  type SheetAnswer,
  type SheetCourse,
} from './answer-sheet.ts';
import type { SheetQuestion } from './sheet-question.ts';
import { sheetResponse } from './sheet-response.ts';
import { assessments } from '../course/halves.ts';
import { confidences } from '../questions/confidence.ts';
import { seeds } from '../questions/draw.ts';

/**
 * The code of an answer sheet: the whole sheet as a line to paste or to type. It is one large number
 * in mixed radix, written in base 32:
 *
 * | digits | hold |
 * | --- | --- |
 * | 30 bits | print of the course (`sheetFingerprint`): a sheet of another version is not misread (P03) |
 * | one | place of the language |
 * | one | pre-test or final |
 * | one | how many questions were asked |
 * | 30 bits | seed of the draw, from which follows which they were |
 * | for each question | what was answered, and how sure: 0 for not said |
 * | 6 characters | checksum of 30 bits over the characters before |
 */

const checksumLength = 6;
const perGroup = 4;
/** Minimum and maximum length of a code; text beyond the maximum is not parsed at all. */
const shortest = 20;
const longest = 1000;
const prints = 2 ** 30;
const mostAsked = 128;

/** Encodes a sheet, in groups of four characters. */
export function sheetCode(course: SheetCourse, sheet: AnswerSheet): string {
  const digits: Digit[] = [
    [course.print, prints],
    [course.languages.indexOf(sheet.language), course.languages.length],
    [assessments.indexOf(sheet.check), assessments.length],
    [sheet.answers.length, mostAsked],
    [sheet.seed, seeds],
    ...sheet.answers.flatMap(({ question, given, confidence }): Digit[] => {
      const sheetQuestion = course.questions.get(question);
      if (sheetQuestion === undefined) throw new Error(`the course has no question ${question}`);
      return [
        ...answerDigits(sheetQuestion, given),
        [confidence ? 1 + confidences.indexOf(confidence) : 0, 1 + confidences.length],
      ];
    }),
  ];
  const most = digits.reduce((product, [, of]) => product * BigInt(of), 1n);
  const body = written(toNumber(digits), base32, lengthFor(most, base32.length));
  const text = body + checksumOf(body);
  return text.match(new RegExp(`.{1,${perGroup}}`, 'g'))?.join('-') ?? '';
}

const checksumOf = (body: string) => written(BigInt(checksum(body, 30)), base32, checksumLength);

/**
 * Reads a typed code. Lower case, other grouping and letters that resemble digits in handwriting (O, I, L) are
 * accepted.
 */
export function readSheetCode(typed: string, course: SheetCourse): ReadSheet {
  const text = asBase32(typed);
  const body = text.slice(0, -checksumLength);
  const number = text.length > longest ? undefined : numberOf(body);
  if (number === undefined || text.length < shortest) return { problem: 'foreign' };
  if (checksumOf(body) !== text.slice(-checksumLength)) return { problem: 'damaged' };

  const reader = new MixedRadixReader(number);
  const take = (of: number): number => reader.take(of);
  if (take(prints) !== course.print) return { problem: 'version' };
  const language = course.languages[take(course.languages.length)] ?? '';
  const assessment = assessments[take(assessments.length)] ?? 'final';
  const count = take(mostAsked);
  const seed = take(seeds);
  const drawn = count === 0 ? [] : course.draw(assessment, count, seed);
  const answers = drawn.flatMap((id): SheetAnswer[] => {
    const question = course.questions.get(id);
    if (question === undefined) return [];
    const { radices, fromDigits } = sheetResponse(question);
    const given = fromDigits(question, radices(question).map(take));
    const confidence = confidences[take(1 + confidences.length) - 1];
    return isPossible(question, given) ? [sheetAnswer(question, given, confidence)] : [];
  });
  // Leftover digits are an error, so that each sheet has exactly one code.
  return count > 0 &&
    answers.length === count &&
    reader.isAtEnd &&
    body.length === lengthFor(reader.values, base32.length)
    ? { sheet: { check: assessment, language, seed, answers } }
    : { problem: 'damaged' };
}

function answerDigits(question: SheetQuestion, stated: readonly string[]): Digit[] {
  const { radices, digits } = sheetResponse(question);
  const values = digits(question, stated);
  return radices(question).map((radix, place): Digit => [values[place] ?? 0, radix]);
}

function numberOf(text: string): bigint | undefined {
  try {
    return read(text, base32);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return undefined;
  }
}
