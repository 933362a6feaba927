import { describe, expect, test } from 'vitest';
import type { Driver, Launch, Reportable } from '../../src/progress/driver.ts';
import { openReleased } from './open-released.ts';
import type { Session } from '../../src/progress/session.ts';
import { course, decide, LmsHarness, passCheck } from './lms-harness.ts';

const [lesson = '', nextLesson = '', lastLesson = ''] = course.structure.lessons;
const [firstCase] = course.structure.cases;
const [step = ''] = firstCase?.steps ?? [];
const caseId = firstCase?.id ?? '';
const endings = firstCase?.endings ?? [];

const view = (session: Session, id: string) =>
  session.record({ type: 'lesson.viewed', lesson: id });

/** Lets go of what a device keeps, as if the learner sat at another one. @returns how to come back to it */
function leaveDevice({ texts }: LmsHarness): () => void {
  const kept = new Map(texts);
  texts.clear();
  return () => {
    texts.clear();
    for (const [key, text] of kept) texts.set(key, text);
  };
}

describe('D13, P16: copies of an attempt are united by what they hold', () => {
  test('the offer names answers of a try in progress, endings and finished tries', () => {
    const harness = new LmsHarness('scorm2004', { losesData: true });
    const session = harness.open();
    for (const ending of endings.slice(0, 2)) decide(session, caseId, step, ending);
    passCheck(session, 3);
    session.record({ type: 'check.started', check: 'module-0', seed: 8, draw: 3 });
    for (const item of [0, 1])
      session.record({
        type: 'check.answered',
        check: 'module-0',
        item,
        response: ['option-1'],
      });
    harness.flushDeferred();
    const again = harness.open();
    expect(again.offer).toMatchObject({
      answers: 2,
      cases: 1,
      endings: Math.min(2, endings.length),
      tries: 1,
    });
    again.accept();
    expect(again.attempt.checks['module-0']?.open).toEqual({
      seed: 8,
      answers: [['option-1'], ['option-1'], undefined],
    });
  });

  test('acts of one device are offered back after more were done on another', () => {
    const harness = new LmsHarness();
    const first = harness.open();
    view(first, lesson);
    harness.flushDeferred();
    const before = new Map(harness.lms.kept);
    const comeBack = leaveDevice(harness);
    // The other device was opened from an older state, and writes over what the first one wrote.
    harness.lms.kept.clear();
    const other = harness.open();
    for (const id of [nextLesson, lastLesson]) view(other, id);
    decide(other, caseId, step);
    passCheck(other, 1);
    harness.flushDeferred();
    expect(before.size).toBeGreaterThan(0);
    comeBack();
    const again = harness.open();
    expect(again.offer).toMatchObject({ lessons: 1 });
    again.accept();
    harness.flushDeferred();
    const { attempt } = harness.open();
    expect([...attempt.viewed].toSorted()).toEqual([lastLesson, lesson, nextLesson].toSorted());
    expect(attempt.checks['module-0']?.tries).toEqual([1 / 3]);
  });

  test('an offer that is left alone stands at every later launch, whatever is done meanwhile', () => {
    const harness = new LmsHarness();
    view(harness.open(), lesson);
    harness.flushDeferred();
    harness.lms.kept.clear();
    for (const id of [nextLesson, lastLesson]) {
      const session = harness.open();
      expect(session.offer).toMatchObject({ lessons: 1 });
      for (let pages = 0; pages < 5; pages++) {
        session.record({ type: 'page.opened', page: pages % 2 ? lesson : id });
        view(session, id);
        harness.flushDeferred();
      }
      void session.close();
    }
    const last = harness.open();
    expect(last.offer).toMatchObject({ lessons: 1 });
    last.accept();
    expect(last.attempt.viewed).toHaveLength(3);
  });

  test('two windows of one learner each write what both did', () => {
    const harness = new LmsHarness();
    const one = harness.open();
    const other = harness.open();
    view(one, lesson);
    one.hide();
    view(other, nextLesson);
    other.hide();
    // Until the storage tells it, the first does not know; with its next act it does.
    one.catchUp();
    expect(one.attempt.viewed).toEqual([lesson, nextLesson]);
    decide(one, caseId, step);
    one.hide();
    const { attempt } = harness.open();
    expect(attempt.viewed.toSorted()).toEqual([lesson, nextLesson].toSorted());
    expect(attempt.cases[caseId]?.first).toEqual([step]);
  });
});

describe('P16: whether there is a copy on this device', () => {
  test('is known where the LMS names no learner, and where the storage is full or refused', () => {
    const named = new LmsHarness();
    const kept = named.open();
    view(kept, lesson);
    expect(kept.hasCopy).toBe(true);

    const nameless = new LmsHarness();
    nameless.lms.setting = { learner: '' };
    const shared = nameless.open();
    view(shared, lesson);
    expect(shared.hasCopy).toBe(false);

    const refused = new LmsHarness();
    refused.storageThrows = true;
    const without = refused.open();
    view(without, lesson);
    expect(without.hasCopy).toBe(false);
  });
});

describe('P23: rows that an LMS has lost', () => {
  /** An LMS that kept the state and only so many rows of the log. */
  function launched(rows: number, stored: string) {
    const reports: Reportable[] = [];
    const launch: Launch = {
      mode: 'normal',
      completion: 'incomplete',
      success: 'unknown',
      stored: { suspendData: stored, location: '' },
      learner: { id: 'jdoe', name: 'Doe, J' },
      rows,
      hasReadableRows: true,
    };
    const driver: Driver = {
      open: () => launch,
      save: () => undefined,
      report: (what) => void reports.push(what),
      commit: () => undefined,
      close: () => undefined,
    };
    const session = openReleased(driver, launch, course, {
      place: 'lms',
      store: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      now: () => 0,
      defer: (work) => work(),
      after: () => () => undefined,
      isVisible: true,
    });
    return { session, reports };
  }

  const harness = new LmsHarness('scorm2004');
  const before = harness.open();
  decide(before, caseId, step);
  before.record({ type: 'check.started', check: 'module-0', seed: 7, draw: 3 });
  before.record({ type: 'check.answered', check: 'module-0', item: 0, response: ['option-1'] });
  const { suspendData } = before.status;
  const { rows } = before.attempt;

  test('are told again with what the attempt keeps of them, in the rows they had', () => {
    const { session, reports } = launched(0, suspendData);
    session.record({ type: 'lesson.viewed', lesson });
    const told = reports.flatMap((what) => ('interaction' in what ? [what.interaction] : []));
    expect(told.map(({ row, id }) => [row, id])).toEqual(rows.map((id, row) => [row, id]));
    expect(told.map(({ response }) => response)).toEqual([[step.split('.')[1]], ['option-1']]);
  });

  test('are none where the LMS has them all', () => {
    const { session, reports } = launched(rows.length, suspendData);
    session.record({ type: 'lesson.viewed', lesson });
    expect(reports.filter((what) => 'interaction' in what)).toEqual([]);
  });
});
