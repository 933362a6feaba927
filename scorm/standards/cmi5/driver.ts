import {
  type Driver,
  type Launch,
  type LearnerStatus,
  TrackingError,
} from '../../../src/progress/driver.ts';
import type { TextStore } from '../../../src/progress/text-store.ts';
import { toInterval } from '../scorm/time.ts';
import { randomUuid, uuidOf } from './identifier.ts';
import { type KeptSession, sessionPlace } from './kept-session.ts';
import { type LaunchData, launchDataOf } from './launch-data.ts';
import type { LaunchParameters } from './launch-url.ts';
import { type Fetch, fetchToken, platform, type Platform } from './platform.ts';
import {
  isWhole,
  noProgress,
  type Progress,
  progressOf,
  progressState,
} from './progress-document.ts';
import { sendFacts } from './send-facts.ts';
import { answered, type Fact, scored, scoreOf, type Session, type Verb } from './statement.ts';
import { waitingFacts } from './waiting.ts';

/** Parts of the window that the driver uses; tests pass substitutes. */
export interface Cmi5Environment {
  readonly fetch: Fetch;
  readonly now: () => number;
  /** Storage that survives a reload and is cleared when the window closes. */
  readonly ofWindow: () => TextStore;
  /** Storage that stays on the device. */
  readonly ofDevice: () => TextStore;
  /** Whether the page is unloading, so that nothing can be awaited. */
  readonly isLeaving: () => boolean;
  /** Whether the same session may continue after unload, because the window may merely be reloading. */
  readonly mayReturn: () => boolean;
  /** Redirects the learner at the end (cmi5 10.2.6). */
  readonly goTo: (address: string) => void;
}

/**
 * Maximum size of statements sent at exit, in characters: the `keepalive` limit of the Fetch Standard is 64
 * KiB, part of which is reserved for the state.
 */
const mostAtExit = 48_000;

/**
 * Stores the attempt in an LMS by cmi5: status as statements that are each sent once, answers and decisions as
 * additional statements, the attempt itself in a state document.
 */
