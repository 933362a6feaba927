import { expect, test } from 'vitest';
import { lmsOf } from '../../fixtures/standard.ts';
import { elementsAtLaunch, keptAfter, noAttempt } from '../../../scorm/preview/launch.ts';

const sco = { launchData: 'data', masteryScore: '80' };
const normal = { review: false };

test('the first launch of a SCORM 1.2 SCO tells who learns, and that it is the first', () => {
  expect(elementsAtLaunch(lmsOf('scorm12'), sco, noAttempt, normal)).toMatchObject({
    'cmi.core.student_id': 'preview-learner',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.credit': 'credit',
    'cmi.launch_data': 'data',
    'cmi.student_data.mastery_score': '80',
  });
});

test('a suspended attempt resumes with the committed data, except those of the last session', () => {
  const elements = {
    'cmi.core.exit': 'suspend',
    'cmi.core.session_time': '00:01:00',
    'cmi.core.total_time': '00:01:00',
    'cmi.suspend_data': 'abc',
  };
  const told = elementsAtLaunch(
    lmsOf('scorm12'),
    sco,
    { launches: 1, ended: true, elements },
    normal,
  );
  expect(told).toMatchObject({
    'cmi.core.entry': 'resume',
    'cmi.suspend_data': 'abc',
    'cmi.core.total_time': '00:01:00',
  });
  expect(told).not.toHaveProperty(['cmi.core.session_time']);
  expect(told).not.toHaveProperty(['cmi.core.exit']);
});

test('in SCORM 2004 an attempt that was not suspended starts again', () => {
  const elements = { 'cmi.exit': 'normal', 'cmi.suspend_data': 'abc', 'cmi.location': 'x' };
  const told = elementsAtLaunch(
    lmsOf('scorm2004'),
    sco,
    { launches: 1, ended: true, elements },
    normal,
  );
  expect(told['cmi.entry']).toBe('ab-initio');
  expect(told).not.toHaveProperty(['cmi.suspend_data']);
});

test('in SCORM 1.2 an attempt that was not suspended keeps its data without the entry "resume"', () => {
  const elements = { 'cmi.core.exit': '', 'cmi.suspend_data': 'abc' };
  const told = elementsAtLaunch(
    lmsOf('scorm12'),
    sco,
    { launches: 1, ended: true, elements },
    normal,
  );
  expect(told).toMatchObject({ 'cmi.core.entry': '', 'cmi.suspend_data': 'abc' });
});

test('a review gives no credit', () => {
  expect(elementsAtLaunch(lmsOf('scorm2004'), sco, noAttempt, { review: true })).toMatchObject({
    'cmi.mode': 'review',
    'cmi.credit': 'no-credit',
  });
});

test('a pass mark of the platform overrides that of the manifest, in the scale of the standard', () => {
  const wishes = { review: false, masteryPercent: 70 };
  expect(
    elementsAtLaunch(lmsOf('scorm12'), sco, noAttempt, wishes)['cmi.student_data.mastery_score'],
  ).toBe('70');
  expect(
    elementsAtLaunch(lmsOf('scorm2004'), sco, noAttempt, wishes)['cmi.scaled_passing_score'],
  ).toBe('0.7');
});

test.for(['scorm12', 'scorm2004'] as const)(
  'a review in %s ends no attempt: what was suspended before it resumes after it',
  (standard) => {
    const exit = standard === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit';
    const elements = { [exit]: 'suspend', 'cmi.suspend_data': 'abc' };
    const before = { launches: 2, ended: false, elements };
    const review = elementsAtLaunch(lmsOf(standard), sco, before, { review: true });
    const after = keptAfter(lmsOf(standard), before, review, true);
    const told = elementsAtLaunch(lmsOf(standard), sco, after, normal);
    const entry = standard === 'scorm12' ? 'cmi.core.entry' : 'cmi.entry';
    expect(told).toMatchObject({ 'cmi.suspend_data': 'abc', [entry]: 'resume' });
  },
);
