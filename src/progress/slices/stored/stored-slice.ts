import type { Digit, MixedRadixReader } from '../../../codec/mixed-radix.ts';
import type { CompletionRule } from '../../../course/completion-rule.ts';
import type { Structure } from '../../../course/structure.ts';
import type { Chosen } from '../../interaction.ts';
import type { OtherEvent } from '../slice.ts';

/**
 * Storage of a slice in an LMS, and its reports. `registry.ts` lists them. Its `CopiedSlice` in `copies/` handles
 * second copies and copies from another version of the course.
 */
export interface StoredSlice<State, Event = never> {
  /**
   * Whether a change is written to an LMS; `always` by default. `never`: the standards have an element of their own for
   * it. `with-progress`: only once the learner has learned something, because it is meaningless before.
   */
  readonly written?: 'always' | 'with-progress' | 'never';
  /**
   * Amount learned, as a number that is lower only if part of the record is missing. If absent, the slice does not
   * contribute to it.
   */
  size?(state: State): number;
  /** Its parts of the stored state; none if the standards have an element of their own for it. */
  parts(course: SliceCourse): readonly Part<State>[];
  /**
   * Ids of its possible rows in the log of an LMS, one group for each source. The groups of a structure never change,
   * so a new slice may only append groups.
   */
  logIds?(structure: Structure): readonly (readonly string[])[];
  /** The row for an event in the log of an LMS; undefined if the event has none. */
  report?(
    event: Event | OtherEvent,
    before: State,
    after: State,
    course: ReportedCourse,
  ): Chosen | undefined;
}

/** The structure of the course with the ids of all possible log rows, in groups (`StoredSlice.logIds`). */
export interface SliceCourse extends Structure {
  readonly logIds: readonly (readonly string[])[];
}

export interface ReportedCourse {
  readonly structure: Structure;
  readonly rule: CompletionRule;
}

/** A part of the stored state with a checksum of its own. Absent parts have no digits. */
export interface Part<State> {
  /** Name of the part, which its checksum covers; unique among all parts. */
  readonly key: string;
  /** Name of the part in a message to the learner if it could not be read. */
  readonly name: UnreadPart;
  /** Whether to accept it from a text that is damaged elsewhere: false for tries and scores (D13). */
  readonly survivesDamage: boolean;
  write(state: State): readonly Digit[];
  /** Adds this part to the state. @throws UnreadableError */
  read(reader: MixedRadixReader, before: State): State;
}

/** A part of the stored state that could not be read. */
export interface UnreadPart {
  readonly part: string;
  /** Id of the case or check. */
  readonly id?: string;
}
