import { describe, expect, test } from 'vitest';
import type { PlatformRequest } from '../../../../scorm/preview/cmi5/exchange.ts';
import { type Arrived } from '../../../../scorm/preview/cmi5/statement.ts';
import { begun, Cmi5Platform, passed, time, type Sent } from './cmi5-platform.ts';

describe('what a platform of cmi5 refuses', () => {
  test('8.2.3.0-1, 8.2.2.0-3: a token is given once; then the answer is an error, with status 200', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    expect(platform.fetchToken()).not.toHaveProperty('refused');
    const again = platform.fetchToken();
    expect(again).toMatchObject({ status: 200, refused: '8.2.3.0-1' });
    expect(JSON.parse(again.body)).toMatchObject({ 'error-code': '1' });
  });

  test('8.1.2.0-5: nothing is answered without the token, or before it was fetched', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    platform.token = platform.registration.record.sessions[0]?.token ?? '';
    const query = platform.state('LMS.LaunchData');
    const ask = () => platform.ask('GET', 'xapi/activities/state', { query });
    expect(ask()).toMatchObject({ status: 401, refused: '8.1.2.0-5' });
    platform.fetchToken();
    expect(ask().status).toBe(200);
    platform.token = 'guessed';
    expect(ask()).toMatchObject({ status: 401, refused: '8.1.2.0-5' });
  });

  test('8.1.2.0-2: after its end a session is answered a short while, and then no more', () => {
    const platform = begun();
    platform.send(platform.statement('terminated', time));
    const write = () =>
      platform.ask('PUT', 'xapi/activities/state', { query: platform.state('a'), body: '{}' });
    expect(write().status).toBe(204);
    platform.time += 11_000;
    expect(write()).toMatchObject({ status: 401, refused: '8.1.2.0-2' });
  });

  test.for<[string, (platform: Cmi5Platform) => Arrived | Arrived[]]>([
    ['9.1.0.0-1', (platform) => platform.statement('terminated', time, { id: undefined })],
    ['9.3.2.0-3', (platform) => platform.statement('initialized')],
    [
      '9.3.4.0-2',
      (platform) => platform.statement('passed', { ...passed, score: { scaled: 0.5 } }),
    ],
    ['9.3.5.0-2', (platform) => platform.statement('failed', { ...passed, success: false })],
    ['9.5.1.0-3', (platform) => platform.statement('passed', { ...passed, score: { raw: 9 } })],
    ['9.5.2.0-1', (platform) => platform.statement('passed', { ...passed, success: false })],
    ['9.5.3.0-1', (platform) => platform.statement('completed', time)],
    ['9.5.4.1-1', (platform) => platform.statement('terminated')],
    ['9.7.0.0-2', (platform) => platform.statement('terminated', time, { timestamp: undefined })],
    [
      '8.1.3.0-3',
      (platform) => platform.statement('terminated', time, { actor: { objectType: 'Agent' } }),
    ],
    [
      '8.1.5.0-6',
      (platform) => platform.statement('terminated', time, { object: { id: 'urn:x' } }),
    ],
    [
      '9.3.0.0-5',
      (platform) => [platform.statement('terminated', time), platform.statement('passed', passed)],
    ],
    [
      '9.3.0.0-3',
      (platform) => [
        platform.statement('passed', passed),
        platform.statement('failed', { ...time, success: false }),
      ],
    ],
  ])('%s: such a statement, and every other of its request', ([requirement, sent]) => {
    const platform = begun();
    const before = platform.verbs;
    expect(platform.send(...[sent(platform)].flat())).toMatchObject({
      status: 400,
      refused: requirement,
    });
    expect(platform.verbs).toEqual(before);
  });

  test('9.3.0.0-4: statements before the first, and a first without launch data or preferences', () => {
    const platform = new Cmi5Platform();
    platform.launch();
    platform.fetchToken();
    expect(platform.send(platform.statement('initialized')).refused).toBe('10.2.1.0-4');
    platform.ask('GET', 'xapi/activities/state', { query: platform.state('LMS.LaunchData') });
    expect(platform.send(platform.statement('initialized')).refused).toBe('11.0.0.0-3');
    const query = {
      profileId: 'cmi5LearnerPreferences',
      agent: platform.launched.get('actor') ?? '',
    };
    platform.ask('GET', 'xapi/agents/profile', { query });
    expect(platform.send(platform.statement('terminated', time)).refused).toBe('9.3.0.0-4');
    expect(platform.send(platform.statement('initialized')).status).toBe(200);
  });

  test('9.3.0.0-6, 9.3.0.0-7, 9.3.0.0-8: what is told once in a registration, in a later session too', () => {
    const platform = begun();
    platform.send(platform.statement('completed', { completion: true, ...time }));
    platform.send(platform.statement('passed', passed));
    platform.send(platform.statement('terminated', time));
    platform.begin();
    const refused = (verb: string, result: object) =>
      platform.send(platform.statement(verb, { ...result, ...time })).refused;
    expect(refused('completed', { completion: true })).toBe('9.3.0.0-6');
    expect(refused('passed', { success: true })).toBe('9.3.0.0-7');
    expect(refused('failed', { success: false })).toBe('9.3.0.0-8');
  });

  test.for(['Browse', 'Review'] as const)('10.2.2.0-5: in %s whatever would count', (mode) => {
    const platform = begun({ mode });
    expect(platform.send(platform.statement('passed', passed)).refused).toBe('10.2.2.0-5');
    expect(platform.send(platform.statement('terminated', time)).status).toBe(200);
  });

  test('10.2.1.0-5, 8.1.4.0-3, 8.1.3.0-3: launch data are written by the platform alone, and state belongs to its learner', () => {
    const platform = begun();
    const write = (query: PlatformRequest['query']) =>
      platform.ask('PUT', 'xapi/activities/state', { query, body: '{}' });
    expect(write(platform.state('LMS.LaunchData'))).toMatchObject({
      status: 403,
      refused: '10.2.1.0-5',
    });
    expect(write(platform.state('a', { registration: 'x' })).refused).toBe('8.1.4.0-3');
    expect(write(platform.state('a', { agent: '{}' })).refused).toBe('8.1.3.0-3');
    expect(write(platform.state('a', { agent: 'x' })).refused).toBe('8.1.3.0-3');
  });

  test('a statement with the id of another (xAPI 1.0.3, Part Three, 2.1.1); the same one again is no fault', () => {
    const platform = begun();
    const statement = platform.statement('completed', { completion: true, ...time });
    platform.send(statement);
    expect(platform.send(statement).status).toBe(200);
    expect(platform.send({ ...statement, result: {} })).toMatchObject({
      status: 409,
      refused: 'id',
    });
  });

  test('a body that is no JSON, and a version of xAPI that cmi5 does not name', () => {
    const platform = begun();
    expect(platform.ask('POST', 'xapi/statements', { body: '<p>' }).status).toBe(400);
    expect(platform.ask('GET', 'xapi/statements', { version: '2.0.0' }).refused).toBe('4.1.0.0-1');
  });
});

describe('documents', () => {
  test('are given as they were written, with a tag by which a lost update is refused', () => {
    const platform = begun();
    const query = platform.state('a');
    const state = (method: string, more: Partial<Sent> = {}) =>
      platform.ask(method, 'xapi/activities/state', { query, ...more });
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
    const platform = begun();
    const profile = (method: string, profileId: string, more: Partial<Sent> = {}) => {
      const query = { profileId, agent: platform.launched.get('actor') ?? '' };
      return platform.ask(method, 'xapi/agents/profile', { query, ...more });
    };
    const id = 'cmi5LearnerPreferences';
    expect(profile('GET', 'x').refused).toBe('11.0.0.0-4');
    expect(profile('PUT', id, { body: '{"audioPreference":"off"}' }).status).toBe(204);
    expect(profile('PUT', id, { body: '{}' }).status).toBe(409);
    const { headers } = profile('GET', id);
    expect(profile('PUT', id, { body: '{}', ifMatch: headers['etag'] }).status).toBe(204);
  });
});
