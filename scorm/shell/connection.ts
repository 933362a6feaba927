import { freshAttempt, isBlank, type LearningEvent, record } from '../../src/progress/attempt.ts';
import { type Driver, type Launch, TrackingError } from '../../src/progress/driver.ts';
import { listenersOf } from '../../src/progress/listeners.ts';
import type { Recorder, Report } from '../../src/progress/recorder.ts';
import { problemOf } from '../../src/progress/save-status.ts';
import type { Copies } from '../../src/progress/copies.ts';
import { needsCopies } from '../../src/progress/needs-copies.ts';
import { openSession } from '../../src/progress/open-session.ts';
import type { Session, SessionEnvironment } from '../../src/progress/session.ts';
import type { CourseData } from './course-data.ts';

/** Reasons why there is no session with an LMS: none was found, it refused to begin one, or the session is over. */
export type ConnectionProblem = 'none' | 'refused' | 'ended';

/** The session of the shell, which may begin after the first page has loaded. */
export interface Connection {
  /** The current session: in memory until the LMS provides one, or if it never does. */
  readonly session: Session;
  /** The object that pages use; it stays the same when the session begins late. */
  readonly recorder: Recorder;
  /** Reason why there is no session with an LMS; undefined if there is one, and during the search. */
  readonly problem: ConnectionProblem | undefined;
  /** The error that the LMS reported, for its administrator. */
  readonly detail: string;
}

export interface ConnectionEvents {
  /**
   * The session with the LMS has begun late.
   * @param isResumed whether the LMS knows the page at which the learner left and the learner has done nothing
   * since the launch, so that the shell can open that page
   */
  readonly connected: (isResumed: boolean) => void;
  /** No LMS has been found yet and the learner should know; the search continues for a while. */
  readonly missing: () => void;
}

/** Search timeout, delay before the learner is told, and polling interval; in milliseconds. */
const longestSearch = 15_000;
const noticeAfter = 3000;
const searchPause = 250;
/** Delays before each retry after the LMS refused to begin a session, in milliseconds. */
const refusalPauses = [1000, 2000, 4000, 8000];

const blankLaunch: Launch = { mode: 'normal', completion: 'incomplete', success: 'unknown' };
const nowhere: Driver = {
  open: () => blankLaunch,
  save: () => undefined,
  report: () => undefined,
  commit: () => undefined,
  close: () => undefined,
};

/**
 * Connects to the LMS. Retries for some seconds if the API is missing or refuses to begin a session; until then
 * events are recorded in memory, and are reported to the LMS afterwards.
 * @param connect returns the driver of the package's standard; undefined if no LMS is found
 * @param isElsewhere whether the open page belongs to another part of the course; its events are shown, not
 * recorded
 */
export function openConnection(
  connect: () => Driver | undefined,
  course: CourseData,
  environment: SessionEnvironment,
  { connected, missing }: ConnectionEvents,
  isElsewhere: () => boolean = () => false,
): Connection {
  const { after, now } = environment;
  const listeners = listenersOf();
  const until = now() + longestSearch;
  let state: 'looking' | 'looking-on' | 'connected' | 'given-up' = 'looking';
  let problem: ConnectionProblem | undefined;
  let detail = '';
  let refusals = 0;
  /** Events that happened before the session began. */
  const events: [event: LearningEvent, report: Report | undefined][] = [];
  /** Events in pages that belong to other parts of the course. */
  const aside: LearningEvent[] = [];

  /** The driver of an LMS whose session waits for the script that handles other copies of the progress. */
  let waiting: Driver | undefined;

  // In memory only: no data of an unknown learner may remain on a shared computer.
  let session = openSession(
    {
      ...nowhere,
      close() {
        const driver = waiting;
        waiting = undefined;
        return driver?.close();
      },
    },
    blankLaunch,
    course,
    { ...environment, place: 'untracked' },
  );
  let unsubscribe = session.subscribe(listeners.tell);

  const begin = (driver: Driver, launch: Launch, copies?: Copies) => {
    const { attempt } = session;
    unsubscribe();
    session = openSession(driver, launch, course, { ...environment, place: 'lms' }, copies);
    unsubscribe = session.subscribe(listeners.tell);
    state = 'connected';
    problem = undefined;
    const isUntouched = isBlank(attempt) && attempt.track === freshAttempt.track;
    // If the learner has done nothing, the location stored by the LMS is used.
    const isResumed = isUntouched && session.attempt.location !== freshAttempt.location;
    for (const [event, report] of events)
      if (!isResumed || event.type !== 'page.opened') session.record(event, report);
    events.length = 0;
    return isResumed;
  };

  const refused = (error: unknown) => {
    const refusal = error instanceof TrackingError ? error : new TrackingError('open', 'threw', '');
    detail = refusal.message;
    problem = problemOf(refusal) === 'ended' ? 'ended' : 'refused';
    // Information for the administrator on why nothing is tracked.
    console.warn(detail);
    const pause = refusalPauses[refusals++];
    if (pause === undefined) giveUp();
    else after(pause, () => look());
  };

  const giveUp = () => {
    state = 'given-up';
    events.length = 0;
  };

  after(noticeAfter, () => {
    if (state === 'connected' || waiting) return;
    if (state === 'looking') state = 'looking-on';
    problem ??= 'none';
    listeners.tell();
    missing();
  });

  /**
   * Looks for an LMS and opens a session.
   * @param isFirst whether no page has loaded yet, so that there are no earlier events to report
   */
  function look(isFirst = false) {
    const driver = connect();
    if (driver === undefined) {
      if (now() < until) after(searchPause, () => look());
      else giveUp();
      return;
    }
    try {
      const launch = driver.open();
      if (launch instanceof Promise) launch.then((ready) => opened(driver, ready, false), refused);
      else opened(driver, launch, isFirst);
    } catch (error) {
      refused(error);
    }
  }

  /** The LMS has opened a session; it begins here once every script it needs has loaded. */
  function opened(driver: Driver, launch: Launch, isFirst: boolean) {
    if (!needsCopies(launch, course, environment)) return begun(begin(driver, launch), isFirst);
    const beginWith = (copies?: Copies) => {
      if (waiting !== driver) return;
      waiting = undefined;
      begun(begin(driver, launch, copies), false);
    };
    waiting = driver;
    // If the script fails to load, the session begins anyway and does not overwrite what it cannot read.
    void environment.copies?.().then(beginWith, () => beginWith());
    if (!environment.copies) beginWith();
  }

  function begun(isResumed: boolean, isFirst: boolean) {
    if (isFirst) return;
    listeners.tell();
    connected(isResumed);
  }

  look(true);

  const overrides: Partial<Recorder> = {
    subscribe: listeners.subscribe,
    get attempt() {
      return aside.reduce(record, session.attempt);
    },
    record(event, report) {
      if (isElsewhere()) {
        aside.push(structuredClone(event));
        listeners.tell();
        return;
      }
      if (state.startsWith('looking'))
        events.push([structuredClone(event), structuredClone(report)]);
      session.record(event, report);
    },
  };
  return {
    get session() {
      return session;
    },
    // Pages keep a reference to it while the session behind it changes.
    recorder: new Proxy({} as Recorder, {
      get: (_, name): unknown =>
        name === 'saveStatus' && state === 'looking'
          ? 'connecting'
          : (Reflect.get(overrides, name) ?? Reflect.get(session, name)),
      has: (_, name) => Reflect.has(session, name),
    }),
    get problem() {
      return problem;
    },
    get detail() {
      return detail;
    },
  };
}
