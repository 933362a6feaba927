import { type Attempt, attempts, type LearningEvent } from './attempt.ts';
import { storedSlices } from './slices/stored/registry.ts';
import type { Gain } from './slices/stored/stored-slice.ts';
import { storedModel } from './stored-model.ts';

/** What is done with stored copies of the attempts of this course. */
export const storedAttempts = storedModel<Attempt, LearningEvent>(attempts, storedSlices);

/** Whether an attempt has changed so that its stored state is worth writing. */
export const isNews = (before: Attempt, after: Attempt): boolean =>
  storedAttempts.isNews(before, after);

/** Two copies in one: nothing that either holds is lost. Where only one can be kept, it is `one`. */
export const mergeAttempts = (one: Attempt, other: Attempt): Attempt =>
  storedAttempts.merge(one, other);

/** What `more` has beyond `less`, in numbers for the learner; undefined where that is nothing but time and place. */
export const diffAttempts = (less: Attempt, more: Attempt): Gain | undefined =>
  storedAttempts.diff(less, more);

/** What is here and what a copy holds, in one; what is here where the copy has nothing more. */
export function uniteCopies(here: Attempt, copy: Attempt): Attempt {
  const united = mergeAttempts(here, copy);
  return diffAttempts(here, united) ? united : here;
}
