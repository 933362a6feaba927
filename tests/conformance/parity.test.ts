import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/progress/session.ts';
import { type Launched, launchedSession } from './launched-session.ts';
import { course, decide, passCheck } from './lms-harness.ts';
import { memory, places, type Place } from './places.ts';

/**
 * One learner: lessons, right and wrong answers, every case, a failed check and a passed one, three returns, a lost
 * write.
 */
async function study(place: Place, clock: { time: number }) {
  const device = memory();
  let launched: Launched;
  const open = async (): Promise<Session> => {
    launched = await launchedSession(place.launch(), { now: () => clock.time, device });
    return launched.session;
  };
  const settle = () => launched.settle();
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
