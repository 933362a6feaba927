import type { Digit, MixedRadixReader } from '../../../codec/mixed-radix.ts';
import type { CompletionRule } from '../../../course/completion-rule.ts';
import type { Structure } from '../../../course/structure.ts';
import type { Chosen } from '../../interaction.ts';
import type { OtherEvent } from '../slice.ts';

/**
 * Storage of a slice in an LMS, and its reports. `registry.ts` lists all of them. Two copies of it, and one of
 * another version of the course, are the matter of its `CopiedSlice`, in `copies/`.
 */
export interface StoredSlice<State, Event = never> {
  /**
   * Whether a change is written to an LMS: `never` where the standards carry it by themselves;
   * `with-progress` where it says nothing of a learner who has learned nothing yet.
   */
  readonly written?: 'always' | 'with-progress' | 'never';
  /**
   * How much was learned: a number that only gets less where something is missing. Without it the slice holds
   * nothing of it.
   */
  size?(state: State): number;
  /** Its parts of the stored state; none where the standards have a place for it. */
  parts(course: SliceCourse): readonly Part<State>[];
  /**
   * Ids of the rows that it may have in the log of an LMS, those of one source in one group. Groups of
   * a structure never change; a new slice may only add some at the end.
   */
  logIds?(structure: Structure): readonly (readonly string[])[];
  /** The row of the log of an LMS for an event; undefined where it has none. */
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
  /** Name of the part in its seal; unique among all parts. */
  readonly key: string;
  /** Name of the part for the learner, where it could not be read. */
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
