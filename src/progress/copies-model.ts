import type { Structure } from '../course/structure.ts';
import { withField } from './attempt-model.ts';
import type { CopiedSlice, Gain, MigrationLoss } from './slices/copies/copied-slice.ts';
import type { StoredModel } from './stored-model.ts';

/** Slices with operations on copies, by the field of the attempt that each one owns. */
export type CopiedSlices = Readonly<Record<string, CopiedSlice<unknown>>>;

/** Operations on copies of an attempt, each a loop over its slices. */
export interface CopiesModel<Attempt> {
  /** Merges two copies without loss. Where only one value can be kept, it is that of `one`. */
  merge(one: Attempt, other: Attempt): Attempt;
  /** Counts what `more` has beyond `less`; undefined if only time and place differ. */
  diff(less: Attempt, more: Attempt): Gain | undefined;
  /** The part of an attempt that may be imported into an LMS by a file, link or code (D14). */
  practice(attempt: Attempt): Attempt;
  /** The attempt under another structure; only the parts without a place there are dropped, and they are named. */
  migrate(
    attempt: Attempt,
    to: Structure,
    from: Structure,
  ): { readonly attempt: Attempt; readonly lost: readonly MigrationLoss[] };
  /** The attempt that takes as much room as any. */
  widest(structure: Structure): Attempt;
}

const noGain: Gain = { lessons: 0, cases: 0, decisions: 0, endings: 0, answers: 0, tries: 0 };

/** The model of copies of attempts that consist of these slices. */
export function copiesModel<A extends object>(
  { fresh, courseOf }: Pick<StoredModel<A, never>, 'fresh' | 'courseOf'>,
  slices: CopiedSlices,
): CopiesModel<A> {
  const all = Object.entries(slices) as unknown as readonly (readonly [
    keyof A,
    CopiedSlice<unknown>,
  ])[];
  const stateOf = (attempt: A, key: keyof A): unknown => attempt[key] ?? fresh[key];
  /** An attempt of the states that `make` gives. */
  const each = (make: (slice: CopiedSlice<unknown>, key: keyof A) => unknown): A =>
    all.reduce((made, [key, slice]) => withField(made, key, make(slice, key)), fresh);
  return {
    merge: (one, other) =>
      each((slice, key) => slice.merge(stateOf(one, key), stateOf(other, key))),
    diff(less, more) {
      const gain = { ...noGain };
      for (const [key, slice] of all) {
        const gained = slice.gain?.(stateOf(less, key), stateOf(more, key)) ?? {};
        for (const [name, count] of Object.entries(gained))
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
        const migration = slice.migrate(stateOf(attempt, key), after, before);
        lost.push(...migration.lost);
        migrated = withField(migrated, key, migration.state);
      }
      return { attempt: migrated, lost };
    },
    widest(structure) {
      const course = courseOf(structure);
      return each((slice) => slice.widest(course));
    },
  };
}
