import { describe, expect, test } from 'vitest';
import { findRecorder } from '../../src/progress/find-recorder.ts';
import type { Recorder } from '../../src/progress/recorder.ts';
import { pageWindow } from '../fixtures/page-window.ts';
import { LmsHarness } from './lms-harness.ts';

const view = (recorder: Recorder, lesson: string) =>
  recorder.record({ type: 'lesson.viewed', lesson });

describe('the recorder of a page in a package', () => {
  const inPackage = { package: 'scorm12' };

  test('is the one of the shell above it', () => {
    const harness = new LmsHarness();
    const session = harness.open();
    const win = pageWindow(new Map(), inPackage, { atiShell: session });
    const recorder = findRecorder('course', win);
    view(recorder, 'lesson-on-something-0');
    harness.flushDeferred();
    expect(session.attempt.viewed).toEqual(['lesson-on-something-0']);
    expect([recorder.place, recorder.saveStatus]).toEqual(['lms', 'kept']);
    expect(recorder.attempt).toBe(session.attempt);
  });

  test('is not called any more when the page is gone', () => {
    const session = new LmsHarness().open();
    const win = pageWindow(new Map(), inPackage, { atiShell: session });
    let told = 0;
    findRecorder('course', win).subscribe(() => told++);
    win.fire('pagehide');
    view(session, 'lesson-on-something-0');
    expect(told).toBe(0);
  });

  test('P10: is told again, and at once, when its page comes back from the cache of the browser', () => {
    const session = new LmsHarness().open();
    const win = pageWindow(new Map(), inPackage, { atiShell: session });
    const recorder = findRecorder('course', win);
    let told = 0;
    const end = recorder.subscribe(() => told++);
    win.fire('pageshow', { persisted: false });
    win.fire('pagehide', { persisted: true });
    view(session, 'lesson-on-something-0');
    win.fire('pageshow', { persisted: true });
    expect(told).toBe(1);
    view(session, 'lesson-on-something-1');
    expect(told).toBe(2);
    end();
    view(session, 'lesson-on-something-2');
    expect(told).toBe(2);
  });

  test.for([
    ['no parent', undefined],
    ['a parent that is no shell', {}],
    [
      'a parent of another origin',
      new Proxy(
        {},
        {
          get: () => {
            throw new DOMException('', 'SecurityError');
          },
        },
      ),
    ],
  ])('D12: with %s, records nothing, says so, and works', ([, parent]) => {
    const texts = new Map<string, string>();
    const recorder = findRecorder('course', pageWindow(texts, inPackage, parent));
    view(recorder, 'a');
    expect(recorder.saveStatus).toBe('no-shell');
    expect(recorder.attempt.viewed).toEqual(['a']);
    expect(texts.size).toBe(0);
  });
});
