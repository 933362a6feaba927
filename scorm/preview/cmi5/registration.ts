import { responseOf, type PlatformResponse, type PlatformRequest, refusal } from './exchange.ts';
import { respondToDocument } from './documents.ts';
import { abandoned, actorOf, launched, newlySatisfied, type Platform } from './own-statements.ts';
import { type KeptSession, type CourseRecord, sentIn, type Unit } from './record.ts';
import { isSameAccount, type LaunchMode } from './statement.ts';
import { respondToStatements } from './statements.ts';

/** Options of a launch. */
export interface LaunchOptions {
  readonly mode?: LaunchMode;
  /** Scaled, 0 to 1; overrides the mastery score of the course structure. */
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

/** Clock, random values and storage of a registration. */
export interface PlatformEnvironment extends Platform {
  readonly now: () => number;
  readonly newToken: () => string;
  /** Stores the record after a change. @throws if it cannot be stored */
  readonly keep: (record: CourseRecord) => void;
}

/** Grace period for pending requests after the end of a session, in milliseconds (cmi5 9.3.8). */
const grace = 10_000;

/**
 * The registration of one learner in one course: launches units, hands out each session's token once, and acts
 * as the record store of the units. It refuses every request that cmi5 allows a platform to refuse.
 */
export class Registration {
  readonly record: CourseRecord;
  readonly #environment: PlatformEnvironment;

  constructor(record: CourseRecord, environment: PlatformEnvironment) {
    this.record = record;
    this.#environment = environment;
  }

  /** The activity id that the platform assigns to a unit, the same at every launch (cmi5 8.1.5). */
  activityId(unit: string): string {
    return `${this.#environment.names}unit/${this.record.registration}/${encodeURIComponent(unit)}`;
  }

  /**
   * Launches a unit of a course. An open session of the same unit is abandoned.
   * @param at the URL of the platform without a trailing slash, and the URL of the unit
   * @returns the launch parameters for the address of the unit (cmi5 8.1)
   */
  launch(
    { units, unit }: { units: readonly Unit[]; unit: Unit },
    at: { platform: string; unit: string },
    launchOptions: LaunchOptions = {},
  ): URLSearchParams {
    const { now, newId, newToken } = this.#environment;
    this.record.units = units;
    for (const open of this.record.sessions) if (open.unit === unit.id) this.abandon(open);
    const masteryScore = launchOptions.masteryScore ?? unit.masteryScore;
    const session: KeptSession = {
      ...{ id: newId(), unit: unit.id, token: newToken(), launched: now() },
      mode: launchOptions.mode ?? 'Normal',
      ...(masteryScore !== undefined && { masteryScore }),
      ...(launchOptions.returnURL !== undefined && { returnURL: launchOptions.returnURL }),
    };
    const activityId = this.activityId(unit.id);
    const { record } = this;
    record.sessions.push(session);
    record.statements.push(
      launched(this.#environment, record, session, { unit, activityId, address: at.unit }),
    );
    this.#settle(session);
    return new URLSearchParams({
      endpoint: `${at.platform}/xapi`,
      fetch: `${at.platform}/token?session=${encodeURIComponent(session.id)}`,
      actor: JSON.stringify(actorOf(this.#environment)),
      registration: record.registration,
      activityId,
    });
  }

  /** Abandons a session that its unit did not end (cmi5 9.3.6). Does nothing if the session has ended. */
  abandon(session: KeptSession): void {
    if (session.ended) return;
    const at = this.#environment.now();
    const last = sentIn(this.record, session.id).at(-1)?.timestamp;
    const activityId = this.activityId(session.unit);
    session.ended = { how: 'abandoned', at };
    this.record.statements.push(
      abandoned(this.#environment, this.record, session, {
        ...{ activityId, at },
        last: last === undefined ? at : Date.parse(last),
      }),
    );
    this.#settle(session);
  }

  /** Responds to a request. @throws if a change cannot be stored */
  answer(request: PlatformRequest): PlatformResponse {
    if (request.path === 'token') return this.#giveToken(request);
    if (request.path === 'xapi/about') return responseOf(200, { version: ['1.0.3'] });
    const { authorization } = request.headers;
    const session = this.record.sessions.find(({ token }) => authorization === `Basic ${token}`);
    if (!session?.isFetched) return refusal(401, '8.1.2.0-5');
    const ended = session.ended;
    if (ended?.how === 'abandoned') return refusal(401, '9.3.6.0-2');
    if (ended && this.#environment.now() - ended.at > grace) return refusal(401, '8.1.2.0-2');
    if (request.headers.version !== '1.0.3') return refusal(400, '4.1.0.0-1');
    const { agent } = request.query;
    if (agent !== undefined && !this.#isLearner(agent)) return refusal(403, '8.1.3.0-3');
    const { answer, isChange } = this.#answerIn(session, request);
    if (isChange) this.#settle(session);
    return answer;
  }

  #answerIn(
    session: KeptSession,
    request: PlatformRequest,
  ): { answer: PlatformResponse; isChange: boolean } {
    const { record } = this;
    const unit = record.units.find(({ id }) => id === session.unit);
    if (!unit) return { answer: refusal(404, 'path'), isChange: false };
    const place = { record, session, unit, activityId: this.activityId(unit.id) };
    const isChange = request.method !== 'GET';
    if (request.path === 'xapi/statements') {
      const { account, now } = this.#environment;
      return {
        answer: respondToStatements(request, { ...place, account, now: now() }),
        isChange,
      };
    }
    const before = JSON.stringify([session.isDataRead, session.arePreferencesRead]);
    const answer = respondToDocument(request, place);
    const after = JSON.stringify([session.isDataRead, session.arePreferencesRead]);
    return { answer, isChange: isChange || before !== after };
  }

  #giveToken({ method, query }: PlatformRequest): PlatformResponse {
    const session = this.record.sessions.find(({ id }) => id === query['session']);
    if (!session) return refusal(404, 'path');
    if (method !== 'POST') return refusal(405, '8.2.1.0-2');
    if (session.isFetched) {
      const refusalBody = { 'error-code': '1', 'error-text': 'The token was given before.' };
      return { ...responseOf(200, refusalBody), refused: '8.2.3.0-1' };
    }
    session.isFetched = true;
    this.#settle(session);
    return responseOf(200, { 'auth-token': session.token });
  }

  #isLearner(agent: string): boolean {
    try {
      const value = JSON.parse(agent) as { account?: unknown } | null;
      return isSameAccount(value?.account, this.#environment.account);
    } catch {
      return false;
    }
  }

  /** Adds the statements that follow from the last change, and stores the record. */
  #settle(session: KeptSession) {
    const { now, keep } = this.#environment;
    const { record } = this;
    record.statements.push(...newlySatisfied(this.#environment, record, session, now()));
    keep(record);
  }
}
