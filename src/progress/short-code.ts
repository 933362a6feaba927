import { assessments } from '../course/assessment.ts';
import { type Attempt, type CaseRecord, freshAttempt } from './attempt.ts';
import { fnv1a } from '../course/fingerprint.ts';
import type { Structure } from '../course/structure.ts';

/**
 * The short code: a summary of an attempt as a few common words that a learner can write down and
 * type elsewhere. Each word stands for ten bits, its place in a list of 1,024:
 *
 * | bits | hold |
 * | --- | --- |
 * | 16 | a hash over what the places refer to: another version of the course is not misread (P03) |
 * | as needed | place of the track, counted from 1; 0 for none |
 * | 1 each | lessons: read to the end or not |
 * | 1 each | cases: played to an end or not |
 * | as needed, each | checks and assessments: 0 for no try, else 1 more than the best number of right answers |
 * | to the next word | zeros |
 * | two words | checks: a Reed-Solomon code over GF(1024) of distance 3 |
 *
 * Distance 3 means that any one wrong word, any two, and any two that changed places are noticed for
 * certain. What is not in it: answers, decisions, earlier tries, time.
 */

/** How many words a list has. */
export const listLength = 1024;
const bitsOfWord = 10;
const bitsOfPrint = 16;
const checkWords = 2;

/** No code may be longer, in words: a person is to type it. */
export const longestCode = 24;

/** Why a code is refused: a rule, and what a sentence about it needs. */
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
  const bits = fields(structure)
    .map(({ width, write }) => write(attempt).toString(2).padStart(width, '0'))
    .join('');
  const data = Array.from({ length: Math.ceil(bits.length / bitsOfWord) }, (_, place) =>
    parseInt(bits.slice(place * bitsOfWord, (place + 1) * bitsOfWord).padEnd(bitsOfWord, '0'), 2),
  );
  return [...data, ...checksOf(data)].map((value, place) => words[value ^ veil(place)] ?? '');
}

/**
 * Mixed into the word at a place. Without it, one word would stand for every ten lessons not read yet,
 * and who copies the same word six times loses count.
 */
const veil = (place: number) => (place * 389 + 211) % listLength;

/** How many words a code of the course has. */
export const codeLength = (structure: Structure): number =>
  Math.ceil(fields(structure).reduce((sum, { width }) => sum + width, 0) / bitsOfWord) + checkWords;

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
    values.push(value ^ veil(place));
  }
  const wanted = codeLength(structure);
  const length: CodeProblem = { rule: 'length', given: values.length, wanted };
  // Codes of other versions may be longer or shorter: first whether it is whole, then whose it is.
  if (values.length <= checkWords || !isWhole(values))
    return { problem: values.length === wanted ? { rule: 'check' } : length };
  const bits = values
    .slice(0, -checkWords)
    .map((value) => value.toString(2).padStart(bitsOfWord, '0'))
    .join('');
  if (parseInt(bits.slice(0, bitsOfPrint), 2) !== printOf(structure))
    return { problem: { rule: 'version' } };
  if (values.length !== wanted) return { problem: length };

  let attempt = freshAttempt;
  let position = 0;
  for (const { width, read } of fields(structure)) {
    attempt = read(attempt, parseInt(bits.slice(position, position + width), 2));
    position += width;
  }
  return { attempt };
}

/** A part of the summary: so many bits, from an attempt and into one. */
interface Field {
  readonly width: number;
  readonly write: (attempt: Attempt) => number;
  readonly read: (attempt: Attempt, value: number) => Attempt;
}

function fields(structure: Structure): Field[] {
  const { lessons, cases, checks, tracks = [], assessment } = structure;
  const asked = tracks.map(({ questions }) => questions).reduce(leastMultiple, 1);
  return [
    { width: bitsOfPrint, write: () => printOf(structure), read: (attempt) => attempt },
    {
      width: bitsFor(tracks.length + 1),
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
    ...(assessment ? assessments.map((id) => score(id, asked)) : []),
  ];
}

const finished: CaseRecord = { first: [], run: [], finished: true, endings: [] };

const flag = (isSet: (attempt: Attempt) => boolean, set: (attempt: Attempt) => Attempt): Field => ({
  width: 1,
  write: (attempt) => (isSet(attempt) ? 1 : 0),
  read: (attempt, value) => (value === 1 ? set(attempt) : attempt),
});

/** The best score, in right answers of so many; rounded down, so that nothing is passed by the way. */
const score = (id: string, of: number): Field => ({
  width: bitsFor(of + 2),
  write: ({ checks }) => {
    const tries = checks[id]?.tries ?? [];
    return tries.length === 0 ? 0 : 1 + Math.floor(Math.max(...tries) * of + 1e-6);
  },
  read: (attempt, value) =>
    value === 0
      ? attempt
      : {
          ...attempt,
          checks: { ...attempt.checks, [id]: { tries: [Math.min(1, (value - 1) / of)] } },
        },
});

/** How many bits tell that many values apart. */
const bitsFor = (values: number) => Math.ceil(Math.log2(values));

const leastMultiple = (one: number, other: number) => (one / divisor(one, other)) * other;
const divisor = (one: number, other: number): number =>
  other === 0 ? one : divisor(other, one % other);

/** Of ids and numbers that the code refers to: a question more in a bank makes no code invalid. */
function printOf({ lessons, cases, checks, tracks = [], assessment }: Structure): number {
  const hash = fnv1a(
    JSON.stringify([
      lessons,
      cases.map(({ id }) => id),
      checks.map(({ id, draw }) => [id, draw]),
      tracks.map(({ id, questions }) => [id, questions]),
      assessment !== undefined,
    ]),
  );
  return (hash ^ (hash >>> 16)) & 0xffff;
}

/** Times the root of x^10 + x^3 + 1, which generates GF(1024). */
const timesRoot = (value: number) => (value << 1) ^ (value & 512 ? 0x409 : 0);

const sum = (values: readonly number[]) => values.reduce((all, value) => all ^ value, 0);
const weighted = (values: readonly number[]) =>
  values.reduce((all, value) => timesRoot(all) ^ value, 0);

const isWhole = (values: readonly number[]) => sum(values) === 0 && weighted(values) === 0;

/** The two words after which both sums are zero. */
function checksOf(data: readonly number[]): [number, number] {
  const wanted = timesRoot(timesRoot(weighted(data))) ^ sum(data);
  let first = 0;
  // The root plus one has an inverse, so that one of the 1,024 is right.
  while ((timesRoot(first) ^ first) !== wanted) first++;
  return [first, first ^ sum(data)];
}
