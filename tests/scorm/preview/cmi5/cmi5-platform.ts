import type { PlatformRequest } from '../../../../scorm/preview/cmi5/exchange.ts';
import { newRecord, type Unit } from '../../../../scorm/preview/cmi5/record.ts';
import { Registration, type LaunchOptions } from '../../../../scorm/preview/cmi5/registration.ts';
import { extensions, nameOf, type Arrived } from '../../../../scorm/preview/cmi5/statement.ts';

export const unit: Unit = {
  id: 'urn:publisher',
  moveOn: 'CompletedAndPassed',
  blocks: ['urn:block'],
  masteryScore: 0.8,
};
const other: Unit = { id: 'urn:other', moveOn: 'NotApplicable', blocks: [] };

/** A cmi5 platform with one learner in a course of two units, and the requests of a unit. */
export class Cmi5Platform {
  time = Date.UTC(2026, 10, 29, 9);
  private ids = 0;
  kept = 0;
  readonly registration = new Registration(newRecord('760e3480-ba55-4991-94b0-01820dbd23a2'), {
    account: { homePage: 'https://lms.example', name: 'jdoe' },
    learner: 'Jo Doe',
    names: 'https://lms.example/',
    newId: () => this.id(),
    newToken: () => `token-${++this.ids}`,
    now: () => this.time,
    keep: () => {
      this.kept++;
    },
  });
  launched = new URLSearchParams();
  token = '';

  id = () => `00000000-0000-4000-8000-${String(++this.ids).padStart(12, '0')}`;

  launch(launchOptions: LaunchOptions = {}, of = unit) {
    const at = { platform: 'https://lms.example', unit: 'https://content.example/index.html' };
    this.launched = this.registration.launch({ units: [unit, other], unit: of }, at, launchOptions);
  }

  ask(method: string, path: string, { query = {}, body = '', ...headers }: Partial<Sent> = {}) {
    const { answer, ...rest } = { answer: headers, type: 'application/json' };
    return this.registration.answer({
      ...{ method, path, query, body },
      headers: {
        authorization: `Basic ${this.token}`,
        version: '1.0.3',
        ifMatch: undefined,
        ifNoneMatch: undefined,
        ...rest,
        ...answer,
      },
    });
  }

  fetchToken() {
    const query = Object.fromEntries(new URL(this.launched.get('fetch') ?? '').searchParams);
    const answer = this.ask('POST', 'token', { query });
    const { 'auth-token': token } = JSON.parse(answer.body) as { 'auth-token'?: string };
    this.token = token ?? this.token;
    return answer;
  }

  state(stateId: string, more: Readonly<Record<string, string>> = {}) {
    const { launched } = this;
    return {
      ...{ stateId, activityId: launched.get('activityId') ?? '' },
      agent: launched.get('actor') ?? '',
      registration: launched.get('registration') ?? '',
      ...more,
    };
  }

  /** Launches the unit and goes as far as the first statement. */
  begin(launchOptions: LaunchOptions = {}) {
    this.launch(launchOptions);
    this.fetchToken();
    this.ask('GET', 'xapi/activities/state', { query: this.state('LMS.LaunchData') });
    const query = { profileId: 'cmi5LearnerPreferences', agent: this.launched.get('actor') ?? '' };
    this.ask('GET', 'xapi/agents/profile', { query });
    this.send(this.statement('initialized'));
  }

  statement(verb: string, result?: object, changes: object = {}): Arrived {
    const session = this.registration.record.sessions.at(-1);
    const judged = verb === 'passed' || verb === 'failed';
    const moveOn = judged || verb === 'completed';
    const category = ['cmi5', ...(moveOn ? ['moveon'] : [])].map((name) => ({
      id: `https://w3id.org/xapi/cmi5/context/categories/${name}`,
    }));
    return {
      id: this.id(),
      actor: JSON.parse(this.launched.get('actor') ?? '') as Record<string, unknown>,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
      object: { id: this.launched.get('activityId') ?? '' },
      ...(result && { result }),
      context: {
        registration: this.launched.get('registration') ?? '',
        contextActivities: { category, grouping: [{ id: unit.id }] },
        extensions: {
          [extensions.session]: session?.id,
          ...(judged && { [extensions.mastery]: session?.masteryScore }),
        },
      },
      timestamp: new Date((this.time += 1000)).toISOString(),
      ...changes,
    };
  }

  send = (...statements: Arrived[]) =>
    this.ask('POST', 'xapi/statements', { body: JSON.stringify(statements) });

  get verbs() {
    return this.registration.record.statements.map(({ by, statement }) =>
      by === 'platform' ? `(${nameOf(statement)})` : nameOf(statement),
    );
  }
}

/** Parts of a request of a unit besides the method and the path. */
export type Sent = { query: PlatformRequest['query']; body: string } & {
  [name in keyof PlatformRequest['headers']]: string | undefined;
};

/** A platform with a session that has begun. */
export const begun = (launchOptions: LaunchOptions = {}) => {
  const platform = new Cmi5Platform();
  platform.begin(launchOptions);
  return platform;
};
export const time = { duration: 'PT10S' };
export const passed = { success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 }, ...time };
