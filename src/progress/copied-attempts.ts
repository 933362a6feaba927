import type { Attempt } from './attempt.ts';
import { copiesModel } from './copies-model.ts';
import type { Gain } from './slices/copies/copied-slice.ts';
import { copiedSlices } from './slices/copies/registry.ts';
import { storedAttempts } from './stored-attempts.ts';

/** Operations on copies of the attempts of this course. */
export const copiedAttempts = copiesModel<Attempt>(storedAttempts, copiedSlices);

/** Merges two copies without loss. Where only one value can be kept, it is that of `one`. */
export const mergeAttempts = (one: Attempt, other: Attempt): Attempt =>
  copiedAttempts.merge(one, other);

/** Counts what `more` has beyond `less`, for the learner; undefined if only time and place differ. */
export const diffAttempts = (less: Attempt, more: Attempt): Gain | undefined =>
  copiedAttempts.diff(less, more);

/** The attempt merged with a copy; the attempt itself if the copy adds nothing. */
export function uniteCopies(here: Attempt, copy: Attempt): Attempt {
  const united = mergeAttempts(here, copy);
  return diffAttempts(here, united) ? united : here;
}
