import { describe, expect, test } from 'vitest';
import { decision, halfway, passed } from '../driver-contract.ts';
import type { Arrived } from '../../../scorm/preview/cmi5/statement.ts';
import { Cmi5Harness, problemOf, wholeSession } from '../fake-cmi5/harness.ts';

const used = { ...halfway, success: 'failed', completion: 'completed', score: 0.4 } as const;
const find = (statements: readonly Arrived[], verb: string) =>
  statements.find((each) => each.verb?.id?.endsWith(verb));

describe('the launch of a cmi5 package', () => {
  test('8.1.0.0-7, 8.1.1.0-2, 8.1.2.0-3, 8.1.3.0-2, 8.1.4.0-2, 8.1.5.0-5: the parameters are read, in any order', async () => {
    const harness = new Cmi5Harness();
    const launch = await harness.launch().open();
    expect(launch).toMatchObject({ mode: 'normal', learner: { name: 'Jo Doe' } });
    expect(launch.stored).toBeUndefined();
  });

  test('P26, 8.2.1.0-2, 8.1.2.0-4, 10.2.1.0-4, 11.0.0.0-3, 9.3.2.0-2, 7.1.1.0-1: token, launch data and preferences come before the first statement, initialized', async () => {
    const place = new Cmi5Harness();
    await place.launch().open();
    expect(
      place.lms.asked.map(({ method, path, query }) => [method, path, query['stateId']]),
    ).toEqual([
      ['POST', '/token', undefined],
      ['GET', '/xapi/activities/state', 'LMS.LaunchData'],
      ['GET', '/xapi/agents/profile', undefined],
      ['GET', '/xapi/activities/state', 'ati.progress'],
      // Asked twice: an answer of the moment is not taken for an empty attempt.
      ['GET', '/xapi/activities/state', 'ati.progress'],
      ['POST', '/xapi/statements', undefined],
    ]);
    expect(place.lms.verbs).toEqual(['initialized']);
    expect(place.lms.refused).toEqual([]);
  });

  test('P26, 8.2.3.0-1: a window that is loaded again goes on with its token and its session', async () => {
    const place = new Cmi5Harness();
    place.mayReturn = true;
    const driver = place.launch();
    await driver.open();
    await driver.save(halfway);
    place.isLeaving = true;
    await driver.close();
    const again = place.reload();
    expect(await again.open()).toMatchObject({
      stored: { suspendData: halfway.suspendData, location: halfway.location },
    });
    await again.save(passed);
    await again.close();
    expect(place.lms.verbs).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    expect(place.lms.refused).toEqual([]);
  });

  test.for([
    ['a page', '<!doctype html><form>', 'text/html'],
    ['a list', '[]', 'application/json'],
    ['an object without the attempt', '{"location":"start"}', 'application/json'],
  ] as const)(
    'an attempt that is answered by %s is asked for again, and never taken for an empty one',
    async ([, body, type]) => {
      const place = new Cmi5Harness();
      const driver = place.launch();
      await driver.open();
      await driver.save(halfway);
      await driver.close();
      let times = 1;
      place.lms.fault = ({ query }) =>
        query['stateId'] === 'ati.progress' && times-- > 0
          ? new Response(body, { headers: { 'content-type': type } })
          : undefined;
      expect(await place.launch().open()).toMatchObject({
        stored: { suspendData: halfway.suspendData },
      });
      times = 2;
      expect(await place.launch().open()).toMatchObject({ isUnread: true });
    },
  );

  test('a token used before is reported as a session that is over', async () => {
    const place = new Cmi5Harness();
    await place.launch().open();
    const parallel = new Cmi5Harness();
    Object.assign(parallel, { lms: place.lms, address: place.address });
    expect(await problemOf(parallel.reload().open())).toMatchObject({
      code: 'ended',
      element: 'fetch',
    });
  });

  test.for([
    ['LMS.LaunchData is a page', '/xapi/activities/state'],
    ['the token is a page', '/token'],
  ])('%s instead of data: the launch is refused, and a later one works', async ([, path]) => {
    const place = new Cmi5Harness();
    place.lms.fault = (asked) =>
      asked.path === path
        ? new Response('<!doctype html><form>', { headers: { 'content-type': 'text/html' } })
        : undefined;
    expect(await problemOf(place.launch().open())).toMatchObject({ code: 'ended' });
    place.lms.fault = () => undefined;
    expect(await place.launch().open()).toMatchObject({ mode: 'normal' });
  });
});

