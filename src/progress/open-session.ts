import { courseStatus } from '../course/completion.ts';
import { type Attempt, freshAttempt, isAct, type LearningEvent, record } from './attempt.ts';
import type { Copies } from './copies.ts';
import { backupCopy } from './device-copy.ts';
import { type Driver, type Launch, type LearnerStatus, TrackingError } from './driver.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { startEngine } from './engine.ts';
import { interactionsOf, objectivesOf } from './event-report.ts';
import type { Chosen } from './interaction.ts';
import { learnerKey } from './learner-key.ts';
import { localBackup } from './local-backup.ts';
import { hasRoom } from './log.ts';
import type { Report } from './recorder.ts';
import type { Session, SessionEnvironment, TrackedCourse } from './session.ts';
import { isWritable } from './needs-copies.ts';
import { problemOf, type SaveStatus } from './save-status.ts';
import { REMOVED_ROW } from './slices/stored/log-rows.ts';
import { stateText } from './state-text.ts';
import { isNews, storedAttempts } from './stored-attempts.ts';

/**
 * Begins the session of a package. What happens is recorded at once in the attempt and on this device;
 * the driver is told of it after the next paint (scored acts and lessons viewed) or within ten seconds
 * (all else). What is stored and cannot be read is not written over until the learner agrees.
 * @param launch what `driver.open()` told
 * @param given what deals with other copies. Where it is needed and cannot be had, what it would have read stays
 * as it is, in the LMS and on the device
 */
