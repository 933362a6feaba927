import type { Structure } from '../course/structure.ts';
import { type AttemptModel, withField } from './attempt-model.ts';
import type { Chosen } from './interaction.ts';
import type {
  Part,
  ReportedCourse,
  SliceCourse,
  StoredSlice,
} from './slices/stored/stored-slice.ts';

/** A list of stored slices, by the field of the attempt that each has. */
export type StoredSlices = Readonly<Record<string, StoredSlice<unknown>>>;

type AnySlice = StoredSlice<unknown, unknown>;

/** Operations that store and report an attempt, each a loop over its slices. */
export interface StoredModel<Attempt, Event> {
  /** The attempt of a learner who has just arrived. */
  readonly fresh: Attempt;
  /** Whether what an LMS stores of an attempt has changed so that it is worth writing. */
  isNews(before: Attempt, after: Attempt): boolean;
  /** Measure of what was learned, a number that only gets less where something is missing. */
  size(attempt: Attempt): number;
  /** Parts of the stored state, in order. */
  parts(structure: Structure): readonly Part<Attempt>[];
  /** The course as its slices need it. */
  courseOf(structure: Structure): SliceCourse;
  /** Rows of the log that an LMS is told of an event. */
  report(event: Event, before: Attempt, after: Attempt, course: ReportedCourse): readonly Chosen[];
}

/** The model of attempts of which these slices are stored. */
export function storedModel<A extends object, Event>(
  { fresh, isBlank }: Pick<AttemptModel<A, Event>, 'fresh' | 'isBlank'>,
  slices: StoredSlices,
): StoredModel<A, Event> {
  const all = Object.entries(slices) as unknown as readonly (readonly [keyof A, AnySlice])[];
  const stateOf = (attempt: A, key: keyof A): unknown => attempt[key] ?? fresh[key];
  const courseOf = (structure: Structure): SliceCourse => ({
    ...structure,
    logIds: all.flatMap(([, slice]) => slice.logIds?.(structure) ?? []),
  });
  return {
    fresh,
    isNews: (before, after) =>
      all.some(
        ([key, { written = 'always' }]) =>
          written !== 'never' &&
          stateOf(before, key) !== stateOf(after, key) &&
          (written === 'always' || !isBlank(after)),
      ),
    size: (attempt) =>
      all.reduce((sum, [key, slice]) => sum + (slice.size?.(stateOf(attempt, key)) ?? 0), 0),
    courseOf,
    parts(structure) {
      const course = courseOf(structure);
      return all.flatMap(([key, slice]) =>
        slice.parts(course).map((part): Part<A> => ({
          ...part,
          write: lastKept(
            (attempt) => stateOf(attempt, key),
            (state) => part.write(state),
          ),
          read: (reader, before) => withField(before, key, part.read(reader, stateOf(before, key))),
        })),
      );
    },
    report: (event, before, after, course) =>
      all.flatMap(
        ([key, slice]) =>
          slice.report?.(event, stateOf(before, key), stateOf(after, key), course) ?? [],
      ),
  };
}

/** A function that is not asked again while the state it reads stays the same object. */
function lastKept<A, State, Result>(
  stateOf: (attempt: A) => State,
  write: (state: State) => Result,
): (attempt: A) => Result {
  let last: { readonly state: State; readonly result: Result } | undefined;
  return (attempt) => {
    const state = stateOf(attempt);
    if (last === undefined || last.state !== state) last = { state, result: write(state) };
    return last.result;
  };
}