describe('what a cmi5 package tells', () => {
  test('7.1.2.0-1, 9.3.3.0-1, 9.3.4.0-1, 9.3.8.0-1, 9.3.0.0-2, 9.3.0.0-5: each statement once, terminated last', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    await driver.report({ interaction: decision });
    await driver.save(passed);
    await driver.commit();
    await driver.save({ ...passed, location: 'elsewhere' });
    await driver.close();
    expect(place.lms.verbs).toEqual(wholeSession);
    expect(place.lms.refused).toEqual([]);
  });

  test('9.3.0.0-6, 9.3.0.0-7, 9.3.3.0-2, 9.3.4.0-3: in a later session of the registration nothing is told again', async () => {
    const place = new Cmi5Harness();
    for (let times = 0; times < 3; times++) {
      const driver = place.launch();
      await driver.open();
      await driver.save(passed);
      await driver.close();
    }
    expect(place.lms.verbs.filter((verb) => verb === 'passed' || verb === 'completed')).toEqual([
      'completed',
      'passed',
    ]);
    expect(place.lms.refused).toEqual([]);
  });

  test('9.3.5.0-1, 9.3.0.0-3, 9.3.0.0-8: failed once the tries are used up, and no passed in the same session', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch({ masteryScore: 0.8 });
    await driver.open();
    await driver.save(used);
    await driver.commit();
    await driver.save({ ...passed, score: 0.9 });
    await driver.close();
    expect(place.lms.verbs).toEqual(['initialized', 'completed', 'failed', 'terminated']);
    const later = place.launch({ masteryScore: 0.8 });
    await later.open();
    await later.save({ ...passed, score: 0.9 });
    await later.close();
    expect(place.lms.verbs.slice(4)).toEqual(['initialized', 'passed', 'terminated']);
    expect(place.lms.refused).toEqual([]);
  });

  test('9.5.1.0-1, 9.5.1.0-3, 9.3.4.0-2, 9.6.3.2-2, 10.2.4.0-2: a score is scaled, raw, min and max, and agrees with the mastery score of the LMS', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch({ masteryScore: 0.85 });
    expect(await driver.open()).toMatchObject({ masteryScore: 0.85 });
    await driver.save(passed);
    await driver.close();
    expect(find(place.lms.statements, 'passed')?.result).toMatchObject({
      score: { scaled: 0.875, raw: 88, min: 0, max: 100 },
      success: true,
    });
    expect(place.lms.refused).toEqual([]);
  });

  test('9.3.4.0-2: a score below the mastery score is left out of passed', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch({ masteryScore: 0.95 });
    await driver.open();
    await driver.save(passed);
    await driver.close();
    expect(find(place.lms.statements, 'passed')?.result?.score).toBeUndefined();
    expect(place.lms.refused).toEqual([]);
  });

  test('7.1.3.0-1, 9.6.2.1-1: an answer is a statement beside those that cmi5 defines', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    await driver.report({ interaction: { ...decision, result: 'incorrect' } });
    await driver.report({ objective: { id: 'objective-one', success: 'passed', score: 1 } });
    await driver.commit();
    expect(find(place.lms.statements, 'answered')).toMatchObject({
      object: { id: `${place.lms.activityId}/case-one.first-scene` },
      result: { success: false, response: 'let-him-go', duration: 'PT12.35S' },
    });
    expect(find(place.lms.statements, 'scored')?.result).toMatchObject({ success: true });
    expect(place.lms.refused).toEqual([]);
  });

  test.for(['Browse', 'Review'] as const)(
    '10.2.2.0-8, 10.2.2.0-9, 10.2.2.0-10, 10.2.2.0-11: in %s the session begins and ends, and nothing else is told',
    async (mode) => {
      const place = new Cmi5Harness();
      const driver = place.launch({ mode });
      expect(await driver.open()).toMatchObject({ mode: mode.toLowerCase() });
      await driver.report({ interaction: decision });
      await driver.save(passed);
      await driver.commit();
      await driver.close();
      expect(place.lms.verbs).toEqual(['initialized', 'terminated']);
      expect(place.lms.documents.has('ati.progress')).toBe(false);
      expect(place.lms.refused).toEqual([]);
    },
  );

  test('10.2.6.0-1: at the end the learner is sent to the return address, and to no script', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch({ returnURL: 'https://lms.example/back?id=12' });
    await driver.open();
    await driver.close();
    const other = place.launch({ returnURL: 'javascript:alert(1)' });
    await other.open();
    await other.close();
    expect(place.went).toEqual(['https://lms.example/back?id=12']);
  });
});
