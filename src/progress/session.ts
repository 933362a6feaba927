import type { CompletionRule } from '../course/completion-rule.ts';
import type { Structure } from '../course/structure.ts';
import type { Copies } from './copies.ts';
import type { Launch, LearnerStatus } from './driver.ts';
import type { ImportPolicy } from './import-progress.ts';
import type { Recorder } from './recorder.ts';
import type { SaveProblem } from './save-status.ts';
import type { Gain, MigrationLoss } from './slices/copies/copied-slice.ts';
import type { UnreadPart } from './slices/stored/stored-slice.ts';
import type { TextStore } from './text-store.ts';

/** The course, as a session needs it. */
export interface TrackedCourse {
  readonly id: string;
  readonly structure: Structure;
  readonly rule: CompletionRule;
  /** Pass mark of the course, scaled, 0 to 1. */
  readonly masteryScore: number;
  /** Pass mark of whoever made the package, scaled, 0 to 1; that of the LMS outranks it. */
  readonly passMark?: number;
  /** Progress that a file, link or code may bring; `practice` unless the administrator switched it off (D14). */
  readonly imports?: Exclude<ImportPolicy, 'all'>;
}

/** A course with the structures of its earlier releases by their fingerprint, so that old suspend data can be read. */
export interface ReleasedCourse extends TrackedCourse {
  readonly earlier: Readonly<Record<string, Structure>>;
}

/** Surroundings that a session in a package needs from its page; in tests all of them are made by hand. */
export interface SessionEnvironment {
  readonly place: 'lms' | 'untracked';
  /** The time, in milliseconds. */
  readonly now: () => number;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after that many milliseconds. @returns a function that calls it off */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly isVisible: boolean;
  /** Storage for the local copy. The call itself may throw, as reading `localStorage` may. */
  readonly store: () => TextStore;
  /** Loads the code that deals with other copies of the attempt, where it is needed. May reject. */
  readonly copies?: () => Promise<Copies>;
}

/** One launch of the course: from its opening to its one and only closing. */
export interface Session extends Recorder {
  readonly mode: Launch['mode'];
  readonly status: LearnerStatus;
  /** Reason why progress is not being saved; undefined while it is. */
  readonly saveProblem: SaveProblem | undefined;
  /** Whether a copy of everything is on this device, to be offered at the next launch. */
  readonly hasCopy: boolean;
  /** Parts of the stored progress that could not be read. */
  readonly unread: readonly UnreadPart[];
  /** Parts that start afresh because the course was updated (P03). */
  readonly lost: readonly MigrationLoss[];
  /** Gain of a found copy, which waits for `accept` or `decline`; until then the copy is left alone. */
  readonly offer: Gain | undefined;
  accept(): void;
  decline(): void;
  /** Lets what could not be read be written over: the learner agrees. */
  agree(): void;
  /** The learner did something: time passes. */
  active(): void;
  /** The page was hidden: what is unsaved is saved now, and the clock stops. */
  hide(): void;
  /** The page is visible again. */
  show(): void;
  /** Tries again, now, to save what is not saved. */
  retry(): void;
  /** Takes over what another window of this learner wrote to the copy on this device. */
  catchUp(): void;
  /**
   * Saves and ends. Later calls do nothing.
   * @returns whether everything was kept
   */
  close(): boolean | Promise<boolean>;
}
