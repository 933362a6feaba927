/** To which version of the course a record belongs, and what of an update the learner has still to see. */
export interface Edition {
  readonly version: string;
  /** The version before the update, until the learner has put the note about it away. */
  readonly since?: string;
  /** Lessons and cases that were done before they changed so that they should be read again. */
  readonly again: readonly string[];
  /** What the update cost, as long as it is remembered. */
  readonly lost?: readonly Lost[];
}

/** A part of the course whose record could not be kept, or not wholly, when the course changed. */
export interface Lost {
  readonly part: 'lesson' | 'case' | 'check' | 'track';
  readonly id: string;
  /** `removed`: the course no longer has it. `changed`: what was done in it no longer fits. */
  readonly why: 'removed' | 'changed';
}

/** What the learner meets with another version. */
export interface Meeting {
  readonly edition: Edition;
  /** Checks whose try in progress cannot go on. */
  readonly changedChecks?: readonly string[];
}
