/** Deviations of real LMSs, each a switch. Everything that is not switched on conforms to the standard. */
export interface LmsBehaviour {
  /** Optional elements do not exist (SCORM 1.2). */
  readonly mandatoryOnly?: boolean;
  /** Behaviour of Moodle 4.3, as seen, at Initialize, Finish and with response tokens. */
  readonly moodle?: boolean;
  /** The API of the other standard stands in the same window (P14). */
  readonly bothApis?: boolean;
  /** Every call is answered with true, and nothing is kept (P16). */
  readonly losesData?: boolean;
  /** Duration of a commit, in milliseconds; the fake's clock is moved, nobody waits (P17). */
  readonly commitTakes?: number;
  /** Answers are booleans and numbers where the standard says strings, and numbers have zeros. */
  readonly numbers?: boolean;
  /**
   * A commit sends only what differs, as text, from what was sent before, and counts a request that was
   * lost as sent (Moodle 4.3, SCORM 1.2).
   */
  readonly sendsDifferences?: boolean;
  /** The API is there only when it was looked for that often. */
  readonly comesAfter?: number;
  /** Its page may make no requests that are waited for: saving throws. */
  readonly forbidsWaiting?: boolean;
  /** Suspend data and location are dropped once the course is completed (P06). */
  readonly wipesOnComplete?: boolean;
}

export const profiles: Readonly<Record<string, LmsBehaviour>> = {
  'keeps to the standard': {},
  'mandatory-only': { mandatoryOnly: true },
  'Moodle-like': { moodle: true },
  'both APIs exposed': { bothApis: true },
  'slow, 3 s a commit': { commitTakes: 3000 },
  'numbers as strings': { numbers: true },
  'wipes on complete': { wipesOnComplete: true },
  'sends differences only': { sendsDifferences: true },
};

/** Platforms on which a course records less than all, for the diagnosis; no driver can do without what they lack. */
export const troubled: Readonly<Record<string, LmsBehaviour>> = {
  'answers from memory': { losesData: true },
  'API comes late': { comesAfter: 9 },
  'forbids requests that wait': { forbidsWaiting: true },
};
