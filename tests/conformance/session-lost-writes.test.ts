import { describe, expect, test } from 'vitest';
import type { LmsBehaviour } from './fake-lms/profiles.ts';
import { course, LmsHarness, finish } from './lms-harness.ts';

const [lesson = '', nextLesson = ''] = course.structure.lessons;

describe('P16: an LMS that does not keep what it was given', () => {
  test('says so after two refused commits, and keeps a copy that it offers later', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    harness.lms.broken = { LMSCommit: 'false' };
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('failing');
    session.record({ type: 'lesson.viewed', lesson: nextLesson });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('not-saved');

    harness.lms.broken = {};
    const again = harness.open();
    expect(again.attempt.viewed).toEqual([]);
    expect(again.offer).toMatchObject({ lessons: 2, decisions: 0, tries: 0 });
    again.accept();
    harness.flushDeferred();
    expect(again.saveStatus).toBe('kept');
    expect(harness.open().attempt.viewed).toEqual([lesson, nextLesson]);
  });

  test('tries again by itself after the first refusal', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    harness.lms.broken = { LMSCommit: 'throws' };
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('failing');
    harness.lms.broken = {};
    harness.wait(10);
    expect(session.saveStatus).toBe('kept');
    expect(harness.open().attempt.viewed).toEqual([lesson]);
  });

  test('offers progress that an LMS lost although it always returned true', () => {
    const harness = new LmsHarness('scorm2004', { losesData: true });
    const session = harness.open();
    finish(session, () => harness.flushDeferred());
    void session.close();
    expect(session.saveStatus).toBe('kept');
    const again = harness.open();
    expect(again.offer).toMatchObject({ lessons: 3, decisions: 2, tries: 1 });
    again.record({ type: 'page.opened', page: lesson });
    again.accept();
    expect(again.status).toMatchObject({ completion: 'completed', success: 'passed' });
    expect(again.attempt.rows).toEqual([]);
  });

  test('leaves a copy alone until the learner has decided, and lets it go when declined', () => {
    const harness = new LmsHarness('scorm12', { losesData: true });
    finish(harness.open(), () => harness.flushDeferred());
    const undecided = harness.open();
    undecided.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    const again = harness.open();
    expect(again.offer?.lessons).toBe(3);
    again.decline();
    expect(again.offer).toBeUndefined();
    expect(harness.open().offer).toBeUndefined();
  });

  test('offers nothing when the LMS is ahead, as after work on another device', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    const copy = new Map(harness.texts);
    session.record({ type: 'lesson.viewed', lesson: nextLesson });
    harness.flushDeferred();
    for (const [key, text] of copy) harness.texts.set(key, text);
    expect(harness.open().offer).toBeUndefined();
  });

  test('names nobody in the storage of a shared computer', () => {
    const harness = new LmsHarness();
    finish(harness.open(), () => harness.flushDeferred());
    const all = [...harness.texts].flat().join(' ');
    expect(harness.texts.size).toBe(1);
    expect(all).not.toMatch(/jdoe|Doe|test-course/);
  });

  test('gives pages a key that separates learners at one computer and identifies nobody', () => {
    const keyFor = (learner: string) => {
      const harness = new LmsHarness();
      harness.lms.setting = { learner };
      return harness.open().learnerKey;
    };
    expect(keyFor('judge-1')).toBe(keyFor('judge-1'));
    expect(keyFor('judge-1')).not.toBe(keyFor('judge-2'));
    expect(keyFor('judge-1')).not.toContain('judge');
    expect(keyFor('')).toBeUndefined();
  });

  test('keeps no copy for a learner without a name from the LMS: another could see it', () => {
    const harness = new LmsHarness();
    harness.lms.setting = { learner: '' };
    finish(harness.open(), () => harness.flushDeferred());
    expect(harness.texts.size).toBe(0);
  });

  test('continues when the browser storage throws', () => {
    const harness = new LmsHarness();
    harness.storageThrows = true;
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    expect(session.saveStatus).toBe('kept');
  });

  test.for(['foreign text', '1AAAAAA', '\u0000{"a":1}'])(
    'P02: reads on when the LMS gives back %j as suspend data, and lowers no status',
    (text) => {
      const harness = new LmsHarness();
      const session = harness.open();
      finish(session, () => harness.flushDeferred());
      void session.close();
      harness.lms.kept.set('cmi.suspend_data', text);
      const again = harness.open();
      expect(again.problem).toBeDefined();
      expect(again.status).toMatchObject({ completion: 'completed', success: 'passed' });
      expect(again.offer).toMatchObject({ lessons: 3, decisions: 2, tries: 1 });
    },
  );
});

describe('P16: an LMS that lost the last write of a course', () => {
  test.for<[string, 'scorm12' | 'scorm2004', LmsBehaviour]>([
    ['SCORM 1.2', 'scorm12', {}],
    ['SCORM 1.2, sending differences only', 'scorm12', { moodle: true, sendsDifferences: true }],
    ['SCORM 2004', 'scorm2004', { moodle: true }],
  ])('has status, score and rows before the learner leaves, in %s', ([, standard, behaviour]) => {
    const harness = new LmsHarness(standard, behaviour);
    const session = harness.open();
    let isLost = true;
    harness.lms.faults = (name) => {
      if (name !== harness.lms.standard.functions.commit || !isLost) return undefined;
      harness.lms.noteAsSent();
      return { kind: 'refused', error: '101' };
    };
    finish(session, () => harness.flushDeferred());
    expect(session.saveStatus).toBe('failing');
    isLost = false;
    // The learner looks at the certificate, and does nothing more.
    harness.wait(11);
    expect(session.saveStatus).toBe('kept');
    const { kept } = harness.lms;
    const status = standard === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status';
    const score = standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    expect(kept.get(status)).toBe('passed');
    expect(Number(kept.get(score))).toBe(100);
    const ids = session.attempt.rows.map((_, row) => kept.get(`cmi.interactions.${row}.id`));
    expect(ids).toEqual(session.attempt.rows);
  });
});

describe.for(['scorm12', 'scorm2004'] as const)('a location without a state, in %s', (standard) => {
  test('P16: begins without writing, and goes on when the learner agrees', () => {
    const harness = new LmsHarness(standard);
    harness.lms.kept.set(
      standard === 'scorm12' ? 'cmi.core.lesson_location' : 'cmi.location',
      lesson,
    );
    const session = harness.open();
    session.record({ type: 'lesson.viewed', lesson });
    harness.flushDeferred();
    harness.wait(60);
    expect([session.saveStatus, harness.set()]).toEqual(['unread', []]);
    session.agree();
    harness.flushDeferred();
    expect(session.saveStatus).toBe('kept');
    expect(harness.open().attempt.viewed).toEqual([lesson]);
  });
});
