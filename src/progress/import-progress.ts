import type { Attempt } from './attempt.ts';
import type { Gain } from './slices/copies/copied-slice.ts';
import { copiedAttempts, diffAttempts, mergeAttempts } from './copied-attempts.ts';

/**
 * Progress that a file, link or code may bring: everything, on the website; lessons read and decisions
 * practised, inside an LMS; or nothing, where an administrator switched it off (D14).
 */
export type ImportPolicy = 'all' | 'practice' | 'none';

export interface ImportedProgress {
  readonly attempt: Attempt;
  /** Counts of the imported additions; undefined if there are none. */
  readonly gain: Gain | undefined;
  /** Id of the lesson or case that was left out, so that an import alone never completes the course. */
  readonly held?: string;
}

/**
 * Merges an imported attempt into the attempt here. Nothing done here is lost, and importing the same attempt twice
 * changes nothing.
 * @param isComplete inside an LMS: whether an attempt completes the course, which only something done there may do
 */
export function importProgress(
  here: Attempt,
  brought: Attempt,
  policy: ImportPolicy,
  isComplete: (attempt: Attempt) => boolean = () => false,
): ImportedProgress {
  if (policy === 'none') return { attempt: here, gain: undefined };
  const taken = policy === 'all' ? brought : copiedAttempts.practice(brought);
  const united = mergeAttempts(here, taken);
  if (policy === 'all' || isComplete(here) || !isComplete(united)) return result(here, united);
  for (const { id, rest } of onesLess(here, taken)) {
    const less = mergeAttempts(here, rest);
    if (!isComplete(less)) return { ...result(here, less), held: id };
  }
  // Leaving out one page is not enough: import nothing rather than too much.
  return { attempt: here, gain: undefined };
}

const result = (here: Attempt, attempt: Attempt): ImportedProgress => ({
  attempt,
  gain: diffAttempts(here, attempt),
});

/**
 * The imported attempt without one of its new lessons, or with one of its new cases unfinished, for each of them; the
 * last first.
 */
function* onesLess(here: Attempt, brought: Attempt) {
  for (const id of [...brought.viewed].reverse())
    if (!here.viewed.includes(id))
      yield { id, rest: { ...brought, viewed: brought.viewed.filter((other) => other !== id) } };
  for (const [id, record] of Object.entries(brought.cases).reverse())
    if (record.finished && here.cases[id]?.finished !== true) {
      const cases = { ...brought.cases, [id]: { ...record, finished: false } };
      yield { id, rest: { ...brought, cases } };
    }
}
