import { objectOf } from './slices/json.ts';
import type { Gain, Slice } from './slices/slice.ts';

/** A list of slices, by the field of the attempt that each has. */
export type Slices = Readonly<Record<string, Slice<unknown>>>;

type AnySlice = Slice<unknown, unknown>;

/** What a page does with an attempt: each of these is a loop over its slices. */
export interface AttemptModel<Attempt, Event> {
  /** The attempt of a learner who has just arrived. */
  readonly fresh: Attempt;
  /** The attempt after an event; the same object where the event says nothing new. */
  record(attempt: Attempt, event: Event): Attempt;
  /** Whether nothing was learned yet. */
  isBlank(attempt: Attempt): boolean;
  /** Whether an event is an act, which an LMS is told of at once. */
  isAct(event: Event): boolean;
  /** Whether what an LMS stores of an attempt has changed so that it is worth writing. */
  isNews(before: Attempt, after: Attempt): boolean;
  /** Two copies in one: nothing that either holds is lost. Where only one can be kept, it is `one`. */
  merge(one: Attempt, other: Attempt): Attempt;
  /** What `more` has beyond `less`; undefined where that is nothing but time and place. */
  diff(less: Attempt, more: Attempt): Gain | undefined;
  /** What of an attempt may come into an LMS by a file, link or code (D14). */
  practice(attempt: Attempt): Attempt;
  /** The attempt of a stored JSON value; what has not the shape of an attempt is left out. */
  fromJson(value: unknown): Attempt;
}

const noGain: Gain = { lessons: 0, cases: 0, decisions: 0, endings: 0, answers: 0, tries: 0 };

/** The model of attempts that consist of these slices. */
export function attemptModel<Attempt extends object, Event extends { readonly type: string }>(
  slices: Slices,
): AttemptModel<Attempt, Event> {
  const all = Object.entries(slices) as unknown as readonly (readonly [keyof Attempt, AnySlice])[];
  const stateOf = (attempt: Attempt, key: keyof Attempt, { initial }: AnySlice): unknown =>
    attempt[key] ?? initial;
  /** An attempt of the states that `make` gives. */
  const each = (make: (slice: AnySlice, key: keyof Attempt) => unknown): Attempt =>
    Object.fromEntries(
      all.flatMap(([key, slice]) => {
        const state = make(slice, key);
        return state === undefined ? [] : [[key, state]];
      }),
    ) as Attempt;
  const isBlank = (attempt: Attempt): boolean =>
    !all.some(([key, slice]) => slice.isProgress?.(stateOf(attempt, key, slice)));
  return {
    fresh: each(({ initial }) => initial),
    record(attempt, event) {
      let after = attempt;
      for (const [key, slice] of all) {
        const before = stateOf(attempt, key, slice);
        const state = slice.reduce(before, event);
        if (state !== before) after = withField(after, key, state);
      }
      return after;
    },
    isBlank,
    isAct: ({ type }) => all.some(([, { acts }]) => acts?.includes(type)),
    isNews: (before, after) =>
      all.some(([key, slice]) => {
        const { written = 'always' } = slice;
        return (
          written !== 'never' &&
          stateOf(before, key, slice) !== stateOf(after, key, slice) &&
          (written === 'always' || !isBlank(after))
        );
      }),
    merge: (one, other) =>
      each((slice, key) => slice.merge(stateOf(one, key, slice), stateOf(other, key, slice))),
    diff(less, more) {
      const gain = { ...noGain };
      for (const [key, slice] of all) {
        const own = slice.gain?.(stateOf(less, key, slice), stateOf(more, key, slice)) ?? {};
        for (const [name, count] of Object.entries(own))
          gain[name as keyof Gain] += Math.max(0, count);
      }
      return Object.values(gain).some((count) => count > 0) ? gain : undefined;
    },
    practice: (attempt) =>
      each((slice, key) => slice.practice?.(stateOf(attempt, key, slice)) ?? slice.initial),
    fromJson: (value) => each((slice, key) => slice.fromJson(objectOf(value)?.[String(key)])),
  };
}

/** An object with another value in a field; without the field where the value is undefined. */
export function withField<T extends object>(object: T, key: keyof T, value: unknown): T {
  const changed = { ...object, [key]: value };
  if (value === undefined) Reflect.deleteProperty(changed, key);
  return changed;
}
