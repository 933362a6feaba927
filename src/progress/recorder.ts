import type { Attempt, LearningEvent } from './attempt.ts';
import type { ImportPolicy } from './import-progress.ts';
import type { Chosen } from './interaction.ts';
import type { SaveStatus } from './save-status.ts';

/** Details for an LMS beside an event; the website has no use for them. */
export interface Report {
  /** Result of `check.answered` and `case.chosen` (`resultOf` of `cases/result.ts` for a judgement). */
  readonly result?: 'correct' | 'incorrect' | 'neutral';
  /** Seconds from display of the question or scene to the answer. */
  readonly latency?: number;
  /** Scaled score, 0 to 1, of each objective that the try tested, by id; only with `check.finished`. */
  readonly objectives?: Readonly<Record<string, number>>;
}

/** Tracking as a page knows it: the attempt so far, and calls that record what is done now. */
export interface Recorder {
  readonly place: 'lms' | 'browser' | 'untracked';
  readonly saveStatus: SaveStatus;
  /** Reason why stored data is missing here; on the website `set-aside` or `unread`. */
  readonly problem?: string | undefined;
  readonly attempt: Attempt;
  /** Scaled mastery score set by the LMS, 0 to 1; it stands above the course's own (P22). */
  readonly masteryScore?: number;
  /** Name of the learner in the LMS. */
  readonly learnerName?: string;
  /**
   * Hash of course and learner in an LMS, which tells nobody who was here. What pages keep on the device for
   * one learner is kept under it. Absent where the LMS names no learner.
   */
  readonly learnerKey?: string;
  /** The track that the administrator fixed for the package. */
  readonly fixedTrack?: string;
  /** Records an event. Never throws; what follows from it is seen in `attempt` at once. */
  record(event: LearningEvent, report?: Report): void;
  /**
   * Calls the listener after every change of `attempt` or `saveStatus`.
   * @returns a function that ends it
   */
  subscribe(listener: () => void): () => void;
  /** Progress that a file, link or code from another device may bring (D14). */
  readonly importPolicy: ImportPolicy;
  /**
   * Merges progress from another device into the attempt in an LMS, as far as `importPolicy` allows.
   * @returns whether that could be done
   */
  replace?(brought: Attempt): boolean | Promise<boolean>;
  /** Changes the attempt by a function of the page. Only on the website, which trusts its pages. */
  change?(step: (attempt: Attempt) => Attempt): void;
  /** Reports the answers of the evaluation to the LMS. Only if the author enabled it and the LMS supports it. */
  evaluate?(answers: readonly Chosen[]): void;
  /** "Not you? Start afresh": deletes the data in this browser. Only on the website. */
  forget?(): void;
  /** Allows unreadable data to be overwritten: the learner agrees. */
  agree?(): void;
}

/** The recorder that the shell of a package offers to its pages, as a property of its window. */
export interface ShellWindow {
  atiShell?: Recorder;
}
