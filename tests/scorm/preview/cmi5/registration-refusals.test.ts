import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../../scorm/preview/cmi5/exchange.ts';
import { type Arrived } from '../../../../scorm/preview/cmi5/statement.ts';
import { begun, Desk, passed, time, type Sent } from './desk.ts';

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
