/**
 * Status of an attempt in terms of SCORM 2004, limited to what any standard can represent. Built by
 * `src/course/completion.ts`, sent by a `Driver`.
 */
export interface LearnerStatus {
  readonly completion: 'incomplete' | 'completed';
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Scaled score, 0 to 1; absent until something was scored. */
  readonly score?: number;
  /** Id of the page to resume at. */
  readonly location: string;
  /** The encoded attempt (`suspend-data.ts`). */
  readonly suspendData: string;
  /** Active seconds of this session. */
  readonly sessionSeconds: number;
}

/** A learning objective as reported when a check that tests it was finished. */
export interface ObjectiveReport {
  /** Id by which its row in the LMS is found, because rows may already exist, and rows must have no gaps. */
  readonly id: string;
  readonly success: 'passed' | 'failed';
  /** Scaled score, 0 to 1, over the questions of this objective in the try. */
  readonly score: number;
}

/** One question or decision as reported (`cmi.interactions.n`). */
export interface Interaction {
  /** Index of the row in the LMS; the same item keeps its row, and a later try overwrites it. */
  readonly row: number;
  /** `question-id`, `case-id.scene-id` for a decision, `evaluation.name` for an answer of the evaluation. */
  readonly id: string;
  readonly kind: 'choice' | 'matching' | 'sequencing' | 'numeric' | 'likert' | 'fill-in';
  /**
   * Ids of what was chosen, in the order chosen; for `matching` one `item.target` for each item;
   * for `numeric` one number; for `likert` one digit; for `fill-in` one text. Absent, as all that
   * follows may be, where a lost row is restored and the attempt does not keep it.
   */
  readonly response?: readonly string[];
  /**
   * Positions of the chosen options in the authored order, from 0; for `matching` those of the
   * targets, in order of the items. SCORM 1.2 is told these as one letter or digit each; the
   * authored order is append-only, so that an old record keeps its meaning.
   */
  readonly positions?: readonly number[];
  readonly result?: 'correct' | 'incorrect' | 'neutral';
  /** Seconds from display to answer. */
  readonly latency?: number;
  /** Time of the answer. */
  readonly at?: Date;
}

interface Answered {
  readonly interaction: Interaction;
}

/** Rows that a driver reports in addition to the status. */
export type Reportable = Answered | { readonly objective: ObjectiveReport };

/** Facts that the storage reports at the start of a session. */
export interface Launch {
  /** `review` and `browse` are read-only: the driver writes no progress (P25). */
  readonly mode: 'normal' | 'review' | 'browse';
  /** The stored text and the page to resume at; absent at the first launch. */
  readonly stored?: { readonly suspendData: string; readonly location: string };
  /**
   * Whether the stored text could not be read: a call failed twice, or returned nothing although location, status or
   * score show that there is something.
   */
  readonly isUnread?: true;
  /** Scaled mastery score set by the LMS, 0 to 1; outranks the course's own on screen and in marking (P22). */
  readonly masteryScore?: number;
  /** Completion and success as stored, so that a status is never lowered (P06, P13). */
  readonly completion: 'incomplete' | 'completed';
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Scaled score as stored. */
  readonly score?: number;
  readonly learner?: { readonly id: string; readonly name: string };
  /** Number of interaction rows in the LMS; absent if it does not say, or keeps no rows. */
  readonly rows?: number;
  /** Whether the driver can find the rows of other sessions by their ids. */
  readonly hasReadableRows?: boolean;
}

/** The storage rejected a call, or could not be reached. */
export class TrackingError extends Error {
  override name = 'TrackingError';
  readonly element: string;
  readonly code: string;

  /**
   * @param element what was called or set, such as `cmi.core.lesson_status` or `Commit`
   * @param code the standard's error code, such as `405`; `threw` when the call threw, `missing` when
   * there is no such function, `offline` when the device has no network, `ended` when the session is over
   * @param detail what the LMS said of it
   */
  constructor(element: string, code: string, detail = '') {
    super(`${element} was refused (${code})${detail && `: ${detail}`}`);
    this.element = element;
    this.code = code;
  }
}

/**
 * Keeps an attempt in an LMS by one of its standards, or on the device.
 *
 * A call may be asynchronous: it then returns a promise, which rejects where the call would throw. The
 * session makes its calls one after another without waiting in between, so a driver whose calls are
 * asynchronous keeps their order itself. In `pagehide` nothing can be awaited: `close` must have
 * handed everything over to the browser when it returns, by a synchronous request or by one that
 * outlives the page.
 */
export interface Driver {
  /** Opens the session. @throws TrackingError if no session is available */
  open(): Launch | Promise<Launch>;
  /**
   * Sets the elements whose values changed, without committing.
   * @throws TrackingError if one was rejected; the others are set all the same
   */
  save(status: LearnerStatus): void | Promise<void>;
  /** Sets an interaction or an objective, without committing. @throws TrackingError */
  report(what: Reportable): void | Promise<void>;
  /**
   * Makes the values set so far persistent.
   * @throws TrackingError if it was rejected; everything set since the last commit must then be set again
   */
  commit(): void | Promise<void>;
  /** Commits and ends the session. Closing twice does no harm. @throws TrackingError */
  close(): void | Promise<void>;
}

/** A driver with synchronous calls, like SCORM's functions. */
export interface SynchronousDriver extends Driver {
  open(): Launch;
  save(status: LearnerStatus): void;
  report(what: Reportable): void;
  commit(): void;
  close(): void;
}
