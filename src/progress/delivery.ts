import type { SaveStatus } from './recorder.ts';
import {
  type Interaction,
  type ObjectiveReport,
  type LearnerStatus,
  type SynchronousDriver,
  TrackingError,
} from './driver.ts';

/** View-only changes share one commit in this time, in milliseconds (P09, P17). */
const viewDelay = 10_000;
/** An LMS may end a session in which nothing is heard for long, in milliseconds (P16). */
export const keepAliveAfter = 10 * 60_000;
/** A refused answer is offered again so often; then the log goes on without it. */
const mostReports = 3;

type Reportable = { interaction: Interaction } | { objective: ObjectiveReport };

/** What a delivery needs of the session it serves. */
export interface Sender {
  readonly driver: SynchronousDriver;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after that many milliseconds. @returns a function that calls it off */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** What is to be kept. @param isThorough whether time passed alone is worth the longest of all values */
  readonly status: (isThorough: boolean) => LearnerStatus;
  /** Whether somebody is there for whom the session is kept alive. */
  readonly isAttended: () => boolean;
  /** Called when everything was given to the driver, whether or not it was taken. */
  readonly given: () => void;
  /** Called after each commit. */
  readonly tell: () => void;
}

/** When a driver is told what happened, and how well that is kept. */
export interface Delivery {
  readonly saveStatus: SaveStatus;
  /** Whether the last delivery was taken, every part of it. */
  readonly isTaken: boolean;
  /** Notes a row of an answer or an objective for the next delivery. */
  add(what: Reportable): void;
  /** Sees to a commit: after the next paint for an act, within ten seconds for all else. */
  schedule(isAct: boolean): void;
  /** Gives all to the driver and commits it. */
  commit(isThorough?: boolean): void;
  /**
   * Gives all to the driver and closes it; nothing is delivered afterwards.
   * @returns whether everything was taken
   */
  close(): boolean;
}

/** The delivery of a session in which the driver may write. */
export function deliveryOf(sender: Sender): Delivery {
  const { driver, defer, after } = sender;
  let saveStatus: SaveStatus = 'kept';
  let failures = 0;
  let isClosed = false;
  let reports: { what: Reportable; times: number }[] = [];
  let isDue = false;
  let callOffView: (() => void) | undefined;
  let callOffKeepAlive: (() => void) | undefined;

  /** Gives everything unsaved to the driver, then ends with `end`: a commit, or the close. */
  function deliver(end: () => void, isThorough: boolean): boolean {
    isDue = false;
    callOffView?.();
    callOffView = undefined;
    const status = sender.status(isThorough);
    const refusals: TrackingError[] = [];
    const taken = (work: () => void): boolean => {
      try {
        work();
        return true;
      } catch (error) {
        if (!(error instanceof TrackingError)) throw error;
        refusals.push(error);
        return false;
      }
    };
    reports = reports
      .filter(({ what }) => !taken(() => driver.report(what)))
      .map(({ what, times }) => ({ what, times: times + 1 }))
      .filter(({ times }) => times < mostReports);
    taken(() => driver.save(status));
    taken(end);
    sender.given();
    failures = refusals.length === 0 ? 0 : failures + 1;
    saveStatus = failures === 0 ? 'kept' : failures === 1 ? 'failing' : 'not-saved';
    return failures === 0;
  }

  function commit(isThorough = false) {
    if (isClosed) return;
    deliver(() => driver.commit(), isThorough);
    // The second refusal, not the first, tells the learner; it should not wait for the next act.
    if (failures === 1) callOffView = after(viewDelay, () => commit());
    keepAlive();
    sender.tell();
  }

  function keepAlive() {
    callOffKeepAlive?.();
    callOffKeepAlive = after(keepAliveAfter, () => {
      if (sender.isAttended()) commit();
      else keepAlive();
    });
  }

  keepAlive();
  return {
    get saveStatus() {
      return saveStatus;
    },
    get isTaken() {
      return failures === 0;
    },
    add: (what) => void reports.push({ what, times: 0 }),
    schedule(isAct) {
      if (isClosed) return;
      if (saveStatus === 'kept') saveStatus = 'pending';
      if (isAct) {
        if (isDue) return;
        isDue = true;
        defer(() => isDue && commit());
      } else {
        callOffView ??= after(viewDelay, () => commit());
      }
    },
    commit,
    close() {
      callOffKeepAlive?.();
      const isTaken = deliver(() => driver.close(), true);
      isClosed = true;
      return isTaken;
    },
  };
}
