import type { Structure } from '../course/structure.ts';
import { type AttemptModel, withField } from './attempt-model.ts';
import type { Chosen } from './interaction.ts';
import type {
  Gain,
  MigrationLoss,
  Part,
  ReportedCourse,
  SliceCourse,
  StoredSlice,
} from './slices/stored/stored-slice.ts';

/** A list of stored slices, by the field of the attempt that each has. */
export type StoredSlices = Readonly<Record<string, StoredSlice<unknown>>>;

type AnySlice = StoredSlice<unknown, unknown>;

/** What is done with stored copies of an attempt: each of these is a loop over its slices. */
export interface StoredModel<Attempt, Event> {
  /** The attempt of a learner who has just arrived. */
  readonly fresh: Attempt;
  /** Whether what an LMS stores of an attempt has changed so that it is worth writing. */
  isNews(before: Attempt, after: Attempt): boolean;
  /** Two copies in one: nothing that either holds is lost. Where only one can be kept, it is `one`. */
  merge(one: Attempt, other: Attempt): Attempt;
  /** What `more` has beyond `less`; undefined where that is nothing but time and place. */
  diff(less: Attempt, more: Attempt): Gain | undefined;
  /** What of an attempt may come into an LMS by a file, link or code (D14). */
  practice(attempt: Attempt): Attempt;
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

const noGain: Gain = { lessons: 0, cases: 0, decisions: 0, endings: 0, answers: 0, tries: 0 };

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
  /** An attempt of the states that `make` gives. */
  const each = (make: (slice: AnySlice, key: keyof A) => unknown): A =>
    all.reduce((made, [key, slice]) => withField(made, key, make(slice, key)), fresh);
  return {
    fresh,
    isNews: (before, after) =>
      all.some(
        ([key, { written = 'always' }]) =>
          written !== 'never' &&
          stateOf(before, key) !== stateOf(after, key) &&
          (written === 'always' || !isBlank(after)),
      ),
    merge: (one, other) =>
      each((slice, key) => slice.merge(stateOf(one, key), stateOf(other, key))),
    diff(less, more) {
      const gain = { ...noGain };
      for (const [key, slice] of all) {
        const own = slice.gain?.(stateOf(less, key), stateOf(more, key)) ?? {};
        for (const [name, count] of Object.entries(own))
          gain[name as keyof Gain] += Math.max(0, count);
      }
      return Object.values(gain).some((count) => count > 0) ? gain : undefined;
    },
    practice: (attempt) =>
      each((slice, key) => slice.practice?.(stateOf(attempt, key)) ?? fresh[key]),
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
      return each((slice) => slice.widest(course));
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
