import { describe, expect, test } from 'vitest';
import { TrackingError } from '../../../src/progress/driver.ts';
import { decision, halfway, passed } from '../driver-contract.ts';
import { Cmi5Harness, problemOf, wholeSession } from '../fake-cmi5/harness.ts';

describe('what an LMS does not take', () => {
  const lost = (place: Cmi5Harness, path: string, answer: Response | 'lost') => {
    place.lms.fault = (asked) =>
      asked.path === path && asked.method !== 'GET'
        ? answer === 'lost'
          ? answer
          : answer.clone()
        : undefined;
  };

  test.for([
    ['the network is away', 'lost'],
    ['the answer is 503', new Response('', { status: 503 })],
    ['the answer is a page', new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  ] as const)(
    '%s: statements wait on the device, and go in order when it can',
    async ([, answer]) => {
      const place = new Cmi5Harness();
      const driver = place.launch();
      await driver.open();
      lost(place, '/xapi/statements', answer);
      await driver.report({ interaction: decision });
      expect(await problemOf(driver.commit())).toBeInstanceOf(TrackingError);
      await driver.report({ interaction: { ...decision, id: 'case-one.second-scene' } });
      await driver.save(passed);
      expect(await problemOf(driver.commit())).toBeInstanceOf(TrackingError);
      expect(place.lms.verbs).toEqual(['initialized']);
      place.lms.fault = () => undefined;
      await driver.commit();
      expect(place.lms.verbs.slice(1)).toEqual(['answered', 'answered', 'completed', 'passed']);
      expect(place.lms.refused).toEqual([]);
    },
  );

  test('answers that a session could not tell are told in the next one, after its beginning', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    lost(place, '/xapi/statements', 'lost');
    await driver.report({ interaction: decision });
    await driver.save(passed);
    await problemOf(driver.commit());
    place.lms.fault = () => undefined;
    const next = place.launch();
    await next.open();
    await next.save(passed);
    await next.close();
    expect(place.lms.verbs).toEqual([
      ...['initialized', 'initialized'],
      ...['answered', 'completed', 'passed', 'terminated'],
    ]);
    expect(place.lms.refused).toEqual([]);
  });

  test('one statement that is refused does not hold up the others, and is given up in the end', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    place.lms.fault = ({ body }) =>
      body?.includes('bad-scene') ? new Response('', { status: 400 }) : undefined;
    await driver.report({ interaction: { ...decision, id: 'case-one.bad-scene' } });
    await driver.report({ interaction: decision });
    for (let times = 0; times < 3; times++)
      expect(await problemOf(driver.commit())).toMatchObject({ code: '400' });
    expect(place.lms.verbs).toEqual(['initialized', 'answered']);
    expect(await problemOf(driver.commit())).toBeUndefined();
  });

  test('the same answer, reported again after a failure, is one statement', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    lost(place, '/xapi/activities/state', 'lost');
    await driver.report({ interaction: decision });
    await driver.save(halfway);
    await problemOf(driver.commit());
    place.lms.fault = () => undefined;
    await driver.report({ interaction: decision });
    await driver.commit();
    expect(place.lms.verbs).toEqual(['initialized', 'answered']);
  });

  test('a session ended by the LMS is reported as such', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    lost(place, '/xapi/statements', new Response('', { status: 403 }));
    await driver.report({ interaction: decision });
    expect(await problemOf(driver.commit())).toMatchObject({ code: 'ended' });
  });

  test('9.7.0.0-1, 9.7.0.0-2: a clock that is a year off is corrected by that of the LMS', async () => {
    const place = new Cmi5Harness();
    place.ahead = 365 * 24 * 3_600_000;
    const driver = place.launch();
    await driver.open();
    await driver.report({ interaction: { ...decision, at: new Date(place.time) } });
    await driver.save(passed);
    await driver.close();
    expect(place.lms.refused).toEqual([]);
    expect(place.lms.verbs.at(-1)).toBe('terminated');
  });
});

describe('a page that goes away', () => {
  test('hands everything over in requests that outlive it, and ends the session of a frame', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    await driver.report({ interaction: decision });
    await driver.save(passed);
    const before = place.lms.asked.length;
    place.isLeaving = true;
    await driver.close();
    const last = place.lms.asked.slice(before);
    expect(last.every(({ keepalive }) => keepalive)).toBe(true);
    expect(last).toHaveLength(2);
    expect(place.lms.verbs).toEqual(wholeSession);
    expect(place.lms.refused).toEqual([]);
  });

  test('a session does not continue after its end', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    await driver.close();
    expect(await problemOf(place.reload().open())).toMatchObject({ code: 'ended' });
    expect(place.lms.refused).toEqual([]);
  });

  test('closing twice ends a session once', async () => {
    const place = new Cmi5Harness();
    const driver = place.launch();
    await driver.open();
    await driver.close();
    await driver.close();
    expect(place.lms.verbs).toEqual(['initialized', 'terminated']);
  });
});