export function cmi5Driver(launched: LaunchParameters, environment: Cmi5Environment): Driver {
  const { now, isLeaving, mayReturn, goTo } = environment;
  const { actor, registration, activityId } = launched;
  const learner = { id: `${actor.account.homePage} ${actor.account.name}`, name: actor.name ?? '' };
  const waiting = waitingFacts(
    environment.ofDevice,
    `ati-cmi5-${uuidOf([registration, activityId, learner.id].join('\n'))}`,
  );
  const place = sessionPlace(environment.ofWindow, `ati-cmi5-${uuidOf(launched.fetch)}`);
  let session: KeptSession = place.read() ?? { token: '' };
  const secondsBefore = session.seconds ?? 0;
  let lms: Platform | undefined;
  let data: LaunchData | undefined;
  let progress = noProgress;
  /** Progress as stored in the LMS. */
  let stored = noProgress;
  let seconds = secondsBefore;
  let isClosed = false;
  let isWritable = false;
  let begun = 0;
  /** Each call waits for the one before it. */
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const note = (changes: Partial<KeptSession>) => {
    session = { ...session, ...changes };
    place.write(session);
  };

  const about = (): Session => ({
    actor,
    registration,
    activityId,
    template: data?.contextTemplate ?? {},
    ...(data?.masteryScore !== undefined && { masteryScore: data.masteryScore }),
  });

  const defined = (verb: Verb, result: Fact['result'], name = launched.fetch): Fact => ({
    id: uuidOf([registration, activityId, name, verb].join('\n')),
    key: verb,
    verb,
    ...(result && { result }),
    at: now(),
  });

  const duration = () => ({ duration: toInterval(seconds) });

  /** Queues the statements that may be sent once per registration, as soon as they are true. */
  const judge = (status: LearnerStatus) => {
    const { told } = progress;
    const tell = (verb: 'completed' | 'passed' | 'failed', result: Fact['result']) => {
      waiting.add(defined(verb, { ...result, ...duration() }, ''));
      progress = { ...progress, told: [...progress.told, verb] };
    };
    const mastery = data?.masteryScore;
    const { success, score } = status;
    if (status.completion === 'completed' && !told.includes('completed'))
      tell('completed', { completion: true });
    // One `passed` or `failed` per session, none after `passed` (cmi5 9.3).
    if (
      success === 'unknown' ||
      session.isJudged ||
      told.includes('passed') ||
      told.includes(success)
    )
      return;
    const isPassed = success === 'passed';
    const fits = score !== undefined && (mastery === undefined || score >= mastery === isPassed);
    tell(success, { success: isPassed, ...(fits && { score: scoreOf(score) }) });
    note({ isJudged: true });
  };

  const flush = async (): Promise<void> => {
    if (!lms) return;
    await sendFacts(lms, waiting, about(), begun);
    if (progress === stored) return;
    const written = progress;
    await lms.writeState(progressState, written, false);
    stored = written;
  };

  const terminated = () => defined('terminated', duration());

  /** Hands everything to the browser, because an unloading page cannot await a response. */
  const handOver = (): Promise<unknown> => {
    if (!lms) return Promise.resolve();
    const last = mayReturn() ? [] : [terminated()];
    if (last.length > 0) note({ isEnded: true });
    // Both requests go out together, so statements that may not arrive are not recorded as sent.
    const isWaiting = (verb: Verb) => waiting.facts.some((fact) => fact.verb === verb);
    const told = progress.told.filter((verb) => !isWaiting(verb));
    const leaving = sendFacts(lms, waiting, about(), begun, { last, mostAtExit });
    const writing =
      progress === stored
        ? Promise.resolve()
        : lms.writeState(progressState, { ...progress, told }, true);
    return Promise.all([leaving, writing]);
  };

  const end = async (): Promise<void> => {
    if (isWritable) await flush();
    if (lms) await sendFacts(lms, waiting, about(), begun, { last: [terminated()] });
    note({ isEnded: true });
    if (data?.returnURL !== undefined) goTo(data.returnURL);
  };

  return {
    open: () =>
      inTurn(async () => {
        if (session.isEnded) throw new TrackingError('session', 'ended', 'it was ended before');
        if (session.token === '')
          note({ token: await fetchToken(launched.fetch, environment.fetch) });
        const found = platform(launched, session.token, environment.fetch, now);
        data = launchDataOf(await found.readState('LMS.LaunchData'));
        if (data === undefined)
          throw new TrackingError('LMS.LaunchData', 'unusable', 'no context template or no mode');
        await found.readPreferences();
        const { progress: kept, isUnread } = await readProgress(found);
        progress = kept;
        stored = kept;
        lms = found;
        begun = now();
        if (!session.isInitialized) {
          await sendFacts(found, waiting, about(), begun, {
            last: [defined('initialized', undefined)],
            isFirst: true,
          });
          note({ isInitialized: true });
        }
        isWritable = data.launchMode === 'Normal';
        return launchOf(data, kept, isUnread, learner);
      }),
    save(status) {
      if (isClosed || !isWritable) return;
      seconds = secondsBefore + status.sessionSeconds;
      note({ seconds });
      const { completion, success, score, suspendData, location } = status;
      const next = {
        ...progress,
        ...{ suspendData, location },
        completion: progress.completion === 'completed' ? progress.completion : completion,
        success: progress.success === 'passed' ? progress.success : success,
        ...(score !== undefined && { score: Math.max(score, progress.score ?? 0) }),
      };
      if (JSON.stringify(next) !== JSON.stringify(progress)) progress = next;
      judge(status);
    },
    report(what) {
      if (isClosed || !isWritable) return;
      const fact = 'interaction' in what ? answered(what.interaction) : scored(what.objective);
      const at = 'interaction' in what ? (what.interaction.at?.getTime() ?? now()) : now();
      const key = [
        fact.verb,
        fact.about?.id,
        JSON.stringify(fact.result),
        'interaction' in what && at,
      ];
      waiting.add({ ...fact, id: randomUuid(), key: key.join(' '), at });
    },
    commit: () => (isClosed || !isWritable ? undefined : inTurn(flush)),
    close() {
      if (isClosed || !lms) return;
      isClosed = true;
      return isLeaving() ? handOver().then(() => undefined) : inTurn(end);
    },
  };
}

/**
 * Reads the attempt from the LMS. Retries once if the request fails, finds nothing or returns an invalid
 * document: treating a transient response as an empty attempt would overwrite a good one.
 */
async function readProgress(lms: Platform): Promise<{ progress: Progress; isUnread: boolean }> {
  let isUnread = false;
  for (let times = 0; times < 2; times++) {
    try {
      const document = await lms.readState(progressState);
      isUnread = document !== undefined && !isWhole(document);
      if (isWhole(document)) return { progress: progressOf(document), isUnread };
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      isUnread = true;
    }
  }
  return { progress: noProgress, isUnread };
}

function launchOf(
  { launchMode, masteryScore }: LaunchData,
  { suspendData, location, completion, success, score }: Progress,
  isUnread: boolean,
  learner: NonNullable<Launch['learner']>,
): Launch {
  return {
    mode: ({ Normal: 'normal', Browse: 'browse', Review: 'review' } as const)[launchMode],
    completion,
    success,
    learner,
    ...(score !== undefined && { score }),
    ...(masteryScore !== undefined && { masteryScore }),
    ...((suspendData !== '' || location !== '') && { stored: { suspendData, location } }),
    ...(isUnread && { isUnread }),
  };
}
