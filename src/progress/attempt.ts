import { attemptModel } from './attempt-model.ts';
import { slices } from './slices/registry.ts';
import type { Slice } from './slices/slice.ts';

export type { CaseRecord, Step } from './slices/cases.ts';
export type { CheckRecord, OpenTry } from './slices/checks.ts';

type Registry = typeof slices;
type StateOf<T> = T extends { readonly initial: infer State } ? State : never;
type EventOf<T> = T extends Slice<StateOf<T>, infer Event> ? Event : never;

type Optional = {
  [Field in keyof Registry]: undefined extends StateOf<Registry[Field]> ? Field : never;
}[keyof Registry];

/**
 * The record of what one learner has done in the course so far, in the ids of the course: a field for each slice
 * (`slices/`), absent where it may be and nothing is recorded.
 *
 * The pages turn what happens into events; `record` is the only function that changes an attempt.
 * An attempt knows nothing of status or score: those follow from it (`completion.ts`).
 */
export type Attempt = {
  readonly [Field in Exclude<keyof Registry, Optional>]: StateOf<Registry[Field]>;
} & {
  readonly [Field in Optional]?: NonNullable<StateOf<Registry[Field]>>;
};

/** Events that a page reports. Times are seconds. */
export type LearningEvent = EventOf<Registry[keyof Registry]>;

/** The model of the attempts that this course records. */
export const attempts = attemptModel<Attempt, LearningEvent>(slices);

/** The initial attempt of a new learner. */
export const freshAttempt: Attempt = attempts.fresh;

/** The attempt after an event. Pure; returns the same attempt if the event changes nothing. */
export const record = (attempt: Attempt, event: LearningEvent): Attempt =>
  attempts.record(attempt, event);

/** Whether an event is an act, which is reported to an LMS at once. */
export const isAct = (event: LearningEvent): boolean => attempts.isAct(event);

/** Whether nothing has been learned yet, in which case no change is news. */
export const isBlank = (attempt: Attempt): boolean => attempts.isBlank(attempt);
