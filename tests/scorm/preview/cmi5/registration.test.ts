import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../../scorm/preview/cmi5/exchange.ts';
import { newRecord, type Unit } from '../../../../scorm/preview/cmi5/record.ts';
import { Registration, type Wishes } from '../../../../scorm/preview/cmi5/registration.ts';
import { standingIn } from '../../../../scorm/preview/cmi5/standing.ts';
import { extensions, nameOf, type Arrived } from '../../../../scorm/preview/cmi5/statement.ts';

const unit: Unit = {
  id: 'urn:publisher',
  moveOn: 'CompletedAndPassed',
  blocks: ['urn:block'],
  masteryScore: 0.8,
};
const other: Unit = { id: 'urn:other', moveOn: 'NotApplicable', blocks: [] };

/** A learner in a course of two units, and what a unit sends. */
class Desk {
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

  launch(wishes: Wishes = {}, of = unit) {
    const at = { platform: 'https://lms.example', unit: 'https://content.example/index.html' };
    this.launched = this.registration.launch({ units: [unit, other], unit: of }, at, wishes);
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

  /** As far as the first statement. */
  begin(wishes: Wishes = {}) {
    this.launch(wishes);
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

type Sent = { query: Asked['query']; body: string } & {
  [name in keyof Asked['headers']]: string | undefined;
};

const begun = (wishes: Wishes = {}) => {
  const desk = new Desk();
  desk.begin(wishes);
  return desk;
};
const time = { duration: 'PT10S' };
const passed = { success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 }, ...time };

describe('what a platform of cmi5 does by itself', () => {
  test('9.3.1.0-1, 9.6.3.3-1, 9.6.3.6-1: it tells of a launch before it, with mode, criterion and pass mark', () => {
    const desk = new Desk();
    desk.launch();
    const [first] = desk.registration.record.statements;
    expect(first).toMatchObject({
      by: 'platform',
      statement: {
        context: {
          extensions: {
            [extensions.mode]: 'Normal',
            [extensions.moveOn]: 'CompletedAndPassed',
            [extensions.mastery]: 0.8,
            [extensions.address]: 'https://content.example/index.html',
          },
        },
      },
    });
    expect(desk.verbs[0]).toBe('(launched)');
  });

  test('8.1.5.0-3, 8.1.5.0-4: it names a unit by a name of its own, the same at every launch', () => {
    const desk = new Desk();
    desk.launch();
    const first = desk.launched.get('activityId');
    desk.launch();
    expect(desk.launched.get('activityId')).toBe(first);
    expect(first).not.toBe(unit.id);
  });

  test('9.3.6.0-1, 9.3.6.0-2, 9.5.4.2-2: a session that was never ended is abandoned at the next launch, and answered no more', () => {
    const desk = begun();
    const { token } = desk;
    const late = desk.statement('terminated', time);
    desk.launch();
    expect(desk.verbs).toEqual(['(launched)', 'initialized', '(abandoned)', '(launched)']);
    const told = desk.registration.record.statements[2]?.statement.result;
    expect(told).toEqual({ duration: 'PT1S' });
    desk.token = token;
    expect(desk.send(late)).toMatchObject({ status: 401, refused: '9.3.6.0-2' });
  });

  test('9.3.9.0-1, 9.3.9.0-5: blocks and course are satisfied once, when each unit in them meets its criterion', () => {
    const desk = begun();
    desk.send(desk.statement('completed', { completion: true, ...time }));
    expect(desk.verbs).not.toContain('(satisfied)');
    desk.send(desk.statement('passed', passed));
    desk.send(desk.statement('terminated', time));
    expect(desk.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
    desk.begin();
    expect(desk.verbs.filter((verb) => verb === '(satisfied)')).toHaveLength(2);
  });

  test('where the learner stands is read from the statements', () => {
    const desk = begun();
    const standing = () => standingIn(desk.registration.record, unit);
    expect(standing()).toEqual({
      ...{ isCompleted: false, success: 'unknown', isSatisfied: false, seconds: 0 },
    });
    desk.send(desk.statement('completed', { completion: true, ...time }));
    desk.send(desk.statement('passed', passed));
    desk.send(desk.statement('terminated', { duration: 'PT1H2M3.5S' }));
    expect(standing()).toEqual({
      ...{ isCompleted: true, success: 'passed', isSatisfied: true, seconds: 3723.5 },
      score: passed.score,
    });
  });

  test('every change is kept', () => {
    const desk = new Desk();
    desk.launch();
    desk.fetchToken();
    const query = { profileId: 'cmi5LearnerPreferences', agent: desk.launched.get('actor') ?? '' };
    const before = desk.kept;
    // That they were asked for counts, although there are none.
    expect(desk.ask('GET', 'xapi/agents/profile', { query }).status).toBe(404);
    expect(desk.kept).toBe(before + 1);
    const { kept } = desk;
    desk.ask('PUT', 'xapi/activities/state', { query: desk.state('a'), body: '{}' });
    expect(desk.kept).toBe(kept + 1);
    desk.ask('GET', 'xapi/activities/state', { query: desk.state('a') });
    expect(desk.kept).toBe(kept + 1);
  });
});

describe('what a platform of cmi5 refuses', () => {
  test('8.2.3.0-1, 8.2.2.0-3: a token is given once; then the answer is an error, with status 200', () => {
    const desk = new Desk();
    desk.launch();
    expect(desk.fetchToken()).not.toHaveProperty('refused');
    const again = desk.fetchToken();
    expect(again).toMatchObject({ status: 200, refused: '8.2.3.0-1' });
    expect(JSON.parse(again.body)).toMatchObject({ 'error-code': '1' });
  });

  test('8.1.2.0-5: nothing is answered without the token, or before it was fetched', () => {
    const desk = new Desk();
    desk.launch();
    desk.token = desk.registration.record.sessions[0]?.token ?? '';
    const query = desk.state('LMS.LaunchData');
    const ask = () => desk.ask('GET', 'xapi/activities/state', { query });
    expect(ask()).toMatchObject({ status: 401, refused: '8.1.2.0-5' });
    desk.fetchToken();
    expect(ask().status).toBe(200);
    desk.token = 'guessed';
    expect(ask()).toMatchObject({ status: 401, refused: '8.1.2.0-5' });
  });

  test('8.1.2.0-2: after its end a session is answered a short while, and then no more', () => {
    const desk = begun();
    desk.send(desk.statement('terminated', time));
    const write = () =>
      desk.ask('PUT', 'xapi/activities/state', { query: desk.state('a'), body: '{}' });
    expect(write().status).toBe(204);
    desk.time += 11_000;
    expect(write()).toMatchObject({ status: 401, refused: '8.1.2.0-2' });
  });

  test.for<[string, (desk: Desk) => Arrived | Arrived[]]>([
    ['9.1.0.0-1', (desk) => desk.statement('terminated', time, { id: undefined })],
    ['9.3.2.0-3', (desk) => desk.statement('initialized')],
    ['9.3.4.0-2', (desk) => desk.statement('passed', { ...passed, score: { scaled: 0.5 } })],
    ['9.3.5.0-2', (desk) => desk.statement('failed', { ...passed, success: false })],
    ['9.5.1.0-3', (desk) => desk.statement('passed', { ...passed, score: { raw: 9 } })],
    ['9.5.2.0-1', (desk) => desk.statement('passed', { ...passed, success: false })],
    ['9.5.3.0-1', (desk) => desk.statement('completed', time)],
    ['9.5.4.1-1', (desk) => desk.statement('terminated')],
    ['9.7.0.0-2', (desk) => desk.statement('terminated', time, { timestamp: undefined })],
    ['8.1.3.0-3', (desk) => desk.statement('terminated', time, { actor: { objectType: 'Agent' } })],
    ['8.1.5.0-6', (desk) => desk.statement('terminated', time, { object: { id: 'urn:x' } })],
    ['9.3.0.0-5', (desk) => [desk.statement('terminated', time), desk.statement('passed', passed)]],
    [
      '9.3.0.0-3',
      (desk) => [
        desk.statement('passed', passed),
        desk.statement('failed', { ...time, success: false }),
      ],
    ],
  ])('%s: such a statement, and every other of its request', ([requirement, sent]) => {
    const desk = begun();
    const before = desk.verbs;
    expect(desk.send(...[sent(desk)].flat())).toMatchObject({ status: 400, refused: requirement });
    expect(desk.verbs).toEqual(before);
  });

  test('9.3.0.0-4: statements before the first, and a first without launch data or preferences', () => {
    const desk = new Desk();
    desk.launch();
    desk.fetchToken();
    expect(desk.send(desk.statement('initialized')).refused).toBe('10.2.1.0-4');
    desk.ask('GET', 'xapi/activities/state', { query: desk.state('LMS.LaunchData') });
    expect(desk.send(desk.statement('initialized')).refused).toBe('11.0.0.0-3');
    const query = {
      profileId: 'cmi5LearnerPreferences',
      agent: desk.launched.get('actor') ?? '',
    };
    desk.ask('GET', 'xapi/agents/profile', { query });
    expect(desk.send(desk.statement('terminated', time)).refused).toBe('9.3.0.0-4');
    expect(desk.send(desk.statement('initialized')).status).toBe(200);
  });

  test('9.3.0.0-6, 9.3.0.0-7, 9.3.0.0-8: what is told once in a registration, in a later session too', () => {
    const desk = begun();
    desk.send(desk.statement('completed', { completion: true, ...time }));
    desk.send(desk.statement('passed', passed));
    desk.send(desk.statement('terminated', time));
    desk.begin();
    const refused = (verb: string, result: object) =>
      desk.send(desk.statement(verb, { ...result, ...time })).refused;
    expect(refused('completed', { completion: true })).toBe('9.3.0.0-6');
    expect(refused('passed', { success: true })).toBe('9.3.0.0-7');
    expect(refused('failed', { success: false })).toBe('9.3.0.0-8');
  });

  test.for(['Browse', 'Review'] as const)('10.2.2.0-5: in %s whatever would count', (mode) => {
    const desk = begun({ mode });
    expect(desk.send(desk.statement('passed', passed)).refused).toBe('10.2.2.0-5');
    expect(desk.send(desk.statement('terminated', time)).status).toBe(200);
  });

  test('10.2.1.0-5, 8.1.4.0-3, 8.1.3.0-3: launch data are written by the platform alone, and state belongs to its learner', () => {
    const desk = begun();
    const write = (query: Asked['query']) =>
      desk.ask('PUT', 'xapi/activities/state', { query, body: '{}' });
    expect(write(desk.state('LMS.LaunchData'))).toMatchObject({
      status: 403,
      refused: '10.2.1.0-5',
    });
    expect(write(desk.state('a', { registration: 'x' })).refused).toBe('8.1.4.0-3');
    expect(write(desk.state('a', { agent: '{}' })).refused).toBe('8.1.3.0-3');
    expect(write(desk.state('a', { agent: 'x' })).refused).toBe('8.1.3.0-3');
  });

  test('a statement with the id of another (xAPI 1.0.3, Part Three, 2.1.1); the same one again is no fault', () => {
    const desk = begun();
    const statement = desk.statement('completed', { completion: true, ...time });
    desk.send(statement);
    expect(desk.send(statement).status).toBe(200);
    expect(desk.send({ ...statement, result: {} })).toMatchObject({ status: 409, refused: 'id' });
  });

  test('a body that is no JSON, and a version of xAPI that cmi5 does not name', () => {
    const desk = begun();
    expect(desk.ask('POST', 'xapi/statements', { body: '<p>' }).status).toBe(400);
    expect(desk.ask('GET', 'xapi/statements', { version: '2.0.0' }).refused).toBe('4.1.0.0-1');
  });
});

describe('documents', () => {
  test('are given as they were written, with a tag by which a lost update is refused', () => {
    const desk = begun();
    const query = desk.state('a');
    const state = (method: string, more: Partial<Sent> = {}) =>
      desk.ask(method, 'xapi/activities/state', { query, ...more });
    state('PUT', { body: '{"a":1}' });
    const { body, headers } = state('GET');
    expect(body).toBe('{"a":1}');
    state('POST', { body: '{"b":2}' });
    expect(state('GET').body).toBe('{"a":1,"b":2}');
    expect(state('PUT', { body: '{}', ifMatch: headers['etag'] }).status).toBe(412);
    expect(state('POST', { body: '[]' }).status).toBe(400);
    expect(state('DELETE').status).toBe(204);
    expect(state('GET').status).toBe(404);
  });

  test('11.0.0.0-4: of the profile, the preferences alone; who writes over them says what they saw', () => {
    const desk = begun();
    const profile = (method: string, profileId: string, more: Partial<Sent> = {}) => {
      const query = { profileId, agent: desk.launched.get('actor') ?? '' };
      return desk.ask(method, 'xapi/agents/profile', { query, ...more });
    };
    const id = 'cmi5LearnerPreferences';
    expect(profile('GET', 'x').refused).toBe('11.0.0.0-4');
    expect(profile('PUT', id, { body: '{"audioPreference":"off"}' }).status).toBe(204);
    expect(profile('PUT', id, { body: '{}' }).status).toBe(409);
    const { headers } = profile('GET', id);
    expect(profile('PUT', id, { body: '{}', ifMatch: headers['etag'] }).status).toBe(204);
  });
});
