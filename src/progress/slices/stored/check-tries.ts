import {
  type Digit,
  itemAt,
  type MixedRadixReader,
  UnreadableError,
} from '../../../codec/mixed-radix.ts';
import { triesKept } from '../tries.ts';

/** Highest denominator of a score; scores are shares of right answers. */
const mostAsked = 63;

/** All distinct fractions from 0 to 1 with denominators up to `most`, ascending. */
const sharesUpTo = (most: number): readonly number[] =>
  [
    ...new Set(
      Array.from({ length: most }, (_, index) => index + 1).flatMap((of) =>
        Array.from({ length: of + 1 }, (_, right) => right / of),
      ),
    ),
  ].sort((one, other) => one - other);

/**
 * Highest denominators of the two tables, which serve tries with different numbers of questions after a change of the
 * course. The second table is for scores that the first does not contain.
 */
const tables = [24, mostAsked];

/** Number of modes: two tables, or a common denominator from 1 to `mostAsked`. */
const modes = mostAsked + tables.length;

const isShare = (score: number, of: number) => Math.abs(Math.round(score * of) / of - score) < 1e-9;

/** The mode for these scores: 0 or 1 for a table, otherwise their common denominator plus one. */
function modeOf(scores: readonly number[]): number {
  for (let of = 1; of <= mostAsked; of++)
    if (scores.every((score) => isShare(score, of))) return of + 1;
  const shares = sharesOf(0);
  return scores.every((score) => shares.some((share) => Math.abs(share - score) < 1e-9)) ? 0 : 1;
}

/** All scores that a mode can represent, ascending. */
function sharesOf(mode: number): readonly number[] {
  const most = tables[mode];
  return most === undefined
    ? Array.from({ length: mode }, (_, right) => right / (mode - 1))
    : sharesUpTo(most);
}

/**
 * Encodes scores, 0 to 1: the mode, then the position of each score in it, counted from 1, terminated by 0. A score
 * that the mode cannot represent is rounded down.
 */
export function triesDigits(tries: readonly number[]): Digit[] {
  const mode = modeOf(tries);
  const shares = sharesOf(mode);
  const radix = shares.length + 1;
  const place = (score: number) => shares.findLastIndex((share) => share <= score + 1e-9);
  return [[mode, modes], ...tries.map((score): Digit => [place(score) + 1, radix]), [0, radix]];
}

/** Decodes the digits of `triesDigits`. @throws UnreadableError */
export function readTries(reader: MixedRadixReader): number[] {
  const tries: number[] = [];
  const shares = sharesOf(reader.take(modes));
  for (;;) {
    const place = reader.take(shares.length + 1);
    if (place === 0) return tries;
    tries.push(itemAt(shares, place - 1));
    if (tries.length > triesKept) throw new UnreadableError('holds too many tries');
  }
}
