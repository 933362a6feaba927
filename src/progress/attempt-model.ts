import type { Slice } from './slices/slice.ts';

/** Slices by the field of the attempt that each one owns. */
export type Slices = Readonly<Record<string, Slice<unknown>>>;

/** Operations of a page on an attempt, each a loop over its slices. */
export interface AttemptModel<Attempt, Event> {
  /** The initial attempt of a new learner. */
  readonly fresh: Attempt;
  /** The attempt after an event; the same object if the event changes nothing. */
  record(attempt: Attempt, event: Event): Attempt;
  /** Whether the attempt is still empty of learning. */
  isBlank(attempt: Attempt): boolean;
  /** Whether an event is an act, which is reported to an LMS at once. */
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

/** Copies an object with another value in a field, or without the field if the value is undefined. */
export function withField<T extends object>(object: T, key: keyof T, value: unknown): T {
  const changed = { ...object, [key]: value };
  if (value === undefined) Reflect.deleteProperty(changed, key);
  return changed;
}
