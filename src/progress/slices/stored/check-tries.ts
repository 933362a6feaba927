import {
  type Digit,
  itemAt,
  type MixedRadixReader,
  UnreadableError,
} from '../../../codec/mixed-radix.ts';
import { triesKept } from '../tries.ts';

/** Scores are shares of right answers: of so many at most where all tries asked as many questions. */
const mostAsked = 63;

/** Every share of up to so many answers, ascending. */
const sharesUpTo = (most: number): readonly number[] =>
  [
    ...new Set(
      Array.from({ length: most }, (_, index) => index + 1).flatMap((of) =>
        Array.from({ length: of + 1 }, (_, right) => right / of),
      ),
    ),
  ].sort((one, other) => one - other);

/**
 * Shares of up to so many answers: for tries that asked different numbers of questions, because the
 * course changed; the second for all else.
 */
const tables = [24, mostAsked];

/** Ways to write scores: by place in a table, or as numerators of a common denominator. */
const modes = mostAsked + tables.length;

const isShare = (score: number, of: number) => Math.abs(Math.round(score * of) / of - score) < 1e-9;

/** The mode in which scores are written: 0 or 1 for a table, else one more than their common denominator. */
function modeOf(scores: readonly number[]): number {
  for (let of = 1; of <= mostAsked; of++)
    if (scores.every((score) => isShare(score, of))) return of + 1;
  const shares = sharesOf(0);
  return scores.every((score) => shares.some((share) => Math.abs(share - score) < 1e-9)) ? 0 : 1;
}

/** All scores that can be written in a mode, ascending. */
function sharesOf(mode: number): readonly number[] {
  const most = tables[mode];
  return most === undefined
    ? Array.from({ length: mode }, (_, right) => right / (mode - 1))
    : sharesUpTo(most);
}

/**
 * Scores, each of which comes back exactly if it is a share, and else rounded down: the mode, then
 * the places of the scores in it, counted from 1; 0 ends the list.
 */
export function triesDigits(tries: readonly number[]): Digit[] {
  const mode = modeOf(tries);
  const shares = sharesOf(mode);
  const radix = shares.length + 1;
  const place = (score: number) => shares.findLastIndex((share) => share <= score + 1e-9);
  return [[mode, modes], ...tries.map((score): Digit => [place(score) + 1, radix]), [0, radix]];
}

/** Reads what `triesDigits` wrote. @throws UnreadableError */
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
