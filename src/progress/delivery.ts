import { type Driver, type LearnerStatus, type Reportable, TrackingError } from './driver.ts';
import type { Outlet, OutletSource } from './engine.ts';
import type { SaveStatus } from './save-status.ts';

/** View-only changes share one commit in this time, in milliseconds (P09, P17). */
const viewDelay = 10_000;
/** A refused delivery is made again after this time, which doubles each time up to the second value. */
const retryDelays = [10_000, 300_000] as const;
/** An LMS may end a session in which nothing is heard for long, in milliseconds (P16). */
const keepAliveAfter = 10 * 60_000;
/** Number of times that a refused row is sent again; after that it is left out of the log. */
const mostReports = 3;

/** Parts of the session that a delivery uses. */
interface Sender extends Pick<OutletSource, 'idleFor' | 'tell'> {
  readonly driver: Driver;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after that many milliseconds. @returns a function that calls it off */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** The status to keep. @param isThorough whether time passed alone is worth the longest of all values */
  readonly status: (isThorough: boolean) => LearnerStatus;
}

/** Delivery of changes to a driver, and how well they are kept. */
export interface Delivery extends Outlet {
  readonly saveStatus: SaveStatus;
  /** The error for which the last delivery was not taken whole. */
  readonly refusal: TrackingError | undefined;
  /** Notes a row of an answer or an objective for the next delivery. */
  add(what: Reportable): void;
  /** Sees to a delivery: after the next paint for an act, within ten seconds for all else. */
  schedule(isAct: boolean): void;
  /** Gives all to the driver and commits it, now; while another delivery is on its way, after it. */
  commit(isThorough?: boolean): void;
  /** Delivers nothing until it is released; what happens meanwhile waits. */
  hold(): void;
  release(): void;
  /**
   * Gives all to the driver and closes it; nothing is delivered afterwards.
   * @returns whether everything was taken; a promise where the driver is asynchronous
   */
  close(): boolean | Promise<boolean>;
}

/** The answer to a call: what was refused, if anything. */
type Answer = TrackingError | undefined;

/** The delivery of a session in which the driver may write. */
export function deliveryOf(sender: Sender): Delivery {
  const { driver, defer, after } = sender;
  let saveStatus: SaveStatus = 'kept';
  let refusal: Answer;
  let failures = 0;
  let isHeld = false;
  let isClosed = false;
  let reports: { what: Reportable; times: number }[] = [];
  let isDue = false;
  /** A delivery that is on its way, and whether another has to follow it. */
  let isOnItsWay = false;
  let isWanted = false;
  let callOffTimer: (() => void) | undefined;
  let callOffKeepAlive: (() => void) | undefined;

  /** Gives everything unsaved to the driver, one call after another, then ends with a commit or the close. */
  function deliver(
    end: () => void | Promise<void>,
    isThorough: boolean,
  ): boolean | Promise<boolean> {
    isDue = false;
    callOffTimer?.();
    callOffTimer = undefined;
    const status = sender.status(isThorough);
    const sent = reports;
    reports = [];
    const answers = [
      ...sent.map(({ what }) => answerTo(() => driver.report(what))),
      answerTo(() => driver.save(status)),
      answerTo(end),
    ];
    if (!answers.some((answer) => answer instanceof Promise))
      return settle(sent, answers as Answer[]);
    isOnItsWay = true;
    return Promise.all(answers.map((answer) => Promise.resolve(answer))).then((settled) => {
      isOnItsWay = false;
      return settle(sent, settled);
    });
  }

  /** Handles the result of a delivery. If it was not committed, all its rows are sent again. */
  function settle(sent: typeof reports, answers: readonly Answer[]): boolean {
    const isCommitted = answers.at(-1) === undefined;
    const again = sent
      .map(({ what, times }, index) => ({ what, times: answers[index] ? times + 1 : times }))
      .filter(({ times }, index) => times < mostReports && (!isCommitted || answers[index]));
    reports = [...again, ...reports];
    refusal = answers.at(-1) ?? answers.find((answer) => answer !== undefined);
    failures = refusal === undefined ? 0 : failures + 1;
    saveStatus = failures === 0 ? 'kept' : failures === 1 ? 'failing' : 'not-saved';
    return failures === 0;
  }

  function commit(isThorough = false) {
    if (isClosed || isHeld) return;
    if (isOnItsWay) {
      isWanted = true;
      return;
    }
    const settled = deliver(() => driver.commit(), isThorough);
    if (settled instanceof Promise) {
      saveStatus = failures === 0 ? 'pending' : saveStatus;
      void settled.then(follow);
    } else follow();
  }

  /** Follows a delivery up: with another that was asked for meanwhile, or with a later try after a refusal. */
  function follow() {
    if (isWanted) {
      isWanted = false;
      commit();
    } else if (failures > 0 && !isClosed) {
      const [first, longest] = retryDelays;
      callOffTimer?.();
      callOffTimer = after(Math.min(first * 2 ** (failures - 1), longest), () => commit());
    }
    keepAlive();
    sender.tell();
  }

  function keepAlive() {
    callOffKeepAlive?.();
    if (isClosed) return;
    callOffKeepAlive = after(keepAliveAfter, () => {
      if (sender.idleFor() < keepAliveAfter) commit();
      else keepAlive();
    });
  }

  function schedule(isAct: boolean) {
    if (isClosed) return;
    if (saveStatus === 'kept') saveStatus = 'pending';
    if (isHeld) return;
    if (isAct) {
      if (isDue) return;
      isDue = true;
      defer(() => isDue && commit());
    } else {
      callOffTimer ??= after(viewDelay, () => commit());
    }
  }

  keepAlive();
  return {
    get saveStatus() {
      return saveStatus;
    },
    get isPending() {
      return saveStatus !== 'kept';
    },
    get refusal() {
      return refusal;
    },
    add: (what) => void reports.push({ what, times: 0 }),
    schedule,
    commit,
    hold: () => void (isHeld = true),
    release() {
      isHeld = false;
      schedule(true);
    },
    close() {
      callOffKeepAlive?.();
      if (isHeld) {
        // There was nothing to write: only end the session.
        isClosed = true;
        const answer = answerTo(() => driver.close());
        return answer instanceof Promise ? answer.then(() => false) : false;
      }
      const isTaken = deliver(() => driver.close(), true);
      isClosed = true;
      return isTaken;
    },
  };
}

/** Makes a call. What is thrown by an error of ours is a refusal too: nothing ends a lesson. */
function answerTo(call: () => void | Promise<void>): Answer | Promise<Answer> {
  const toRefusal = (error: unknown) =>
    error instanceof TrackingError ? error : new TrackingError('driver', 'threw', String(error));
  try {
    const answer = call();
    return answer instanceof Promise ? answer.then(() => undefined, toRefusal) : undefined;
  } catch (error) {
    return toRefusal(error);
  }
}
