import type { Structure } from '../course/structure.ts';
import { type Attempt, freshAttempt, type LearningEvent } from './attempt.ts';
import { withField } from './attempt-model.ts';
import type { Chosen } from './interaction.ts';
import { storedSlices } from './slices/registry.ts';
import type {
  MigrationLoss,
  Part,
  ReportedCourse,
  SliceCourse,
  StoredSlice,
} from './slices/slice.ts';

/** A list of stored slices, by the field of the attempt that each has. */
export type StoredSlices = Readonly<Record<string, StoredSlice<unknown>>>;

type AnySlice = StoredSlice<unknown, unknown>;

/** What storing an attempt in an LMS takes: each of these is a loop over its slices. */
export interface StoredModel<Attempt, Event> {
  /** The attempt of a learner who has just arrived. */
  readonly fresh: Attempt;
  /** The attempt under another structure; what has no place there is dropped alone, and named. */
  migrate(
    attempt: Attempt,
    to: Structure,
    from: Structure,
  ): { readonly attempt: Attempt; readonly lost: readonly MigrationLoss[] };
  /** Parts of the stored state, in order. */
  parts(structure: Structure): readonly Part<Attempt>[];
  /** The attempt that takes as much room as any. */
  widest(structure: Structure): Attempt;
  /** Rows of the log that an LMS is told of an event. */
  report(event: Event, before: Attempt, after: Attempt, course: ReportedCourse): readonly Chosen[];
}

/** The model of attempts of which these slices are stored. @param fresh see there */
export function storedModel<A extends object, Event>(
  fresh: A,
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
    migrate(attempt, to, from) {
      const [after, before] = [courseOf(to), courseOf(from)];
      const lost: MigrationLoss[] = [];
      let migrated = attempt;
      for (const [key, slice] of all) {
        const own = slice.migrate(stateOf(attempt, key), after, before);
        lost.push(...own.lost);
        migrated = withField(migrated, key, own.state);
      }
      return { attempt: migrated, lost };
    },
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
    widest(structure) {
      const course = courseOf(structure);
      return all.reduce(
        (attempt, [key, slice]) => withField(attempt, key, slice.widest(course)),
        fresh,
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

/** How the attempts of this course are stored in an LMS. */
export const storedAttempts = storedModel<Attempt, LearningEvent>(freshAttempt, storedSlices);
