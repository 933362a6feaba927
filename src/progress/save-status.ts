import type { TrackingError } from './driver.ts';

/**
 * How well progress is being kept.
 *
 * - `kept`: committed. `pending`: not committed yet. `failing`: refused once, and tried again.
 *   `not-saved`: refused twice or more, and still tried again.
 * - `unread`: what is stored could not be read, so nothing is written until the learner agrees.
 * - `readonly`: by wish of the LMS. `connecting`: an LMS is still looked for. `no-lms`: there is none.
 * - `no-shell`: a page of a package that was opened without its shell.
 * - `memory`: on the website, storage that cannot be used.
 */
export type SaveStatus =
  | 'kept'
  | 'pending'
  | 'failing'
  | 'not-saved'
  | 'unread'
  | 'readonly'
  | 'connecting'
  | 'no-lms'
  | 'no-shell'
  | 'memory';

/**
 * Reasons why something is not being saved: the device has no network; the session with the LMS is over;
 * the page or its data are of another version than the rest of the package; the LMS refused.
 */
export type SaveProblem = 'offline' | 'ended' | 'mixed' | 'refused';

/**
 * Codes of calls made after or before a session: 301 in SCORM 1.2 (RTE 3.3.6); 104, 112, 113, 122, 123,
 * 132, 133, 142 and 143 in SCORM 2004 (RTE 3.1.7).
 */
const afterTheEnd = /^(?:104|112|113|122|123|132|133|142|143|301)$/;

/** Reason for which a call was refused; drivers of standards without codes give `ended` as the code. */
export function problemOf({ code }: TrackingError): SaveProblem {
  if (code === 'offline') return 'offline';
  return code === 'missing' || code === 'ended' || afterTheEnd.test(code) ? 'ended' : 'refused';
}
