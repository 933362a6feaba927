/**
 * One thing that is recorded of a learner, as every page needs it: how events change it. `registry.ts` lists
 * all of them; whatever handles an attempt is a loop over that list.
 *
 * How it is united with another copy, stored in an LMS and reported is its `StoredSlice`, in `stored/`, which
 * reading pages do not load.
 *
 * @typeParam State what is recorded; undefined where it may be absent
 * @typeParam Event the events that change it, its own and those of others
 */
export interface Slice<State, Event = never> {
  /** The state of a learner who has just arrived. */
  readonly initial: State;
  /** Types of its events that are acts: these are delivered to an LMS at once, others within ten seconds. */
  readonly acts?: readonly string[];
  /** Whether the learner has learned something by it. Without it a slice never counts as progress. */
  isProgress?(state: State): boolean;
  /** The state after an event; the same object where nothing changed. */
  reduce(state: State, event: Event | OtherEvent): State;
}

/** Any event of another slice; a slice lets it pass by. */
export interface OtherEvent {
  readonly type: 'other';
}

/** Items of both lists, those of the first in front, each once. */
export const union = <T>(one: readonly T[], other: readonly T[]): readonly T[] => {
  const more = other.filter((item) => !one.includes(item));
  return more.length === 0 ? one : [...one, ...more];
};
