import {
  type Attempt,
  diffAttempts,
  isAct,
  isNews,
  type LearningEvent,
  mergeAttempts,
  record,
} from './attempt.ts';
import { advance, type Clock, type ClockEvent, idleAfter, startClock } from '../course/clock.ts';
import { courseStatus } from '../course/completion.ts';
import type { CompletionRule } from '../course/completion-rule.ts';
import type { Structure } from '../course/structure.ts';
import type { TextStore } from './browser.ts';
import { deliveryOf, keepAliveAfter } from './delivery.ts';
import { interactionsOf, objectivesOf } from './event-report.ts';
import type { Chosen } from './interaction.ts';
import { hasRoom } from './log.ts';
import { type ImportPolicy, importProgress } from './import-progress.ts';
import { learnerKey } from './learner-key.ts';
import { localBackup } from './local-backup.ts';
import type { Gain, MigrationLoss } from './slices/slice.ts';
import type { Recorder, Report } from './recorder.ts';
import { attemptCodec, type Decoded } from './suspend-data.ts';
import {
  type Launch,
  type LearnerStatus,
  type SynchronousDriver,
  TrackingError,
} from './driver.ts';

/** What a session must know of the course. */
export interface TrackedCourse {
  readonly id: string;
  readonly structure: Structure;
  /** Structures of earlier releases by their fingerprint, so that old suspend data can be read. */
  readonly earlier: Readonly<Record<string, Structure>>;
  readonly rule: CompletionRule;
  /** Scaled, 0 to 1. */
  readonly masteryScore: number;
  /** What a file, link or code may bring; `practice` unless the administrator switched it off (D14). */
  readonly imports?: Exclude<ImportPolicy, 'all'>;
}

/** What a session needs from its environment; in tests all of it is made by hand. */
export interface SessionEnvironment {
  readonly place: 'lms' | 'untracked';
  /** Storage for the local copy. The call itself may throw, as reading `localStorage` may. */
  readonly store: () => TextStore;
  /** The time, in milliseconds. */
  readonly now: () => number;
  /** Runs work after the next paint: feedback is on screen before an LMS may freeze the page (P17). */
  readonly defer: (work: () => void) => void;
  /** Runs work after that many milliseconds. @returns a function that calls it off */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly isVisible: boolean;
}

/** One launch of the course: from its opening to its one and only closing. */
export interface Session extends Recorder {
  readonly mode: Launch['mode'];
  readonly status: LearnerStatus;
  /** Why not all of the stored progress could be read. */
  readonly problem?: Decoded['problem'];
  /** Parts that start afresh because the course was updated (P03). */
  readonly lost: readonly MigrationLoss[];
  /** Waits for `accept` or `decline`; until then the copy is left alone. */
  readonly offer: Gain | undefined;
  accept(): void;
  decline(): void;
  /** The learner did something: time passes. */
  active(): void;
  /** The page was hidden: what is unsaved is saved now, and the clock stops. */
  hide(): void;
  /** The page is visible again. */
  show(): void;
  /**
   * Saves and ends. Later calls do nothing.
   * @returns whether everything was kept
   */
  close(): boolean;
}

/**
 * Opens a session. What happens is recorded at once in the attempt; the driver is told of it after
 * the next paint (scored acts and lessons viewed) or within ten seconds (all else).
 * @throws TrackingError when the driver has no session to give
 */
