import { courseStatus } from '../course/completion.ts';
import { type Attempt, freshAttempt, isAct, type LearningEvent, record } from './attempt.ts';
import type { Copies } from './copies.ts';
import { backupCopy } from './device-copy.ts';
import { type Driver, type Launch, type LearnerStatus, TrackingError } from './driver.ts';
import { type Delivery, deliveryOf } from './delivery.ts';
import { startEngine } from './engine.ts';
import { interactionsOf, objectivesOf } from './event-report.ts';
import type { Chosen } from './interaction.ts';
import { logAtLaunch } from './launch-log.ts';
import { learnerKey } from './learner-key.ts';
import { localBackup } from './local-backup.ts';
import { hasRoom } from './log.ts';
import type { Report } from './recorder.ts';
import type { Session, SessionEnvironment, TrackedCourse } from './session.ts';
import { isWritable } from './needs-copies.ts';
import { problemOf, type SaveStatus } from './save-status.ts';
import { stateText } from './state-text.ts';
import { isNews, storedAttempts } from './stored-attempts.ts';

/**
 * Begins the session of a package. Each event is recorded at once in the attempt and on this device; the driver
 * gets it after the next paint (scored acts and lessons viewed) or within ten seconds (all other events). Stored
 * progress that cannot be read is not overwritten until the learner agrees.
 * @param launch the result of `driver.open()`
 * @param copiesAtStart the module that reads other copies of the progress. Where it is needed and missing, those
 * copies stay as they are, in the LMS and on the device
 */
export function openSession(
  driver: Driver,
  launch: Launch,
  course: TrackedCourse,
  environment: SessionEnvironment,
  copiesAtStart?: Copies,
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
    : (copiesAtStart?.decode(suspendData) ?? unavailable);
  const found: Attempt = { ...stored.attempt, location: launch.stored?.location ?? '' };
  const start = { ...found, rows: logAtLaunch(found, launch) };

  let copies = copiesAtStart;
  let isOpen = false;
  /** The module for other copies. Loads it where it is missing, and then reads the copy on this device again. */
  const requestCopies = (): Copies | undefined => {
    if (copies === undefined)
      void environment.copies?.().then(
        (loaded) => {
          if (copies) return;
          copies = loaded;
          engine.catchUp();
        },
        () => undefined,
      );
    return copies;
  };
  const copy = backupCopy({
    ...{ backup, attempt: start, encode: text.encode },
    suspendData: plain && suspendData,
    copies: () => (isOpen ? requestCopies() : copiesAtStart),
  });

  let isUnread = canWrite && (launch.isUnread === true || stored.problem !== undefined);
  if (isUnread && suspendData !== '') backup.setAside(suspendData);
  /** Whether something was done in pages that the course of this package does not have. */
  let isMixed = false;
  /** The attempt that `suspendData` was written from. */
  let encoded: Attempt | undefined = suspendData === '' ? undefined : found;

  const learnerStatus = (attempt: Attempt) =>
    courseStatus(attempt, structure, course.rule, mastery);

  const statusOf = (attempt: Attempt, sessionSeconds: number): LearnerStatus => {
    const { completion, success, score } = learnerStatus(attempt);
    return {
      // A status that the LMS once had is kept, even if the LMS has lost the data behind it (P06).
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
    for (const interaction of copiesAtStart?.restoredRows(start, launch.rows) ?? [])
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
    record(pageEvent, report = {}) {
      // The event belongs to a page that will be gone; the attempt must not hold on to it.
      const copied = structuredClone(pageEvent);
      // Only the text from the LMS, which no page has seen, shows what an update has cost.
      const event: LearningEvent =
        copied.type === 'course.upgraded'
          ? { ...copied, edition: { ...copied.edition, lost: stored.lost } }
          : copied;
      engine.change((attempt) => recorded(attempt, event, report), isAct(event));
    },
    ...(canWrite &&
      structure.evaluation && {
        evaluate(answers: readonly Chosen[]) {
          // As in `record`: the answers belong to a page that will be gone.
          const copied = structuredClone(answers);
          const isNew = engine.change(
            (attempt) => copied.reduce((noted, answer) => reported(noted, answer, {}), attempt),
            true,
          );
          if (!isNew) delivery?.schedule(true);
          engine.tell();
        },
      }),
    subscribe: (listener) => engine.subscribe(listener),
    replace(pageAttempt) {
      // As in `record`. JSON would turn the gap of an answer that is still to come into an answer.
      const imported = structuredClone(pageAttempt);
      const isComplete = (other: Attempt) => learnerStatus(other).completion === 'completed';
      const take = ({ importProgress }: Copies) => {
        engine.change(
          (attempt) => importProgress(attempt, imported, importPolicy, isComplete).attempt,
          true,
        );
        return true;
      };
      const present = requestCopies();
      return present ? take(present) : (environment.copies?.().then(take, () => false) ?? false);
    },
    accept() {
      const { found: lost } = copy;
      if (lost === undefined || copiesAtStart === undefined) return;
      const { location } = lost.attempt;
      copy.decide();
      isUnread = false;
      delivery?.release();
      engine.change(
        (attempt) => ({
          ...copiesAtStart.merge(attempt, lost.attempt),
          ...(location && { location }),
        }),
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

/** The result of reading a text that nothing here can read yet. */
const unavailable = {
  attempt: freshAttempt,
  problem: 'unavailable' as const,
  unread: [],
  lost: [],
};

const sizeOf = (attempt = freshAttempt): number => storedAttempts.size(attempt);

/** Passes over an error at the end of a session that had nothing to save. @throws any other error */
function nothingLost(error: unknown): true {
  if (!(error instanceof TrackingError)) throw error;
  return true;
}