export function openSession(
  driver: Driver,
  launch: Launch,
  course: TrackedCourse,
  environment: SessionEnvironment,
  given?: Copies,
): Session {
  const { place, store, now } = environment;
  const { structure } = course;
  const text = stateText(structure);
  const canWrite = isWritable(launch) && place === 'lms';
  // A pass mark of 0 is what some LMSs answer where none was set.
  const passMark = Number(launch.masteryScore) > 0 ? launch.masteryScore : course.passMark;
  const mastery = passMark ?? course.masteryScore;
  const importPolicy = course.imports ?? 'practice';

  const backup = localBackup(store, course.id, canWrite ? launch.learner?.id : undefined);
  let suspendData = launch.stored?.suspendData ?? '';
  const plain = text.read(suspendData);
  const stored = plain
    ? { attempt: plain, unread: [], lost: [] }
    : (given?.decode(suspendData) ?? unavailable);
  const found: Attempt = { ...stored.attempt, location: launch.stored?.location ?? '' };
  const start = { ...found, rows: rowsOf(found, launch) };

  let copies = given;
  let isOpen = false;
  /** What deals with other copies; where it is not there, it is asked for, and then looked again. */
  const dealing = (): Copies | undefined => {
    if (copies === undefined)
      void environment.copies?.().then(
        (come) => {
          if (copies) return;
          copies = come;
          engine.catchUp();
        },
        () => undefined,
      );
    return copies;
  };
  const copy = backupCopy({
    ...{ backup, attempt: start, encode: text.encode },
    suspendData: plain && suspendData,
    copies: () => (isOpen ? dealing() : given),
  });

  let isUnread = canWrite && (launch.isUnread === true || stored.problem !== undefined);
  if (isUnread && suspendData !== '') backup.setAside(suspendData);
  /** Whether something was done in pages that the course of this package does not have. */
  let isMixed = false;
  /** The attempt that `suspendData` was written from. */
  let encoded: Attempt | undefined = suspendData === '' ? undefined : found;

  const standing = (attempt: Attempt) => courseStatus(attempt, structure, course.rule, mastery);

  const statusOf = (attempt: Attempt, sessionSeconds: number): LearnerStatus => {
    const { completion, success, score } = standing(attempt);
    return {
      // What the LMS once knew stays, even if it has lost what it rested on (P06).
      completion: launch.completion === 'completed' ? 'completed' : completion,
      success: launch.success === 'passed' ? 'passed' : success,
      ...(score !== undefined && { score: Math.max(score, launch.score ?? 0) }),
      location: attempt.location,
      suspendData,
      sessionSeconds,
    };
  };

  /** Pages seen and time passed alone are no news: suspend data is the longest of all values. */
  const encode = (attempt: Attempt, isThorough: boolean) => {
    const isWorthIt =
      encoded === undefined ||
      isNews(encoded, attempt) ||
      (isThorough && attempt.seconds !== encoded.seconds);
    if (!isWorthIt) return;
    suspendData = text.encode(attempt);
    encoded = attempt;
    isMixed = sizeOf(text.read(suspendData)) < sizeOf(attempt);
  };

  const engine = startEngine<Delivery>({
    attempt: start,
    device: copy,
    now,
    isVisible: environment.isVisible,
    outlet: !canWrite
      ? undefined
      : ({ take, idleFor, tell }) =>
          deliveryOf({
            driver,
            defer: environment.defer,
            after: environment.after,
            status(isThorough) {
              const { attempt, seconds } = take();
              encode(attempt, isThorough);
              return statusOf(attempt, seconds);
            },
            idleFor,
            tell,
          }),
  });
  const { outlet: delivery } = engine;
  isOpen = true;
  if (isUnread) delivery?.hold();
  if (launch.rows !== undefined && launch.rows < start.rows.length)
    for (const interaction of given?.restoredRows(start, launch.rows) ?? [])
      delivery?.add({ interaction });
  // An LMS that has nothing yet should soon have a status, and a learner hear soon if it refuses.
  if (launch.stored === undefined) delivery?.schedule(false);

  /** The attempt with an interaction noted: its row is where it first stood in the log. */
  function reported(attempt: Attempt, chosen: Chosen, report: Report): Attempt {
    const { result = 'neutral', latency = 0 } = report;
    if (!hasRoom(attempt.rows, chosen.id, structure)) return attempt;
    const noted = record(attempt, { type: 'interaction.reported', interaction: chosen.id });
    const row = noted.rows.indexOf(chosen.id);
    delivery?.add({ interaction: { ...chosen, row, result, latency, at: new Date(now()) } });
    return noted;
  }

  /** The attempt after an event, with what the LMS is told of it beside the state. */
  function recorded(before: Attempt, event: LearningEvent, report: Report): Attempt {
    const after = record(before, event);
    if (after === before) return before;
    for (const objective of objectivesOf(event, report, mastery)) delivery?.add({ objective });
    return interactionsOf(event, before, after, course).reduce(
      (attempt, chosen) => reported(attempt, chosen, report),
      after,
    );
  }

  const saveStatus = (): SaveStatus => {
    if (isUnread) return 'unread';
    if (isMixed) return 'not-saved';
    return delivery?.saveStatus ?? (place === 'untracked' ? 'no-lms' : 'readonly');
  };

  return {
    place,
    get saveStatus() {
      return saveStatus();
    },
    get saveProblem() {
      if (isMixed) return 'mixed';
      const refusal = delivery?.refusal;
      return refusal && problemOf(refusal);
    },
    get hasCopy() {
      return backup.hasPlace && engine.hasCopy;
    },
    get attempt() {
      return engine.attempt;
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
    unread: stored.unread,
    lost: stored.lost,
    get status() {
      const { attempt, seconds } = engine;
      return { ...statusOf(attempt, seconds), suspendData: text.encode(attempt) };
    },
    get offer() {
      return canWrite ? copy.found?.gain : undefined;
    },
    record(given, report = {}) {
      // The event is an object of a page that will be gone; what is kept must not hold on to it.
      const told = structuredClone(given);
      // What an update cost is known from the text that the LMS gave back, which no page has seen.
      const event: LearningEvent =
        told.type === 'course.upgraded'
          ? { ...told, edition: { ...told.edition, lost: stored.lost } }
          : told;
      engine.change((attempt) => recorded(attempt, event, report), isAct(event));
    },
    ...(canWrite &&
      structure.evaluation && {
        evaluate(answers: readonly Chosen[]) {
          // As in `record`: objects of a page that will be gone.
          const told = structuredClone(answers);
          const isNew = engine.change(
            (attempt) => told.reduce((noted, answer) => reported(noted, answer, {}), attempt),
            true,
          );
          if (!isNew) delivery?.schedule(true);
          engine.tell();
        },
      }),
    subscribe: (listener) => engine.subscribe(listener),
    replace(told) {
      // As in `record`. JSON would make of an answer that is still to come one that was given.
      const brought = structuredClone(told);
      const isComplete = (other: Attempt) => standing(other).completion === 'completed';
      const take = ({ importProgress }: Copies) => {
        engine.change(
          (attempt) => importProgress(attempt, brought, importPolicy, isComplete).attempt,
          true,
        );
        return true;
      };
      const able = dealing();
      return able ? take(able) : (environment.copies?.().then(take, () => false) ?? false);
    },
    accept() {
      const { found: lost } = copy;
      if (lost === undefined || given === undefined) return;
      const { location } = lost.attempt;
      copy.decide();
      isUnread = false;
      delivery?.release();
      engine.change(
        (attempt) => ({ ...given.merge(attempt, lost.attempt), ...(location && { location }) }),
        true,
      );
    },
    decline() {
      if (copy.found === undefined) return;
      copy.decide();
      copy.keep(engine.attempt);
      engine.tell();
    },
    agree() {
      if (!isUnread) return;
      isUnread = false;
      delivery?.release();
      engine.tell();
    },
    active: () => engine.active(),
    hide: () => engine.hide(),
    show: () => engine.show(),
    retry() {
      if (delivery?.refusal) delivery.commit();
    },
    catchUp: () => engine.catchUp(),
    close() {
      if (delivery) return engine.close();
      engine.hide();
      try {
        const ended = driver.close();
        return ended instanceof Promise ? ended.then(() => true, nothingLost) : true;
      } catch (error) {
        return nothingLost(error);
      }
    },
  };
}

/** What is read of a text as long as nothing can read it. */
const unavailable = {
  attempt: freshAttempt,
  problem: 'unavailable' as const,
  unread: [],
  lost: [],
};

const sizeOf = (attempt = freshAttempt): number => storedAttempts.size(attempt);

/** Nothing was to be kept, so a refusal of the end loses nothing. */
function nothingLost(error: unknown): true {
  if (!(error instanceof TrackingError)) throw error;
  return true;
}

/** The rows of the log: where the LMS has more than the attempt knows of, none of those is written over. */
function rowsOf({ rows }: Attempt, launch: Launch): readonly string[] {
  const foreign = launch.hasReadableRows === false ? (launch.rows ?? 0) - rows.length : 0;
  return foreign > 0 ? [...rows, ...Array.from({ length: foreign }, () => REMOVED_ROW)] : rows;
}
