import { digitsOf, lengthFor, numberOf } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';
import { type Digit, MixedRadixReader, toNumber } from '../codec/mixed-radix.ts';
import { checkSymbols } from '../codec/reed-solomon.ts';
import { assessments } from '../course/halves.ts';
import type { Structure } from '../course/structure.ts';
import { type Attempt, type CaseRecord, freshAttempt } from './attempt.ts';
import { outlineOf, sharesOf } from './code-outline.ts';
import { readShortCode1 } from './released/short-code-1.ts';

/**
 * The short code: a summary of an attempt as a few common words that a learner can write down and
 * type elsewhere. It is a number in mixed radix, written in base 1,024: each word is a digit, its
 * place in the list of the language.
 *
 * | digits | hold |
 * | --- | --- |
 * | 20 bits | checksum of what the places refer to: another version of the course is not misread (P03) |
 * | one | place of the track, counted from 1; 0 for none |
 * | one each | lessons: read to the end or not |
 * | one each | cases: played to an end or not |
 * | one each | checks and assessments: 0 for no try, else 1 more than the best number of right answers |
 * | three words | check symbols of a Reed-Solomon code over the words before, each a symbol of 10 bits |
 *
 * Up to three wrong words and any two that changed places are noticed for certain, anything else in all
 * but one of a thousand million cases. What is not in it: answers, decisions, earlier tries, time.
 */

/** Number of words in a list. */
export const listLength = 1024;
const prints = 2 ** 20;
const checkWords = 3;

/** Most words of a code: a person is to type it. */
export const longestCode = 24;

/** Reason for which a code is refused: a rule, and the values for a sentence about it. */
export type CodeProblem =
  /** A word that is not in the list; `number` counts from 1. */
  | { readonly rule: 'word'; readonly word: string; readonly number: number }
  | { readonly rule: 'length'; readonly given: number; readonly wanted: number }
  /** Every word exists, but not in this order: one is another, or two changed places. */
  | { readonly rule: 'check' }
  /** Rightly typed, and made by another version of the course, or by another course. */
  | { readonly rule: 'version' };

export type ReadCode = { readonly attempt: Attempt } | { readonly problem: CodeProblem };

/**
 * The code of an attempt.
 * @param words the list of the language, `listLength` words
 */
export function shortCode(
  attempt: Attempt,
  structure: Structure,
  words: readonly string[],
): string[] {
  const number = toNumber(
    fields(structure).map(({ radix, write }): Digit => [write(attempt), radix]),
  );
  const data = digitsOf(number, listLength, dataLength(structure));
  return [...data, ...checkSymbols(data)].map((value, place) => words[value ^ mask(place)] ?? '');
}

/** Number of words in a code of the course. */
export const codeLength = (structure: Structure): number => dataLength(structure) + checkWords;

const dataLength = (structure: Structure) =>
  lengthFor(
    fields(structure).reduce((values, { radix }) => values * BigInt(radix), 1n),
    listLength,
  );

/**
 * Mixed into the word at a place. Without it, one word would stand for every ten lessons not read yet,
 * and a person who copies the same word six times loses count.
 */
const mask = (place: number) => (place * 389 + 211) % listLength;

/**
 * Reads what somebody typed. Capitals, numbers and whatever stands between the words do not matter.
 * @returns an attempt that holds the summary, or the rule that the code breaks
 */
export function readShortCode(
  text: string,
  structure: Structure,
  words: readonly string[],
): ReadCode {
  const typed = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const values: number[] = [];
  for (const [place, word] of typed.entries()) {
    const value = words.indexOf(word);
    if (value < 0) return { problem: { rule: 'word', word, number: place + 1 } };
    values.push(value ^ mask(place));
  }
  const released = readShortCode1(values, structure);
  if (released) return { attempt: released };

  const expectedLength = codeLength(structure);
  const length: CodeProblem = { rule: 'length', given: values.length, wanted: expectedLength };
  const data = values.slice(0, -checkWords);
  // Codes of other versions may be longer or shorter: first whether it is whole, then whose it is.
  if (data.length === 0 || checkSymbols(data).join() !== values.slice(-checkWords).join())
    return { problem: values.length === expectedLength ? { rule: 'check' } : length };
  const reader = new MixedRadixReader(numberOf(data, listLength));
  const [print, ...rest] = fields(structure);
  if (reader.take(prints) !== print?.write(freshAttempt)) return { problem: { rule: 'version' } };
  if (values.length !== expectedLength) return { problem: length };
  const attempt = rest.reduce(
    (before, { radix, read }) => read(before, reader.take(radix)),
    freshAttempt,
  );
  return reader.isAtEnd ? { attempt } : { problem: { rule: 'check' } };
}

/** A part of the summary: a digit of an attempt and into one. */
interface Field {
  readonly radix: number;
  readonly write: (attempt: Attempt) => number;
  readonly read: (attempt: Attempt, value: number) => Attempt;
}

/** The fields of a course, of which the first says which course it is. */
function fields(structure: Structure): Field[] {
  const { lessons, cases, checks, tracks = [], assessment } = structure;
  const shares = sharesOf(structure);
  return [
    { radix: prints, write: () => printOf(structure), read: (attempt) => attempt },
    {
      radix: tracks.length + 1,
      write: ({ track }) => tracks.findIndex(({ id }) => id === track) + 1,
      read: (attempt, value) => {
        const track = tracks[value - 1]?.id;
        return track === undefined ? attempt : { ...attempt, track };
      },
    },
    ...lessons.map((id) =>
      flag(
        ({ viewed }) => viewed.includes(id),
        (attempt) => ({ ...attempt, viewed: [...attempt.viewed, id] }),
      ),
    ),
    ...cases.map(({ id }) =>
      flag(
        (attempt) => attempt.cases[id]?.finished === true,
        (attempt) => ({ ...attempt, cases: { ...attempt.cases, [id]: finished } }),
      ),
    ),
    ...checks.map(({ id, draw }) => score(id, draw)),
    // Assessments ask as many questions as the track says: counted in shares that suit every track.
    ...(assessment ? assessments.map((id) => score(id, shares)) : []),
  ];
}

const finished: CaseRecord = { first: [], run: [], finished: true, endings: [] };

const flag = (isSet: (attempt: Attempt) => boolean, set: (attempt: Attempt) => Attempt): Field => ({
  radix: 2,
  write: (attempt) => (isSet(attempt) ? 1 : 0),
  read: (attempt, value) => (value === 1 ? set(attempt) : attempt),
});

/** The best score, in right answers of so many; rounded down, so that nothing is passed by the way. */
const score = (id: string, of: number): Field => ({
  radix: of + 2,
  write: ({ checks }) => {
    const tries = checks[id]?.tries ?? [];
    return tries.length === 0 ? 0 : 1 + Math.floor(Math.max(...tries) * of + 1e-6);
  },
  read: (attempt, value) =>
    value === 0
      ? attempt
      : {
          ...attempt,
          checks: { ...attempt.checks, [id]: { tries: [(value - 1) / of] } },
        },
});

const printOf = (structure: Structure): number => checksum(outlineOf(structure)) % prints;
