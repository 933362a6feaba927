import { answerOf, type Answer, type Asked, refusal } from './exchange.ts';
import { answerAboutDocument } from './documents.ts';
import { abandoned, actorOf, launched, newlySatisfied, type Platform } from './own-statements.ts';
import { type KeptSession, type CourseRecord, sentIn, type Unit } from './record.ts';
import { isSameAccount, type LaunchMode } from './statement.ts';
import { answerAboutStatements } from './statements.ts';

/** What somebody asks of the platform at a launch. */
export interface Wishes {
  readonly mode?: LaunchMode;
  /** Scaled; outranks that of the course structure. */
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

/** What a registration needs of the machine it runs on. */
export interface Surroundings extends Platform {
  readonly now: () => number;
  readonly newToken: () => string;
  /** Keeps the record after a change. @throws where it cannot be kept */
  readonly keep: (record: CourseRecord) => void;
}

/** How long a session that was ended is still answered, for what was under way (cmi5 9.3.8). */
const grace = 10_000;

/**
 * One learner in one course, as a cmi5 platform has it: launches units, gives each session its token once,
 * and answers as their record store, refusing whatever cmi5 lets it refuse.
 */
export class Registration {
  readonly record: CourseRecord;
  readonly #around: Surroundings;

  constructor(record: CourseRecord, around: Surroundings) {
    this.record = record;
    this.#around = around;
  }

  /** The platform's own name of a unit, the same at every launch (cmi5 8.1.5). */
  activityId(unit: string): string {
    return `${this.#around.names}unit/${this.record.registration}/${encodeURIComponent(unit)}`;
  }

  /**
   * Launches a unit of a course. A session of it that was never ended counts as abandoned.
   * @param at where the platform answers, without a slash at the end, and where the unit lies
   * @returns what stands behind the address of the unit (cmi5 8.1)
   */
  launch(
    { units, unit }: { units: readonly Unit[]; unit: Unit },
    at: { platform: string; unit: string },
    wishes: Wishes = {},
  ): URLSearchParams {
    const { now, newId, newToken } = this.#around;
    this.record.units = units;
    for (const open of this.record.sessions) if (open.unit === unit.id) this.abandon(open);
    const masteryScore = wishes.masteryScore ?? unit.masteryScore;
    const session: KeptSession = {
      ...{ id: newId(), unit: unit.id, token: newToken(), launched: now() },
      mode: wishes.mode ?? 'Normal',
      ...(masteryScore !== undefined && { masteryScore }),
      ...(wishes.returnURL !== undefined && { returnURL: wishes.returnURL }),
    };
    const activityId = this.activityId(unit.id);
    const { record } = this;
    record.sessions.push(session);
    record.statements.push(
      launched(this.#around, record, session, { unit, activityId, address: at.unit }),
    );
    this.#settle(session);
    return new URLSearchParams({
      endpoint: `${at.platform}/xapi`,
      fetch: `${at.platform}/token?session=${encodeURIComponent(session.id)}`,
      actor: JSON.stringify(actorOf(this.#around)),
      registration: record.registration,
      activityId,
    });
  }

  /** Ends a session that its unit did not end (cmi5 9.3.6); one that has ended is left alone. */
  abandon(session: KeptSession): void {
    if (session.ended) return;
    const at = this.#around.now();
    const last = sentIn(this.record, session.id).at(-1)?.timestamp;
    const activityId = this.activityId(session.unit);
    session.ended = { how: 'abandoned', at };
    this.record.statements.push(
      abandoned(this.#around, this.record, session, {
        ...{ activityId, at },
        last: last === undefined ? at : Date.parse(last),
      }),
    );
    this.#settle(session);
  }

  /** Answers a request. @throws where what it changes cannot be kept */
  answer(asked: Asked): Answer {
    if (asked.path === 'token') return this.#giveToken(asked);
    if (asked.path === 'xapi/about') return answerOf(200, { version: ['1.0.3'] });
    const { authorization } = asked.headers;
    const session = this.record.sessions.find(({ token }) => authorization === `Basic ${token}`);
    if (!session?.isFetched) return refusal(401, '8.1.2.0-5');
    const over = session.ended;
    if (over?.how === 'abandoned') return refusal(401, '9.3.6.0-2');
    if (over && this.#around.now() - over.at > grace) return refusal(401, '8.1.2.0-2');
    if (asked.headers.version !== '1.0.3') return refusal(400, '4.1.0.0-1');
    const { agent } = asked.query;
    if (agent !== undefined && !this.#isLearner(agent)) return refusal(403, '8.1.3.0-3');
    const { answer, isChange } = this.#answerIn(session, asked);
    if (isChange) this.#settle(session);
    return answer;
  }

  #answerIn(session: KeptSession, asked: Asked): { answer: Answer; isChange: boolean } {
    const { record } = this;
    const unit = record.units.find(({ id }) => id === session.unit);
    if (!unit) return { answer: refusal(404, 'path'), isChange: false };
    const place = { record, session, unit, activityId: this.activityId(unit.id) };
    const isChange = asked.method !== 'GET';
    if (asked.path === 'xapi/statements') {
      const { account, now } = this.#around;
      return {
        answer: answerAboutStatements(asked, { ...place, account, now: now() }),
        isChange,
      };
    }
    const before = JSON.stringify([session.isDataRead, session.arePreferencesRead]);
    const answer = answerAboutDocument(asked, place);
    const after = JSON.stringify([session.isDataRead, session.arePreferencesRead]);
    return { answer, isChange: isChange || before !== after };
  }

  #giveToken({ method, query }: Asked): Answer {
    const session = this.record.sessions.find(({ id }) => id === query['session']);
    if (!session) return refusal(404, 'path');
    if (method !== 'POST') return refusal(405, '8.2.1.0-2');
    if (session.isFetched) {
      const told = { 'error-code': '1', 'error-text': 'The token was given before.' };
      return { ...answerOf(200, told), refused: '8.2.3.0-1' };
    }
    session.isFetched = true;
    this.#settle(session);
    return answerOf(200, { 'auth-token': session.token });
  }

  #isLearner(agent: string): boolean {
    try {
      const value = JSON.parse(agent) as { account?: unknown } | null;
      return isSameAccount(value?.account, this.#around.account);
    } catch {
      return false;
    }
  }

  /** Adds what follows from the last change, and keeps all. */
  #settle(session: KeptSession) {
    const { now, keep } = this.#around;
    const { record } = this;
    record.statements.push(...newlySatisfied(this.#around, record, session, now()));
    keep(record);
  }
}
