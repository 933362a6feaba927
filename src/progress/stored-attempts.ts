import { type Attempt, attempts, type LearningEvent } from './attempt.ts';
import { storedSlices } from './slices/stored/registry.ts';
import { storedModel } from './stored-model.ts';

/** Storage and reports of the attempts of this course. */
export const storedAttempts = storedModel<Attempt, LearningEvent>(attempts, storedSlices);

/** Whether an attempt has changed so that its stored state is worth writing. */
export const isNews = (before: Attempt, after: Attempt): boolean =>
  storedAttempts.isNews(before, after);
