// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { courseFile } from '../../scorm/shell/course-file.ts';
import { startScormShell } from '../../scorm/standards/scorm/start.ts';
import { functionNames, scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { course } from './lms-harness.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<iframe id="shell-frame"></iframe>';
  // As its script does it in the page.
  window.eval(
    courseFile({
      ...course,
      build: 'b1',
      version: '1.0.0',
      copies: 'copies.js',
      record: 'record.html',
      pages: [],
      start: '#',
    }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('P18: counts no time of a package that was opened in a tab nobody has looked at', () => {
  const lms = new FakeLms(standard12);
  Object.assign(window, { opener: lms.launch() });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  startScormShell('API', functionNames.initialize, scorm12Driver);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  vi.advanceTimersByTime(120_000);
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  expect(lms.kept.get('cmi.core.session_time')).toBe('0000:00:00.00');
});

test('P10: ends the session with the page, also where the browser may bring the page back', () => {
  const lms = new FakeLms(standard12);
  Object.assign(window, { opener: lms.launch() });
  startScormShell('API', functionNames.initialize, scorm12Driver);
  vi.advanceTimersByTime(30_000);
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  expect(lms.callsOf('LMSFinish')).toHaveLength(1);
  expect(lms.kept.get('cmi.core.session_time')).toBe('0000:00:30.00');
});

test('P01: a learner comes back to what was done, by the data that the package carries', () => {
  const lms = new FakeLms(standard12);
  const lesson = course.structure.lessons[1] ?? '';
  for (const launch of [1, 2]) {
    Object.assign(window, { opener: lms.launch() });
    startScormShell('API', functionNames.initialize, scorm12Driver);
    if (launch === 1) window.atiShell?.record({ type: 'lesson.viewed', lesson });
    expect(window.atiShell?.attempt.viewed).toEqual([lesson]);
    vi.advanceTimersByTime(20_000);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  }
});
