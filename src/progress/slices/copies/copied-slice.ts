import type { SliceCourse } from '../stored/stored-slice.ts';

/**
 * Operations on copies of a slice: how two are united, and how one goes over to another version of the
 * course. `registry.ts` lists all of them. A package asks for it only where there is more than one copy, or one
 * of another version.
 */
export interface CopiedSlice<State> {
  /** Unites two copies: nothing that either holds is lost. Where only one can be kept, it is that of `one`. */
  merge(one: State, other: State): State;
  /** Counts what `more` has beyond `less`, for the learner. */
  gain?(less: State, more: State): Partial<Gain>;
  /** The part that may come into an LMS by a file, link or code (D14); none where this is absent. */
  practice?(state: State): State;
  /** The state under another structure of the course; what has no place there is dropped alone. */
  migrate(state: State, to: SliceCourse, from: SliceCourse): Migrated<State>;
  /** The state that takes as much room as any. */
  widest(course: SliceCourse): State;
}

export interface Migrated<State> {
  readonly state: State;
  readonly lost: readonly MigrationLoss[];
}

/** A part of the course whose record could not be kept, or not wholly, when the course changed. */
export interface MigrationLoss {
  readonly part: 'lesson' | 'case' | 'check' | 'track';
  readonly id: string;
  /** `removed`: the course no longer has it. `changed`: what was done in it no longer fits. */
  readonly why: 'removed' | 'changed';
}

/** Counts of what one copy of an attempt has beyond another. */
export interface Gain {
  /** Lessons read to the end. */
  readonly lessons: number;
  /** Cases played to an end. */
  readonly cases: number;
  /** First decisions in scenes. */
  readonly decisions: number;
  /** Endings seen. */
  readonly endings: number;
  /** Answers of tries in progress. */
  readonly answers: number;
  /** Finished tries of checks and assessments. */
  readonly tries: number;
}

/** Entries of both records; those that both have are united by `both`. */
export function mergeEach<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  both: (one: T, other: T) => T,
): Readonly<Record<string, T>> {
  const merged = new Map(Object.entries(one));
  for (const [id, entry] of Object.entries(other)) {
    const earlier = merged.get(id);
    merged.set(id, earlier === undefined ? entry : both(earlier, entry));
  }
  return Object.fromEntries(merged);
}
