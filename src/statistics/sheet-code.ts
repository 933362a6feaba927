import {
  type Answerable,
  type AnswerSheet,
  canBeGiven,
  type ReadSheet,
  sheetAnswer,
  type SheetAnswer,
  type SheetCourse,
} from './answer-sheet.ts';
import { assessments } from '../course/assessment.ts';
import { confidences } from '../questions/confidence.ts';
import { seeds } from '../questions/draw.ts';

/**
 * The code of an answer sheet: the whole sheet as a line to paste or to type. It is one large number
 * in mixed radix, least digit first, written in Crockford's base 32:
 *
 * | digits | hold |
 * | --- | --- |
 * | 30 bits | print of the course (`sheetPrint`): a sheet of another version is not misread (P03) |
 * | one | place of the language |
 * | one | pre-test or final |
 * | one | how many questions were asked |
 * | 30 bits | seed of the draw, from which follows which they were |
 * | for each question | what was answered, and how sure: 0 for not said |
 * | 2 characters | the number modulo 1021 |
 *
 * 1021 is prime and none of 1 to 31 is a multiple of it, nor is 31 times any of them: one wrong
 * character, or two neighbours that changed places, is always noticed.
 */

// Crockford's: no I, L, O or U, which are misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base = BigInt(alphabet.length);
const prime = 1021n;
const checks = 2;
const perGroup = 4;
const prints = 2 ** 30;
const mostAsked = 128;

/** A digit, and of how many values it is one. */
type Digit = readonly [value: number, of: number];

/** The code of a sheet, in groups of four characters. */
export function sheetCode(course: SheetCourse, sheet: AnswerSheet): string {
  const digits: Digit[] = [
    [course.print, prints],
    [course.languages.indexOf(sheet.language), course.languages.length],
    [assessments.indexOf(sheet.check), assessments.length],
    [sheet.answers.length, mostAsked],
    [sheet.seed, seeds],
    ...sheet.answers.flatMap(({ question, given, confidence }): Digit[] => {
      const asked = course.questions.get(question);
      if (asked === undefined) throw new Error(`the course has no question ${question}`);
      return [
        ...values(asked, given).map((value): Digit => [value, radix(asked)]),
        [confidence ? 1 + confidences.indexOf(confidence) : 0, 1 + confidences.length],
      ];
    }),
  ];
  const number = digits.reduceRight((sum, [value, of]) => sum * BigInt(of) + BigInt(value), 0n);
  const most = digits.reduce((product, [, of]) => product * BigInt(of), 1n) - 1n;
  const text = written(number, lengthOf(most)) + written(number % prime, checks);
  return text.match(new RegExp(`.{1,${perGroup}}`, 'g'))?.join('-') ?? '';
}

/**
 * Reads a code that somebody typed. Small letters, other groups and the letters that stand for
 * digits in handwriting (O, I, L) are taken as they were meant.
 */
export function readSheetCode(typed: string, course: SheetCourse): ReadSheet {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const number = read(text.slice(0, -checks));
  const check = read(text.slice(-checks));
  if (number === undefined || check === undefined || text.length < 20)
    return { problem: 'foreign' };
  if (number % prime !== check) return { problem: 'damaged' };

  let rest = number;
  let most = 1n;
  const take = (of: number): number => {
    const value = Number(rest % BigInt(of));
    rest /= BigInt(of);
    most *= BigInt(of);
    return value;
  };
  if (take(prints) !== course.print) return { problem: 'version' };
  const language = course.languages[take(course.languages.length)] ?? '';
  const assessment = assessments[take(assessments.length)] ?? 'final';
  const count = take(mostAsked);
  const seed = take(seeds);
  const asked = count === 0 ? [] : course.draw(assessment, count, seed);
  const answers = asked.flatMap((id): SheetAnswer[] => {
    const question = course.questions.get(id);
    if (question === undefined) return [];
    const given = givenBy(
      question,
      Array.from({ length: places(question) }, () => take(radix(question))),
    );
    const confidence = confidences[take(1 + confidences.length) - 1];
    return canBeGiven(question, given) ? [sheetAnswer(question, given, confidence)] : [];
  });
  // Nothing may be left over: the same sheet has one code only.
  return count > 0 &&
    answers.length === count &&
    rest === 0n &&
    text.length === lengthOf(most - 1n) + checks
    ? { sheet: { check: assessment, language, seed, answers } }
    : { problem: 'damaged' };
}

/** How many digits an answer has. */
const places = ({ kind, parts }: Answerable) =>
  kind === 'single' || kind === 'numeric' ? 1 : parts.length;

/** How many values each of them has. */
const radix = ({ kind, parts, targets }: Answerable) =>
  kind === 'several' ? 2 : 1 + (targets.length || parts.length);

function values(question: Answerable, given: readonly string[]): number[] {
  const { kind, parts, targets } = question;
  if (kind === 'several') return parts.map((id) => (given.includes(id) ? 1 : 0));
  const known = targets.length > 0 ? targets : parts;
  return Array.from(
    { length: places(question) },
    (_, place) => 1 + known.indexOf(given[place] ?? ''),
  );
}

function givenBy({ kind, parts, targets }: Answerable, digits: readonly number[]): string[] {
  if (kind === 'several') return parts.filter((_, place) => digits[place] === 1);
  const known = targets.length > 0 ? targets : parts;
  return digits.every((digit) => digit === 0) ? [] : digits.map((digit) => known[digit - 1] ?? '');
}

/** How many characters a number up to that takes. */
function lengthOf(most: bigint): number {
  let length = 1;
  for (let rest = most / base; rest > 0n; rest /= base) length++;
  return length;
}

/** A number, its least digit first, so that the print of the course stands in front. */
function written(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest /= base)
    text += alphabet.charAt(Number(rest % base));
  return text;
}

function read(text: string): bigint | undefined {
  let number = 0n;
  for (const character of Array.from(text).reverse()) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    number = number * base + BigInt(digit);
  }
  return number;
}
