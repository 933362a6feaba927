import { describe, expect, test } from 'vitest';
import { widestAttempt } from '../../src/progress/widest.ts';
import { course, decide, LmsHarness, finish, passCheck } from './lms-harness.ts';

const [lesson = '', nextLesson = ''] = course.structure.lessons;
const [firstCase] = course.structure.cases;
const [step = ''] = firstCase?.steps ?? [];
const caseId = firstCase?.id ?? '';

describe.for(['scorm12', 'scorm2004'] as const)('a session in %s', (standard) => {
  test('P11: takes at most 12 calls at launch, one of them the Initialize', () => {
    const harness = new LmsHarness(standard);
    harness.open();
    expect(harness.lms.calls.length).toBeLessThanOrEqual(12);
    expect(harness.lms.refused).toEqual([]);
  });

  test('P12: opened and left at once, is incomplete, with one Initialize and one end', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open();
    void session.close();
    void session.close();
    expect(harness.open().status.completion).toBe('incomplete');
    const { initialize, terminate } = harness.lms.standard.functions;
    expect(harness.lms.callsOf(initialize)).toHaveLength(2);
    expect(harness.lms.callsOf(terminate)).toHaveLength(1);
  });

  test('P09: commits the status of a first launch within ten seconds, though nothing is done', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open();
    expect(session.saveStatus).toBe('pending');
    harness.wait(10);
    expect(harness.commits).toBe(1);
    expect(session.saveStatus).toBe('kept');
    const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
    expect(harness.lms.kept.get(status)).toBe('incomplete');
  });

  test('P09: commits each scored act and each lesson viewed once, when it happens', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    session.record({ type: 'check.started', check: 'module-0', seed: 7, draw: 3 });
    const acts = [
      () => session.record({ type: 'lesson.viewed', lesson }),
      () => decide(session, caseId, step),
      () =>
        session.record({
          type: 'check.answered',
          check: 'module-0',
          item: 0,
          response: ['option-1'],
        }),
      () => session.record({ type: 'check.finished', check: 'module-0', score: 1 }),
    ];
    acts.forEach((act, index) => {
      act();
      harness.flushDeferred();
      expect(harness.commits).toBe(index + 1);
    });
    harness.wait(60);
    expect(harness.commits).toBe(acts.length);
  });

  test('P09: killed without any event, loses no scored act', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    decide(session, caseId, step);
    passCheck(session, 2);
    harness.flushDeferred();
    const again = harness.open();
    expect(again.attempt.viewed).toEqual([lesson]);
    expect(again.attempt.cases[caseId]?.first).toEqual([step]);
    expect(again.attempt.checks['module-0']?.tries).toEqual([2 / 3]);
    expect(again.offer).toBeUndefined();
  });

  test('P17: paints feedback before a slow LMS is called', () => {
    const harness = new LmsHarness(standard, { commitTakes: 3000 });
    const session = harness.open();
    session.subscribe(() => harness.log.push(`shown after ${harness.lms.spent} ms in the LMS`));
    decide(session, caseId, step);
    expect(harness.lms.spent).toBe(0);
    harness.flushDeferred();
    expect(harness.log.slice(0, 2)).toEqual(['shown after 0 ms in the LMS', 'painted']);
    expect(harness.lms.spent).toBe(3000);
  });

  test('P17: pages seen share one commit in ten seconds', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    for (let page = 0; page < 20; page++) {
      session.record({ type: 'page.opened', page: page % 2 ? lesson : nextLesson });
      harness.flushDeferred();
      harness.wait(1);
    }
    expect(harness.commits).toBeLessThanOrEqual(2);
    harness.wait(10);
    expect(harness.commits).toBeLessThanOrEqual(3);
    expect(harness.open().attempt.location).toBe(lesson);
  });

  test('sends at most 4 values, of 100 bytes beside the suspend data, for a lesson read', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    harness.wait(10);
    session.record({ type: 'page.opened', page: lesson });
    harness.wait(10);
    const since = harness.lms.calls.length;
    session.record({ type: 'page.opened', page: nextLesson });
    harness.wait(240);
    session.record({ type: 'lesson.viewed', lesson: nextLesson });
    harness.flushDeferred();
    const { setValue } = harness.lms.standard.functions;
    const values = harness.lms.calls.slice(since).filter(({ name }) => name === setValue);
    expect(values.length).toBeLessThanOrEqual(4);
    const beside = values.filter(({ values: [element] }) => element !== 'cmi.suspend_data');
    expect(beside.map(({ values: [, value] }) => value).join('').length).toBeLessThanOrEqual(100);
  });

  test('asks for an error code only after a failed call', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    finish(session, () => harness.flushDeferred());
    void session.close();
    expect(harness.lms.callsOf(harness.lms.standard.functions.getLastError)).toEqual([]);
  });

  test('P25: review mode writes nothing, and the lesson goes on', () => {
    const harness = new LmsHarness(standard);
    finish(harness.open(), () => harness.flushDeferred());
    const before = new Map(harness.lms.kept);
    harness.lms.setting = { mode: 'review' };
    const since = harness.lms.calls.length;
    const session = harness.open();
    passCheck(session, 0);
    harness.flushDeferred();
    session.hide();
    void session.close();
    expect(session.saveStatus).toBe('readonly');
    expect(session.attempt.checks['module-0']?.tries).toEqual([1, 0]);
    expect(harness.set(since)).toEqual([]);
    expect(harness.lms.kept).toEqual(before);
  });

  test('P25: an empty mode is the normal mode', () => {
    const harness = new LmsHarness(standard);
    harness.lms.setting = { mode: '' };
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    expect(harness.open().attempt.viewed).toEqual([lesson]);
  });

  test('P06: an LMS that wipes a completed course lowers neither status nor score', () => {
    const harness = new LmsHarness(standard, { wipesOnComplete: true });
    const session = harness.open();
    finish(session, () => harness.flushDeferred());
    void session.close();
    harness.texts.clear();
    const again = harness.open();
    passCheck(again, 1);
    harness.flushDeferred();
    void again.close();
    expect(harness.open().status).toMatchObject({ completion: 'completed', success: 'passed' });
    const raw = harness.lms.kept.get(
      standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw',
    );
    expect(raw).toBe('100');
  });

  test('P10: when hidden, saves pending changes and stops the clock', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    session.record({ type: 'page.opened', page: lesson });
    harness.wait(5);
    session.hide();
    expect(harness.commits).toBe(1);
    harness.wait(600);
    session.show();
    harness.wait(5);
    void session.close();
    const time = standard === 'scorm12' ? 'cmi.core.session_time' : 'cmi.session_time';
    expect(harness.lms.kept.get(time)).toBe(standard === 'scorm12' ? '0000:00:10.00' : 'PT10S');
  });

  test('takes imported progress, including the try in progress', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    session.record({ type: 'check.started', check: 'module-0', seed: 7, draw: 3 });
    void session.replace?.({ ...session.attempt, viewed: course.structure.lessons });
    harness.flushDeferred();
    const open = { seed: 7, answers: [undefined, undefined, undefined] };
    expect(session.attempt.checks['module-0']?.open).toEqual(open);
    expect(harness.open().attempt.checks['module-0']?.open).toEqual(open);
  });

  test('D14: everything brought by a file does not pass or complete the course in an LMS', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    const everything = widestAttempt(course.structure);
    const passed = { ...everything, checks: { final: { tries: [1] }, 'module-0': { tries: [1] } } };
    for (const brought of [everything, passed]) void session.replace?.(brought);
    harness.flushDeferred();
    expect(session.status).toMatchObject({ completion: 'incomplete', success: 'unknown' });
    expect(session.status.score).toBeUndefined();
    expect(session.attempt).toMatchObject({ checks: {}, cases: everything.cases });
    // The rest is done there, and then it counts.
    passCheck(session, 3);
    for (const id of course.structure.lessons)
      session.record({ type: 'lesson.viewed', lesson: id });
    expect(session.status).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  test('D14: an import after the check was passed leaves one page to do in the LMS', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    passCheck(session, 3);
    void session.replace?.(widestAttempt(course.structure));
    expect(session.status.completion).toBe('incomplete');
    const last = course.structure.lessons.at(-1) ?? '';
    session.record({ type: 'lesson.viewed', lesson: last });
    expect(session.status.completion).toBe('completed');
  });

  test('D14: nothing is imported if the administrator switched imports off', () => {
    const session = new LmsHarness(standard).open({ ...course, imports: 'none' });
    void session.replace?.(widestAttempt(course.structure));
    expect(session.importPolicy).toBe('none');
    expect(session.attempt.viewed).toEqual([]);
  });

  test('P16: keeps the session alive while the learner reads, at most every ten minutes', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    for (let minute = 0; minute < 30; minute++) {
      harness.wait(60);
      session.active();
    }
    expect(harness.commits).toBe(3);
    harness.wait(3600);
    expect(harness.commits).toBeLessThanOrEqual(4);
  });
});
