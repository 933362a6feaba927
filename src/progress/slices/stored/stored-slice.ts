import type { Digit, MixedRadixReader } from '../../../codec/mixed-radix.ts';
import type { CompletionRule } from '../../../course/completion-rule.ts';
import type { Structure } from '../../../course/structure.ts';
import type { Chosen } from '../../interaction.ts';
import type { OtherEvent } from '../slice.ts';

/**
 * What becomes of the stored copies of a slice: how two are united, how one goes over to another version of
 * the course, how it is stored in an LMS and reported to it. `registry.ts` lists all of them.
 */
export interface StoredSlice<State, Event = never> {
  /**
   * Whether a change is written to an LMS: `never` where the standards carry it by themselves;
   * `with-progress` where it says nothing of a learner who has learned nothing yet.
   */
  readonly written?: 'always' | 'with-progress' | 'never';
  /** Two copies in one: nothing that either holds is lost. Where only one can be kept, it is `one`. */
  merge(one: State, other: State): State;
  /** What `more` has beyond `less`, in numbers for the learner. */
  gain?(less: State, more: State): Partial<Gain>;
  /** What of it may come into an LMS by a file, link or code (D14); without it nothing may. */
  practice?(state: State): State;
  /** The state under another structure of the course; what has no place there is dropped alone. */
  migrate(state: State, to: SliceCourse, from: SliceCourse): Migrated<State>;
  /** Its parts of the stored state; none where the standards have a place for it. */
  parts(course: SliceCourse): readonly Part<State>[];
  /** The state that takes as much room as any. */
  widest(course: SliceCourse): State;
  /**
   * Ids of the rows that it may have in the log of an LMS, those of one source in one group. Groups of
   * a structure never change; a new slice may only add some at the end.
   */
  logIds?(structure: Structure): readonly (readonly string[])[];
  /** What an LMS is told of an event: a row of its log. */
  report?(
    event: Event | OtherEvent,
    before: State,
    after: State,
    course: ReportedCourse,
  ): Chosen | undefined;
}

/** The course as a slice needs it: its structure, and every id that may stand in the log, in groups. */
export interface SliceCourse extends Structure {
  readonly logIds: readonly (readonly string[])[];
}

export interface ReportedCourse {
  readonly structure: Structure;
  readonly rule: CompletionRule;
}

/** A part of the stored state that is sealed by itself. Absent parts have no digits. */
export interface Part<State> {
  /** Names the part in its seal; unique among all parts. */
  readonly key: string;
  /** What to call the part where it could not be read. */
  readonly name: UnreadPart;
  /** Whether it may be taken from a text that was damaged elsewhere: never a try, nor a score (D13). */
  readonly survivesDamage: boolean;
  write(state: State): readonly Digit[];
  /** The state with this part in it. @throws UnreadableError */
  read(reader: MixedRadixReader, before: State): State;
}

/** A part of the stored state that could not be read. */
export interface UnreadPart {
  readonly part: string;
  /** Id of the case or check. */
  readonly id?: string;
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

/** What one copy of an attempt has beyond another. */
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
    const known = merged.get(id);
    merged.set(id, known === undefined ? entry : both(known, entry));
  }
  return Object.fromEntries(merged);
}
