import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import { diffAttempts, mergeAttempts } from './copied-attempts.ts';
import type { Interaction } from './driver.ts';
import { importProgress } from './import-progress.ts';
import { restoredRows } from './restored-rows.ts';
import type { Gain } from './slices/copies/copied-slice.ts';
import { attemptCodec, type Decoded } from './suspend-data.ts';

/**
 * Operations of a session on copies of the attempt that are not the plain text of this build: a state of an earlier
 * release or a damaged one, a copy on the device that differs, progress that is brought from elsewhere, rows that
 * an LMS lost. In a package it is a script of its own, because most launches need none of it.
 */
export interface Copies {
  /** Reads suspend data in any form. Never throws. */
  decode(text: string): Decoded;
  merge(one: Attempt, other: Attempt): Attempt;
  /** Counts what `more` has beyond `less`; undefined if only time and place differ. */
  diff(less: Attempt, more: Attempt): Gain | undefined;
  readonly importProgress: typeof importProgress;
  /** The rows of the log as far as the attempt keeps what was answered. @param count rows that the LMS has */
  restoredRows(attempt: Attempt, count: number): Interaction[];
}

/**
 * The copies of a course.
 * @param earlier structures of earlier releases by their fingerprint
 */
export function copiesOf(
  structure: Structure,
  earlier: Readonly<Record<string, Structure>>,
): Copies {
  const { decode } = attemptCodec(structure, earlier);
  return {
    decode,
    merge: mergeAttempts,
    diff: diffAttempts,
    importProgress,
    restoredRows: (attempt, count) => restoredRows(attempt, structure, count),
  };
}
