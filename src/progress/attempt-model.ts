import type { Slice } from './slices/slice.ts';

/** A list of slices, by the field of the attempt that each has. */
export type Slices = Readonly<Record<string, Slice<unknown>>>;

/** Operations of a page on an attempt, each a loop over its slices. */
export interface AttemptModel<Attempt, Event> {
  /** The attempt of a learner who has just arrived. */
  readonly fresh: Attempt;
  /** The attempt after an event; the same object where the event says nothing new. */
  record(attempt: Attempt, event: Event): Attempt;
  /** Whether nothing was learned yet. */
  isBlank(attempt: Attempt): boolean;
  /** Whether an event is an act, which an LMS is told of at once. */
  isAct(event: Event): boolean;
}

/** The model of attempts that consist of these slices. */
export function attemptModel<Attempt extends object, Event extends { readonly type: string }>(
  slices: Slices,
): AttemptModel<Attempt, Event> {
  const all = Object.entries(slices) as unknown as readonly (readonly [
    keyof Attempt,
    Slice<unknown, unknown>,
  ])[];
  return {
    fresh: all.reduce((made, [key, { initial }]) => withField(made, key, initial), {} as Attempt),
    record(attempt, event) {
      let after = attempt;
      for (const [key, slice] of all) {
        const before = attempt[key] ?? slice.initial;
        const state = slice.reduce(before, event);
        if (state !== before) after = withField(after, key, state);
      }
      return after;
    },
    isBlank: (attempt) =>
      !all.some(([key, slice]) => slice.isProgress?.(attempt[key] ?? slice.initial)),
    isAct: ({ type }) => all.some(([, { acts }]) => acts?.includes(type)),
  };
}

/** An object with another value in a field; without the field where the value is undefined. */
export function withField<T extends object>(object: T, key: keyof T, value: unknown): T {
  const changed = { ...object, [key]: value };
  if (value === undefined) Reflect.deleteProperty(changed, key);
  return changed;
}