export function openSession(
  driver: SynchronousDriver,
  course: TrackedCourse,
  { place, store, now, defer, after, isVisible }: SessionEnvironment,
): Session {
  const codec = attemptCodec(course.structure, course.earlier);
  const launch = driver.open();
  const isWritable = launch.mode === 'normal' && place === 'lms';
  // A mark that everyone passes is what some platforms answer where none was set.
  const passMark = Number(launch.masteryScore) > 0 ? launch.masteryScore : undefined;
  const importPolicy = course.imports ?? 'practice';
  const backup = localBackup(store, course.id, launch.learner?.id);

  const stored = codec.decode(launch.stored?.suspendData ?? '');
  let attempt: Attempt = { ...stored.attempt, location: launch.stored?.location ?? '' };
  let suspendData = launch.stored?.suspendData ?? '';
  let encoded = attempt;

  const listeners = new Set<() => void>();
  let isClosed = false;

  let clock: Clock = startClock(now(), isVisible);
  let counted = 0;
  let saved = 0;

  let found = isWritable ? fromBackup() : undefined;

  /** What a local copy has beyond the LMS; undefined when that is nothing. */
  function fromBackup() {
    const kept = backup.read();
    if (kept === undefined) return undefined;
    const copy = { ...codec.decode(kept.state).attempt, location: kept.location };
    const offer = diffAttempts(attempt, mergeAttempts(attempt, copy));
    return offer && { offer, attempt: copy };
  }

  function tell() {
    for (const listener of listeners) {
      try {
        listener();
      } catch {
        // A page that is gone cannot be told.
        listeners.delete(listener);
      }
    }
  }

  function pass(type: ClockEvent['type']) {
    clock = advance(clock, { type, at: now() });
    const whole = Math.floor(clock.seconds);
    if (whole === counted) return;
    attempt = record(attempt, { type: 'time.passed', seconds: whole - counted });
    counted = whole;
  }

  const statusOf = (of: Attempt) =>
    courseStatus(of, course.structure, course.rule, passMark ?? course.masteryScore);

  const status = (): LearnerStatus => {
    const { completion, success, score } = statusOf(attempt);
    return {
      // What the LMS once knew stays, even if it has lost what it rested on (P06).
      completion: launch.completion === 'completed' ? 'completed' : completion,
      success: launch.success === 'passed' ? 'passed' : success,
      ...(score !== undefined && { score: Math.max(score, launch.score ?? 0) }),
      location: attempt.location,
      suspendData,
      sessionSeconds: clock.seconds,
    };
  };

  /** Encodes what is news, as of now. */
  function encode(isThorough: boolean) {
    pass('asked');
    // Pages seen and time passed alone are told by location and session time: suspend data, the
    // longest of all values, is written when something was learned.
    if (!isNews(encoded, attempt) && !(isThorough && attempt.seconds !== encoded.seconds)) return;
    suspendData = codec.encode(attempt);
    encoded = attempt;
  }

  const delivery = isWritable
    ? deliveryOf({
        driver,
        defer,
        after,
        status(isThorough) {
          encode(isThorough);
          return status();
        },
        isAttended: () => clock.visible && now() - clock.active < keepAliveAfter,
        given() {
          saved = counted;
          if (found === undefined && suspendData !== '')
            backup.write({ state: suspendData, location: attempt.location });
        },
        tell,
      })
    : undefined;

  /** Notes an interaction: its row is where it first stood in the log. */
  function report(chosen: Chosen, { result = 'neutral', latency = 0 }: Report) {
    if (!hasRoom(attempt.rows, chosen.id, course.structure)) return;
    attempt = record(attempt, { type: 'interaction.reported', interaction: chosen.id });
    const row = attempt.rows.indexOf(chosen.id);
    const interaction = { ...chosen, row, result, latency, at: new Date(now()) };
    delivery?.add({ interaction });
  }

  /** What an event tells the LMS beside the state. */
  function reportEvent(event: LearningEvent, before: Attempt, told: Report) {
    for (const chosen of interactionsOf(event, before, attempt, course)) report(chosen, told);
    const mastery = passMark ?? course.masteryScore;
    for (const objective of objectivesOf(event, told, mastery)) delivery?.add({ objective });
  }

  // A platform that has nothing yet should soon have a status, and a learner hear soon if it refuses.
  if (launch.stored === undefined) delivery?.schedule(false);

  return {
    place,
    get saveStatus() {
      return delivery?.saveStatus ?? (place === 'untracked' ? 'no-lms' : 'readonly');
    },
    get attempt() {
      return attempt;
    },
    importPolicy,
    ...(passMark !== undefined && { masteryScore: passMark }),
    ...(launch.learner && {
      learnerName: launch.learner.name,
      learnerKey: learnerKey(course.id, launch.learner.id),
    }),
    ...(course.rule.track !== undefined && { fixedTrack: course.rule.track }),
    mode: launch.mode,
    problem: stored.problem,
    lost: stored.lost,
    get status() {
      return status();
    },
    get offer() {
      return found?.offer;
    },
    record(given, report = {}) {
      // The event is an object of a page that will be gone; what is kept must not hold on to it.
      const told = structuredClone(given);
      // What an update cost is known from the text that the LMS gave back, which no page has seen.
      const event =
        told.type === 'course.upgraded'
          ? { type: told.type, edition: { ...told.edition, lost: stored.lost } }
          : told;
      const before = attempt;
      attempt = record(attempt, event);
      if (attempt === before) return;
      reportEvent(event, before, report);
      pass('active');
      delivery?.schedule(isAct(event));
      tell();
    },
    ...(isWritable &&
      course.structure.evaluation && {
        evaluate(answers) {
          // As in `record`: objects of a page that will be gone.
          for (const answer of structuredClone(answers)) report(answer, {});
          pass('active');
          delivery?.schedule(true);
          tell();
        },
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    replace(given) {
      // As in `record`. JSON would make of an answer that is still to come one that was given.
      const { attempt: united } = importProgress(
        attempt,
        structuredClone(given),
        importPolicy,
        (other) => statusOf(other).completion === 'completed',
      );
      attempt = united;
      delivery?.schedule(true);
      tell();
    },
    accept() {
      if (found === undefined) return;
      const { location } = found.attempt;
      attempt = { ...mergeAttempts(attempt, found.attempt), ...(location && { location }) };
      found = undefined;
      delivery?.schedule(true);
      tell();
    },
    decline() {
      if (found === undefined) return;
      found = undefined;
      backup.remove();
      tell();
    },
    active() {
      if (now() - clock.active >= idleAfter / 10) pass('active');
    },
    hide() {
      const isPending = delivery?.saveStatus !== 'kept';
      pass('hidden');
      if (isPending || counted > saved) delivery?.commit(true);
    },
    show: () => pass('visible'),
    close() {
      if (isClosed) return delivery?.isTaken ?? true;
      isClosed = true;
      pass('hidden');
      if (delivery) {
        const isTaken = delivery.close();
        tell();
        return isTaken;
      }
      try {
        driver.close();
      } catch (error) {
        // Nothing was to be kept, so nothing is lost.
        if (!(error instanceof TrackingError)) throw error;
      }
      return true;
    },
  };
}
