import type { Structure } from '../course/structure.ts';
import type { Attempt } from './attempt.ts';
import { copiedAttempts } from './copied-attempts.ts';
import { mostGroups } from './slices/stored/log-rows.ts';
import { attemptCodec } from './suspend-data.ts';

/** Limit of suspend data, in characters, which no attempt may exceed; SCORM 1.2 allows 4,096 (P01). */
export const longestSuspendData = 1000;

/** Checks and cases, together, whose rows of the log can be stored; the evaluation takes a group as well. */
export const mostChecksAndCases = mostGroups - 2;

/**
 * The attempt that takes as much room as any: all lessons, every case decided twice in different ways,
 * all tries of all checks, both assessments and two checks in progress, a full log, and the evaluation
 * beside it. Each further check in progress takes some fifteen characters more.
 */
export const widestAttempt = (structure: Structure): Attempt => copiedAttempts.widest(structure);

/** Characters of suspend data of the widest attempt. */
export const widestSuspendData = (structure: Structure): number =>
  attemptCodec(structure).encode(widestAttempt(structure)).length;
