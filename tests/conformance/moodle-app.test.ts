import { expect, test } from 'vitest';
import type { Session } from '../../src/progress/session.ts';
import { MoodleApp } from './fake-lms/moodle-app.ts';
import { course, decide, LmsHarness } from './lms-harness.ts';

const [lesson = '', nextLesson = '', lastLesson = ''] = course.structure.lessons;
const [firstCase] = course.structure.cases;
const caseId = firstCase?.id ?? '';
const [step = ''] = firstCase?.steps ?? [];

const view = (session: Session, id: string) =>
  session.record({ type: 'lesson.viewed', lesson: id });

/** A computer with a browser, and a telephone with the app. */
function places() {
  const web = new LmsHarness();
  const phone = new LmsHarness();
  const app = new MoodleApp(web.lms);
  Object.assign(phone, { lms: app.lms });
  const studied = async (place: LmsHarness, seconds: number, acts: (session: Session) => void) => {
    const session = place.open();
    acts(session);
    place.flushDeferred();
    for (let minute = 0; minute < seconds / 60; minute++) {
      place.wait(60);
      session.active();
    }
    expect(await session.close()).toBe(true);
    app.count(place.lms);
  };
  return { web, phone, app, studied };
}

test('P16: what was done in the app without a network is there after it was handed in', async () => {
  const { web, phone, app, studied } = places();
  await studied(web, 60, (session) => view(session, lesson));
  app.download();
  await studied(phone, 120, (session) => decide(session, caseId, step));
  await studied(phone, 60, (session) => view(session, nextLesson));
  app.handIn();
  const { attempt, offer } = web.open();
  expect(attempt.viewed).toEqual([lesson, nextLesson]);
  expect(attempt.cases[caseId]?.first).toEqual([step]);
  expect(offer).toBeUndefined();
});

test('P16: what the platform had from elsewhere meanwhile is offered back where it was done, and then both have it', async () => {
  const { web, phone, app, studied } = places();
  await studied(web, 60, (session) => view(session, lesson));
  app.download();
  await studied(phone, 60, (session) => decide(session, caseId, step));
  // The attempt moves on: the app hands in over this.
  await studied(web, 60, (session) => view(session, lastLesson));
  app.handIn();
  const back = web.open();
  expect(back.attempt.viewed).toEqual([lesson]);
  expect(back.offer).toMatchObject({ lessons: 1 });
  back.accept();
  web.flushDeferred();
  await back.close();
  app.download();
  const { attempt } = phone.open();
  expect(attempt.viewed).toEqual([lesson, lastLesson]);
  expect(attempt.cases[caseId]?.first).toEqual([step]);
});

test('P18: each session is counted once, however late it is handed in', async () => {
  const { web, phone, app, studied } = places();
  await studied(web, 60, (session) => view(session, lesson));
  app.download();
  await studied(phone, 120, (session) => decide(session, caseId, step));
  await studied(phone, 180, (session) => view(session, nextLesson));
  app.handIn();
  app.handIn();
  expect(app.total).toBe(60 + 120 + 180);
  // The attempt counts them too, and no more.
  expect(web.open().attempt.seconds).toBe(60 + 120 + 180);
});

test('P06: the next launch does not lower a status reached on the platform meanwhile', async () => {
  const { web, phone, app, studied } = places();
  await studied(web, 60, (session) => view(session, lesson));
  app.download();
  await studied(phone, 60, (session) => decide(session, caseId, step));
  app.handIn();
  web.lms.kept.set('cmi.core.lesson_status', 'passed');
  await studied(web, 60, (session) => view(session, nextLesson));
  expect(web.lms.kept.get('cmi.core.lesson_status')).toBe('passed');
});
