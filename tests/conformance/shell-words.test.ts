// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { courseFile } from '../../scorm/shell/course-file.ts';
import { shellPage } from '../../scorm/shell/shell-page.ts';
import { startScormShell } from '../../scorm/standards/scorm/start.ts';
import { functionNames, scorm12Driver } from '../../scorm/standards/scorm12/driver.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { standardOf } from '../fixtures/standard.ts';
import { FakeLms } from './fake-lms/fake-lms.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { course } from './lms-harness.ts';

const page = shellPage(tinyCourse, standardOf('scorm12'), {
  ...{
    start: 'start.html',
    style: 'shell.css',
    course: 'course.js',
    script: 'shell.js',
    build: 'b1',
  },
});
const lesson = course.structure.lessons[1] ?? '';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  document.body.innerHTML = new DOMParser().parseFromString(page, 'text/html').body.innerHTML;
  const pages = { record: 'record.html', pages: [], start: 'about:blank' };
  // As its script does it in the page.
  window.eval(
    courseFile({ ...course, build: 'b1', version: '1.0.0', copies: 'copies.js', ...pages }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Opens the package in an LMS. */
function opened(lms: FakeLms) {
  Object.assign(window, { opener: lms.launch() });
  startScormShell('API', functionNames.initialize, scorm12Driver);
}

/** A lesson is read, and some time passes. */
function readLesson() {
  window.atiShell?.record({ type: 'lesson.viewed', lesson });
  vi.advanceTimersByTime(60_000);
}

const shown = (place: string, name: string) =>
  [...document.querySelectorAll<HTMLElement>(`#${place} [data-${name}]`)]
    .filter(({ hidden }) => !hidden)
    .map((text) => text.dataset[name]);
const isHidden = (id: string) => document.getElementById(id)?.hidden;
const receipt = () => document.querySelector<HTMLTextAreaElement>('[data-receipt]')?.value ?? '';

const nameless = () => {
  const lms = new FakeLms(standard12);
  lms.setting = { learner: '' };
  return lms;
};

const fullStorage = () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  return new FakeLms(standard12);
};

describe.for([
  ['where the LMS names no learner', nameless],
  ['where the storage is full', fullStorage],
] as const)('P16: %s no copy can be kept', ([, prepare]) => {
  test('and the text of progress is offered as soon as there is any', () => {
    opened(prepare());
    expect(isHidden('shell-receipt')).toBe(true);
    readLesson();
    expect(shown('shell-keeping', 'keeping')).toEqual(['kept']);
    expect(isHidden('shell-receipt')).toBe(false);
    expect(receipt()).toContain(window.atiShell?.attempt.viewed.length.toString());
  });

  test.for([
    ['refuses to save', '391'],
    ['has ended the session', '301'],
  ])('and no words promise one when the LMS %s', ([, error = '']) => {
    const lms = prepare();
    opened(lms);
    lms.faults = (name) =>
      name === functionNames.setValue || name === functionNames.commit
        ? { kind: 'refused', error }
        : undefined;
    readLesson();
    expect(shown('shell-keeping', 'keeping')).toEqual(['no-copy']);
    expect(receipt()).not.toBe('');
  });

  test('and leaving unsaved says so and hands out the text', async () => {
    const lms = prepare();
    opened(lms);
    lms.faults = () => ({ kind: 'refused', error: '391' });
    readLesson();
    document.getElementById('shell-exit')?.click();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown('shell-closed', 'closed')).toEqual(['no-copy']);
    expect(document.querySelector('#shell-closed #shell-receipt')).not.toBeNull();
  });
});

test('P16: where a copy is kept, the words say so and no text is offered before it is needed', async () => {
  const lms = new FakeLms(standard12);
  opened(lms);
  readLesson();
  expect(isHidden('shell-receipt')).toBe(true);
  lms.faults = () => ({ kind: 'refused', error: '391' });
  readLesson();
  window.atiShell?.record({ type: 'lesson.viewed', lesson: course.structure.lessons[2] ?? '' });
  vi.advanceTimersByTime(60_000);
  expect(shown('shell-keeping', 'keeping')).toEqual(['not-saved']);
  document.getElementById('shell-exit')?.click();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown('shell-closed', 'closed')).toEqual(['not-saved']);
});

test('P25: in a review the exit promises to save nothing, before and after', async () => {
  const lms = new FakeLms(standard12);
  lms.setting = { mode: 'review' };
  opened(lms);
  expect(shown('shell-exit', 'mode')).toEqual(['review']);
  document.getElementById('shell-exit')?.click();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown('shell-closed', 'closed')).toEqual(['readonly']);
});
