import { describe, expect, test } from 'vitest';
import { openSession } from '../../src/progress/open-session.ts';
import type { Session } from '../../src/progress/session.ts';
import { course, decide, passCheck } from './lms-harness.ts';
import { memory, places, type Place } from './places.ts';

/** One learner: lessons, right and wrong answers, every case, a failed check and a passed one, three returns, a lost write. */
async function study(place: Place, clock: { time: number }) {
  const device = memory();
  let deferred: (() => void)[] = [];
  const open = async (): Promise<Session> => {
    deferred = [];
    const driver = place.launch();
    return openSession(driver, await driver.open(), course, {
      place: 'lms',
      store: () => device,
      now: () => clock.time,
      defer: (work) => void deferred.push(work),
      after: () => () => undefined,
      isVisible: true,
    });
  };
  const settle = async () => {
    for (const work of deferred.splice(0)) work();
    for (let turns = 0; turns < 40; turns++) await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const pass = (seconds: number) => void (clock.time += seconds * 1000);

  let session = await open();
  for (const lesson of course.structure.lessons.slice(0, 2)) {
    session.record({ type: 'page.opened', page: lesson });
    pass(60);
    session.record({ type: 'lesson.viewed', lesson });
    await settle();
  }
  await session.close();

  session = await open();
  const [first, ...others] = course.structure.cases;
  if (first) decide(session, first.id, first.steps[0] ?? '', 'ending-0');
  await settle();
  passCheck(session, 1);
  await settle();
  await session.close();

  session = await open();
  place.lose();
  for (const { id, steps } of others) decide(session, id, steps[0] ?? '', 'ending-0');
  await settle();
  place.find();
  for (const lesson of course.structure.lessons) session.record({ type: 'lesson.viewed', lesson });
  await settle();
  await session.close();

  session = await open();
  passCheck(session, 3);
  pass(30);
  session.record({ type: 'page.opened', page: course.structure.lessons[1] ?? '' });
  await settle();
  await session.close();
  const { attempt } = await open();
  return { attempt, held: place.held() };
}

describe('parity: the same learner in every standard', () => {
  const studied = async (name: keyof typeof places) => {
    const clock = { time: Date.UTC(2026, 10, 24, 9) };
    return study(
      places[name](() => clock.time),
      clock,
    );
  };

  test.for(['SCORM 2004, both editions', 'cmi5'] as const)(
    '%s ends with the record, the status, the score and the answers of SCORM 1.2',
    async (name) => {
      const reference = await studied('SCORM 1.2');
      const other = await studied(name);
      expect(other.attempt).toEqual(reference.attempt);
      expect(other.held).toEqual(reference.held);
    },
  );

  test('the record is what was done, to the minute and the place', async () => {
    const { attempt, held } = await studied('cmi5');
    expect(attempt.viewed.toSorted()).toEqual(course.structure.lessons.toSorted());
    expect(Object.values(attempt.cases).every(({ finished }) => finished)).toBe(true);
    expect(attempt.checks['module-0']?.tries).toEqual([1 / 3, 1]);
    expect(attempt.location).toBe(course.structure.lessons[1]);
    expect(attempt.seconds).toBe(150);
    expect(held).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
  });
});
