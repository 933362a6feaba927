import type { Digit, MixedRadixReader } from '../../codec/mixed-radix.ts';
import type { CompletionRule } from '../../course/completion-rule.ts';
import type { Structure } from '../../course/structure.ts';
import type { Chosen } from '../interaction.ts';

/**
 * One thing that is recorded of a learner: how events change it, and how two copies of it are united.
 * `registry.ts` lists all of them; whatever handles an attempt is a loop over that list.
 *
 * What only an LMS needs of it is its `StoredSlice`, a constant of its own beside it, so that the pages
 * of the website do not load it.
 *
 * @typeParam State what is recorded; undefined where it may be absent
 * @typeParam Event the events that change it, its own and those of others
 */
export interface Slice<State, Event = never> {
  /** The state of a learner who has just arrived. */
  readonly initial: State;
  /** Which of its events are acts: these are delivered to an LMS at once, others within ten seconds. */
  readonly acts?: readonly string[];
  /**
   * Whether a change is written to an LMS: `never` where the standards carry it by themselves;
   * `with-progress` where it says nothing of a learner who has learned nothing yet.
   */
  readonly written?: 'always' | 'with-progress' | 'never';
  /** Whether the learner has learned something by it. Without it a slice never counts as progress. */
  isProgress?(state: State): boolean;
  /** The state after an event; the same object where nothing changed. */
  reduce(state: State, event: Event | OtherEvent): State;
  /** Two copies in one: nothing that either holds is lost. Where only one can be kept, it is `one`. */
  merge(one: State, other: State): State;
  /** The state of a stored JSON value, whatever it is; what has not the right shape is left out. */
  fromJson(value: unknown): State;
  /** What `more` has beyond `less`, in numbers for the learner. */
  gain?(less: State, more: State): Partial<Gain>;
  /** What of it may come into an LMS by a file, link or code (D14); without it nothing may. */
  practice?(state: State): State;
}

/** How a slice is stored in an LMS and reported to it, and how it goes over to another version of the course. */
export interface StoredSlice<State, Event = never> {
  /** The state under another structure of the course; what has no place there is dropped alone. */
  migrate(state: State, to: SliceCourse, from: SliceCourse): Migrated<State>;
  /** Its parts of the stored state. */
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

/** Stands for the events of other slices, all of which pass by. */
export interface OtherEvent {
  readonly type: 'other';
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

/** Items of both lists, those of the first in front, each once. */
export const union = <T>(one: readonly T[], other: readonly T[]): readonly T[] => {
  const more = other.filter((item) => !one.includes(item));
  return more.length === 0 ? one : [...one, ...more];
};

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
