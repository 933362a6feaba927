import type { SliceCourse } from '../stored/stored-slice.ts';

/**
 * Operations on copies of a slice: merging two of them, and migrating one to another version of the course.
 * `registry.ts` lists them. A package loads them only if there is a second copy, or a copy from another version.
 */
export interface CopiedSlice<State> {
  /** Merges two copies without loss. Where only one value can be kept, it is that of `one`. */
  merge(one: State, other: State): State;
  /** Counts what `more` has beyond `less`, for the learner. */
  gain?(less: State, more: State): Partial<Gain>;
  /** The part that may be imported into an LMS by a file, link or code (D14); if absent, nothing is imported. */
  practice?(state: State): State;
  /** The state under another structure of the course; only the parts without a place there are dropped. */
  migrate(state: State, to: SliceCourse, from: SliceCourse): Migrated<State>;
  /** A state of the largest stored size, for checks against the limits of the standards. */
  widest(course: SliceCourse): State;
}

export interface Migrated<State> {
  readonly state: State;
  readonly lost: readonly MigrationLoss[];
}

/** A part of the course whose record was dropped, in whole or in part, because the course changed. */
export interface MigrationLoss {
  readonly part: 'lesson' | 'case' | 'check' | 'track';
  readonly id: string;
  /** `removed`: the part is no longer in the course. `changed`: the record no longer fits the part. */
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

/** Merges two records by id; entries in both are merged by `both`. */
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
