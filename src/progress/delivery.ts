import { type Driver, type LearnerStatus, type Reportable, TrackingError } from './driver.ts';
import type { Outlet, OutletSource } from './engine.ts';
import type { SaveStatus } from './save-status.ts';

/** View-only changes within this time share one commit, in milliseconds (P09, P17). */
const viewDelay = 10_000;
/**
 * A failed delivery is retried after the first delay, which doubles with each retry up to the second, in milliseconds.
 */
const retryDelays = [10_000, 300_000] as const;
/** An LMS may end a session without activity, so one is kept alive after this time, in milliseconds (P16). */
const keepAliveAfter = 10 * 60_000;
/** Maximum number of times that a rejected row is sent; after that it is left out of the log. */
const mostReports = 3;

/** Parts of the session that a delivery uses. */
interface Sender extends Pick<OutletSource, 'idleFor' | 'tell'> {
  readonly driver: Driver;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after a delay in milliseconds. @returns a function that cancels it */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /**
   * The status to save. @param isThorough whether elapsed time alone justifies sending suspend data, the longest value
   */
  readonly status: (isThorough: boolean) => LearnerStatus;
}

/** Delivers changes to a driver and reports how well they are saved. */
export interface Delivery extends Outlet {
  readonly saveStatus: SaveStatus;
  /** The error that made the last delivery incomplete. */
  readonly refusal: TrackingError | undefined;
  /** Adds a row of an answer or an objective to the next delivery. */
  add(what: Reportable): void;
  /** Schedules a delivery: after the next paint for an act, within ten seconds for everything else. */
  schedule(isAct: boolean): void;
  /** Passes everything to the driver and commits it now, or after a delivery that is in progress. */
  commit(isThorough?: boolean): void;
  /** Suspends delivery until it is released; changes accumulate meanwhile. */
  hold(): void;
  release(): void;
  /**
   * Passes everything to the driver and closes it; nothing is delivered afterwards.
   * @returns whether everything was taken; a promise where the driver is asynchronous
   */
  close(): boolean | Promise<boolean>;
}

/** The result of a call: the error, if it failed. */
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
  /** Whether a delivery is in progress, and whether another has to follow it. */
  let isOnItsWay = false;
  let isWanted = false;
  let callOffTimer: (() => void) | undefined;
  let callOffKeepAlive: (() => void) | undefined;

  /** Passes everything unsaved to the driver, one call after another, then ends with a commit or the close. */
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

  /** Follows up a delivery: with another one requested meanwhile, or with a retry after a failure. */
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
        // Nothing to write: only end the session.
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

/** Makes a call. An exception caused by our own bug also counts as a refusal: nothing may end a lesson. */
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
