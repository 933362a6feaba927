/**
 * One recorded fact about a learner, reduced to what every page needs: how events change it. `registry.ts` lists all
 * slices, and code that handles an attempt loops over that list.
 *
 * Its `StoredSlice` in `stored/` stores it in an LMS and reports it, and its `CopiedSlice` in `copies/` merges it with
 * another copy. Both are separate, so that reading pages need not load them.
 *
 * @typeParam State type of the recorded value; includes undefined if the value may be absent
 * @typeParam Event the events that change it, including events of other slices
 */
export interface Slice<State, Event = never> {
  /** The state of a new learner. */
  readonly initial: State;
  /** Types of the events that are acts. Acts are delivered to an LMS at once, other events within ten seconds. */
  readonly acts?: readonly string[];
  /** Whether the state shows that the learner has learned something. If absent, the slice never counts as progress. */
  isProgress?(state: State): boolean;
  /** The state after an event; the same object if nothing changed. */
  reduce(state: State, event: Event | OtherEvent): State;
}

/** Stands for any event of another slice, which a slice ignores. */
export interface OtherEvent {
  readonly type: 'other';
}

/** The items of both lists without duplicates, those of the first list first; `one` itself if nothing is added. */
export const union = <T>(one: readonly T[], other: readonly T[]): readonly T[] => {
  const more = other.filter((item) => !one.includes(item));
  return more.length === 0 ? one : [...one, ...more];
};
