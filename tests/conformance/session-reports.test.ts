import { describe, expect, test } from 'vitest';
import { course, decide, LmsHarness, finish, passCheck } from './lms-harness.ts';

const [firstCase] = course.structure.cases;
const [step = ''] = firstCase?.steps ?? [];
const caseId = firstCase?.id ?? '';

describe.for(['scorm12', 'scorm2004'] as const)('what a session reports in %s', (standard) => {
  test('P20, P23: a learner who does everything is completed and passed without one refused call', () => {
    const harness = new LmsHarness(standard, { moodle: true });
    const session = harness.open();
    finish(session, () => harness.flushDeferred());
    void session.close();
    expect(harness.lms.refused).toEqual([]);
    const again = harness.open();
    expect(again.status).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
    expect(again.attempt).toEqual({ ...session.attempt, seconds: again.attempt.seconds });
  });

  // In SCORM 1.2 ids cannot be read, and a row takes another.
  test.skipIf(standard === 'scorm12')(
    'P23: where the LMS lost the progress and kept the log, every id stands once, in a row of its own',
    () => {
      const harness = new LmsHarness(standard);
      const session = harness.open();
      passCheck(session, 3);
      harness.flushDeferred();
      const ids = () =>
        [...harness.lms.kept].filter(([name]) => /^cmi\.interactions\.\d+\.id$/.test(name));
      const before = ids();
      harness.lms.kept.delete('cmi.suspend_data');
      harness.texts.clear();
      const again = harness.open();
      again.agree();
      decide(again, caseId, step);
      passCheck(again, 0);
      harness.flushDeferred();
      expect(ids().slice(0, before.length)).toEqual(before);
      expect(ids().map(([, id]) => id)).toEqual([
        ...before.map(([, id]) => id),
        again.attempt.rows[0],
      ]);
      expect(harness.lms.refused).toEqual([]);
    },
  );

  test('P23: writes one row an item without gaps, and a later try over it', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    passCheck(session, 3);
    harness.flushDeferred();
    decide(session, caseId, step);
    harness.flushDeferred();
    const again = harness.open();
    passCheck(again, 0);
    harness.flushDeferred();
    const kept = [...harness.lms.kept].filter(([name]) =>
      /^cmi\.interactions\.\d+\.id$/.test(name),
    );
    expect(kept.map(([, id]) => id)).toEqual(again.attempt.rows);
    expect(again.attempt.rows).toHaveLength(4);
    const results = [...harness.lms.kept]
      .filter(([name]) => /^cmi\.interactions\.[0-2]\.result$/.test(name))
      .map(([, result]) => result);
    expect(new Set(results)).toEqual(new Set([standard === 'scorm12' ? 'wrong' : 'incorrect']));
  });

  test('P23: writes one row an objective, and never lowers it', () => {
    const harness = new LmsHarness(standard);
    const first = harness.open();
    passCheck(first, 3);
    harness.flushDeferred();
    const session = harness.open();
    passCheck(session, 3);
    harness.flushDeferred();
    const again = harness.open();
    passCheck(again, 0);
    harness.flushDeferred();
    expect(harness.lms.refused).toEqual([]);
    const rows = [...harness.lms.kept].filter(([name]) => name.startsWith('cmi.objectives.'));
    expect(rows.filter(([name]) => name.endsWith('.id'))).toHaveLength(1);
    expect(rows.find(([name]) => /\.(success_)?status$/.test(name))?.[1]).toBe('passed');
  });

  test('P24: reports the first decision of a scene, and no other after going back', () => {
    const harness = new LmsHarness(standard);
    const session = harness.open();
    const [scene = ''] = step.split('.');
    const other = firstCase?.steps.find((one) => one.startsWith(`${scene}.`) && one !== step) ?? '';
    decide(session, caseId, step);
    session.record({ type: 'case.moved', case: caseId, run: [] });
    decide(session, caseId, other);
    harness.flushDeferred();
    expect(session.attempt.rows).toEqual([`${caseId}.${scene}`]);
    const response = standard === 'scorm12' ? 'student_response' : 'learner_response';
    const given = harness.set().filter((element) => element.endsWith(response));
    expect(given).toHaveLength(1);
  });

  test('P22: the mastery score of the LMS decides who passes inside the course', () => {
    const harness = new LmsHarness(standard);
    harness.lms.setting = { masteryScore: standard === 'scorm12' ? '60' : '0.6000' };
    const session = harness.open();
    expect(session.masteryScore).toBe(0.6);
    passCheck(session, 2);
    expect(session.status.success).toBe('passed');
  });

  test('P22: without one, the mastery score of the course decides who passes', () => {
    const session = new LmsHarness(standard).open();
    passCheck(session, 2);
    expect(session.masteryScore).toBeUndefined();
    expect(session.status.success).toBe('unknown');
    passCheck(session, 3);
    expect(session.status.success).toBe('passed');
  });

  test('P22: a mastery score of 0 counts as none, so that not everyone passes', () => {
    const harness = new LmsHarness(standard);
    harness.lms.setting = { masteryScore: '0' };
    const session = harness.open();
    passCheck(session, 2);
    expect(session.masteryScore).toBeUndefined();
    expect(session.status.success).toBe('unknown');
  });
});

