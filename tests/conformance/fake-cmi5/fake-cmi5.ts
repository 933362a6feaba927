import {
  type Arrived,
  sessionExtension,
  type Situation,
  statementRules,
} from './statement-rules.ts';

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly keepalive: boolean;
}

/** What an administrator sets up before a launch. */
export interface Setting {
  readonly mode?: Situation['mode'];
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

const actor = {
  objectType: 'Agent',
  name: 'Jo Doe',
  account: { homePage: 'https://lms.example', name: 'jdoe' },
} as const;

const registration = '760e3480-ba55-4991-94b0-01820dbd23a2';
const activityId = 'https://lms.example/activity/17';

/** An LMS with a record store that refuses whatever cmi5 and xAPI let it refuse. */
export class FakeCmi5Lms {
  /** Every statement that was stored, in order. */
  readonly statements: Arrived[] = [];
  /** Requests that were refused, and why: a requirement, or a status. */
  readonly refused: string[] = [];
  readonly asked: Asked[] = [];
  readonly documents = new Map<string, unknown>();
  /** Answers a request in place of the LMS. */
  fault: (asked: Asked) => Response | 'lost' | undefined = () => undefined;
  now = () => 0;
  /** Where this LMS answers, and where the package lies. */
  origin = 'https://lms.example';
  content = 'https://content.example/course/index.html';

  private sessions = 0;
  private setting: Setting = {};
  private token = '';
  private isFetched = false;
  private isDataRead = false;
  private arePreferencesRead = false;
  private session: Arrived[] = [];

  /** Launches the package. @returns its address */
  launch(setting: Setting = {}): string {
    this.sessions++;
    Object.assign(this, { setting, isFetched: false, isDataRead: false, session: [] });
    this.arePreferencesRead = false;
    this.token = `token-${this.sessions}`;
    const query = new URLSearchParams({
      activityId,
      registration,
      fetch: `${this.origin}/token?session=${this.sessions}`,
      actor: JSON.stringify(actor),
      endpoint: `${this.origin}/xapi`,
    });
    return `${this.content}?${query.toString()}`;
  }

  get verbs(): string[] {
    return this.statements.map(({ verb }) => verb?.id?.split('/').at(-1) ?? '');
  }

  /** `fetch`, as far as this LMS is asked. */
  readonly fetch = (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: typeof init.body === 'string' ? init.body : undefined,
      keepalive: init.keepalive === true,
    };
    this.asked.push(asked);
    const fault = this.fault(asked);
    if (fault === 'lost') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(fault ?? this.answer(asked, new Headers(init.headers)));
  };

  private answer(asked: Asked, headers: Headers): Response {
    if (asked.path === '/token') return this.giveToken(asked);
    if (headers.get('authorization') !== `Basic ${this.token}` || !this.isFetched)
      return this.refuse('8.1.2.0-5', 401);
    if (headers.get('x-experience-api-version') !== '1.0.3') return this.refuse('4.1.0.0-1', 400);
    const agent = asked.query['agent'];
    if (agent !== undefined && !this.isLearner(agent)) return this.refuse('8.1.3.0-3', 403);
    if (asked.path === '/xapi/activities/state') return this.state(asked);
    if (asked.path === '/xapi/agents/profile') {
      if (asked.query['profileId'] !== 'cmi5LearnerPreferences')
        return this.refuse('11.0.0.0-4', 400);
      this.arePreferencesRead = true;
      return new Response('', { status: 404 });
    }
    return asked.path === '/xapi/statements' ? this.take(asked) : this.refuse('path', 404);
  }

  private isLearner(agent: string): boolean {
    const { account } = JSON.parse(agent) as { account?: object };
    return JSON.stringify(account) === JSON.stringify(actor.account);
  }

  private giveToken({ method }: Asked): Response {
    if (method !== 'POST') return this.refuse('8.2.1.0-2', 405);
    if (this.isFetched) {
      this.refused.push('8.2.3.0-1');
      return this.json({ 'error-code': '1', 'error-text': 'The token was given before.' });
    }
    this.isFetched = true;
    return this.json({ 'auth-token': this.token });
  }

  private state({ method, query, body }: Asked): Response {
    const { stateId = '' } = query;
    if (query['activityId'] !== activityId) return this.refuse('8.1.5.0-5', 400);
    if (query['registration'] !== registration) return this.refuse('8.1.4.0-3', 400);
    if (stateId === 'LMS.LaunchData') {
      if (method !== 'GET') return this.refuse('10.2.1.0-5', 403);
      this.isDataRead = true;
      return this.json(this.launchData());
    }
    if (method === 'GET')
      return this.documents.has(stateId)
        ? this.json(this.documents.get(stateId))
        : new Response('', { status: 404 });
    if (method === 'DELETE') this.documents.delete(stateId);
    else this.documents.set(stateId, JSON.parse(body ?? 'null'));
    return new Response(null, { status: 204, headers: this.dated() });
  }

  private launchData() {
    const { mode = 'Normal', masteryScore, returnURL } = this.setting;
    return {
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'urn:test:publisher-id' }] },
        extensions: { [sessionExtension]: `session-${this.sessions}` },
      },
      launchMode: mode,
      moveOn: 'CompletedAndPassed',
      ...(masteryScore !== undefined && { masteryScore }),
      ...(returnURL !== undefined && { returnURL }),
    };
  }

  /** Takes all of the statements or none. */
  private take({ method, body }: Asked): Response {
    if (method !== 'POST') return this.refuse('4.1.0.0-1', 405);
    if (!this.isDataRead) return this.refuse('10.2.1.0-4', 400);
    if (!this.arePreferencesRead) return this.refuse('11.0.0.0-3', 400);
    const taken: Arrived[] = [];
    for (const statement of JSON.parse(body ?? '[]') as Arrived[]) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (known) {
        if (JSON.stringify(known) !== JSON.stringify(statement)) return this.refuse('409', 409);
        continue;
      }
      const session = [...this.session, ...taken];
      const situation = this.situation(session, [...this.statements, ...taken]);
      const broken = Object.entries(statementRules).find(
        ([, holds]) => !holds(statement, situation),
      );
      if (broken) return this.refuse(broken[0], 400);
      taken.push(statement);
    }
    this.statements.push(...taken);
    this.session.push(...taken);
    return this.json(taken.map(({ id }) => id));
  }

  private situation(session: readonly Arrived[], all: readonly Arrived[]): Situation {
    const { mode = 'Normal', masteryScore } = this.setting;
    const sessionId = `session-${this.sessions}`;
    const now = this.now();
    return { actor, registration, activityId, sessionId, mode, masteryScore, now, session, all };
  }

  private refuse(why: string, status: number): Response {
    this.refused.push(why);
    return new Response(why, { status });
  }

  private json(value: unknown): Response {
    const headers = { ...this.dated(), 'content-type': 'application/json' };
    return new Response(JSON.stringify(value), { headers });
  }

  private dated() {
    return { date: new Date(this.now()).toUTCString() };
  }
}
