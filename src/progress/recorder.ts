import type { Attempt, LearningEvent } from './attempt.ts';
import type { ImportPolicy } from './import-progress.ts';
import type { Chosen } from './interaction.ts';
import type { SaveStatus } from './save-status.ts';

/** What an LMS is told beside an event; the website has no use for it. */
export interface Report {
  /** With `check.answered` and `case.chosen` (`resultOf` of `cases/result.ts` for a judgement). */
  readonly result?: 'correct' | 'incorrect' | 'neutral';
  /** Seconds from when the learner saw the question or the scene to the answer. */
  readonly latency?: number;
  /** With `check.finished`: scaled score, 0 to 1, of each objective that the try tested, by id. */
  readonly objectives?: Readonly<Record<string, number>>;
}

/** What a page knows of tracking: what was done so far, and how to say what is done now. */
export interface Recorder {
  readonly place: 'lms' | 'browser' | 'untracked';
  readonly saveStatus: SaveStatus;
  /** Why not all of what was stored is here; on the website `set-aside` or `unread`. */
  readonly problem?: string | undefined;
  readonly attempt: Attempt;
  /** Scaled mastery score set by the LMS, 0 to 1; it stands above the course's own (P22). */
  readonly masteryScore?: number;
  /** Name of the learner as the LMS has it. */
  readonly learnerName?: string;
  /**
   * In an LMS: a hash of course and learner, which tells nobody who was here. What pages keep on the
   * device for one learner is kept under it. Absent where the LMS names no learner.
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
  /** What progress from another device, by file, link or code, may bring (D14). */
  readonly importPolicy: ImportPolicy;
  /**
   * In an LMS: unites progress from another device with what is here, as far as `importPolicy` lets it.
   * @returns whether that could be done
   */
  replace?(brought: Attempt): boolean | Promise<boolean>;
  /** On the website, which trusts its pages: changes the attempt by a step of the page's own. */
  change?(step: (attempt: Attempt) => Attempt): void;
  /** Tells the LMS the answers of the evaluation. Only where the author wants it and the LMS takes it. */
  evaluate?(answers: readonly Chosen[]): void;
  /** "Not you? Start afresh": deletes what this browser keeps. Only on the website. */
  forget?(): void;
  /** The learner agrees that what could not be read is written over. */
  agree?(): void;
}

/** The recorder that the shell of a package offers to its pages, as a property of its window. */
export interface ShellWindow {
  atiShell?: Recorder;
}