describe('SCORM 1.2 has one status for two questions', () => {
  test('P20: says passed only once the completion rule is met too', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    passCheck(session, 3);
    harness.flushDeferred();
    expect(session.status).toMatchObject({ completion: 'incomplete', success: 'passed' });
    expect(harness.lms.kept.get('cmi.core.lesson_status')).toBe('incomplete');
    finish(session, () => harness.flushDeferred());
    expect(harness.lms.kept.get('cmi.core.lesson_status')).toBe('passed');
  });

  test('P21: a failed try leaves the learner incomplete, also where Moodle has a mastery score', () => {
    const harness = new LmsHarness('scorm12', { moodle: true });
    harness.lms.setting = { masteryScore: '80' };
    const session = harness.open();
    passCheck(session, 1);
    harness.flushDeferred();
    void session.close();
    expect(harness.lms.kept.get('cmi.core.lesson_status')).toBe('incomplete');
    const again = harness.open();
    finish(again, () => harness.flushDeferred());
    void again.close();
    expect(harness.lms.kept.get('cmi.core.lesson_status')).toBe('passed');
    expect(harness.lms.kept.get('cmi.core.score.raw')).toBe('100');
  });

  test('P21: reports a final without tries left as failed, with its score', () => {
    const harness = new LmsHarness('scorm12', { moodle: true });
    harness.lms.setting = { masteryScore: '80' };
    const session = harness.open({
      ...course,
      structure: { ...course.structure, assessment: { blueprint: [1], tries: 1 } },
      rule: { ...course.rule, checks: 'final' },
    });
    finish(session, () => harness.flushDeferred());
    expect(harness.lms.kept.get('cmi.core.score.raw')).toBeUndefined();
    session.record({ type: 'check.started', check: 'final', seed: 7, draw: 2 });
    session.record({ type: 'check.finished', check: 'final', score: 0.5 });
    void session.close();
    expect(harness.lms.kept.get('cmi.core.lesson_status')).toBe('failed');
    expect(harness.lms.kept.get('cmi.core.score.raw')).toBe('50');
  });

  test('P20: sets the score before the status, and the status before the commit', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    const since = harness.lms.calls.length;
    finish(session, () => harness.flushDeferred());
    const set = harness.set(since);
    expect(set.indexOf('cmi.core.score.raw')).toBeLessThan(set.indexOf('cmi.core.lesson_status'));
    expect(set.at(-1)).toBe('cmi.core.lesson_status');
    expect(harness.lms.calls.at(-1)?.name).toBe('LMSCommit');
  });
});
