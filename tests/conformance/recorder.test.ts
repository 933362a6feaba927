import { describe, expect, test, vi } from 'vitest';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { findRecorder } from '../../src/progress/find-recorder.ts';
import type { Recorder } from '../../src/progress/recorder.ts';
import { type FakeWindow, pageWindow } from '../fixtures/page-window.ts';

const inBrowser = (texts: Map<string, string>) => findRecorder('course', pageWindow(texts));
const view = (recorder: Recorder, lesson: string) =>
  recorder.record({ type: 'lesson.viewed', lesson });

describe('the recorder of a page on the website', () => {
  test('keeps the attempt in this browser from page to page', () => {
    const texts = new Map<string, string>();
    view(inBrowser(texts), 'a');
    const next = inBrowser(texts);
    expect(next.attempt.viewed).toEqual(['a']);
    expect([next.place, next.saveStatus]).toEqual(['browser', 'kept']);
    expect([...texts.keys()]).toEqual(['ati:course']);
  });

  test('adds to what another tab recorded meanwhile', () => {
    const texts = new Map<string, string>();
    const [one, other] = [inBrowser(texts), inBrowser(texts)];
    view(one, 'a');
    view(other, 'b');
    expect(inBrowser(texts).attempt.viewed).toEqual(['a', 'b']);
  });

  test('works in memory and says so when storage throws', () => {
    const recorder = findRecorder('course', pageWindow('throws'));
    view(recorder, 'a');
    expect(recorder.attempt.viewed).toEqual(['a']);
    expect(recorder.saveStatus).toBe('memory');
  });

  test('D08: starts afresh for another learner, and leaves no data', () => {
    const texts = new Map<string, string>();
    const recorder = inBrowser(texts);
    view(recorder, 'a');
    recorder.forget?.();
    expect(recorder.attempt).toEqual(freshAttempt);
    expect(texts.size).toBe(0);
  });

  test('D08: progress discarded in one tab does not come back from another', () => {
    const texts = new Map<string, string>();
    const [one, other] = [inBrowser(texts), inBrowser(texts)];
    view(one, 'a');
    view(other, 'b');
    one.forget?.();
    view(other, 'c');
    expect(inBrowser(texts).attempt.viewed).toEqual(['c']);
  });

  test('D08: does not count the time of the previous learner for the next one', () => {
    vi.useFakeTimers();
    try {
      const texts = new Map<string, string>();
      const win = pageWindow(texts);
      const recorder = findRecorder('course', win);
      vi.advanceTimersByTime(60_000);
      recorder.forget?.();
      vi.advanceTimersByTime(2_000);
      win.fire('pagehide');
      expect(inBrowser(texts).attempt.seconds).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('shows at once what another tab records, so that nothing is brought to an old state', () => {
    const texts = new Map<string, string>();
    const win = pageWindow(texts);
    const recorder = findRecorder('course', win);
    let told = 0;
    recorder.subscribe(() => told++);
    view(inBrowser(texts), 'a');
    win.fire('storage', { key: 'ati-notes:course:x' });
    expect(told).toBe(0);
    win.fire('storage', { key: 'ati:course' });
    expect([told, recorder.attempt.viewed]).toEqual([1, ['a']]);
  });

  test('loses nothing of a page when the storage is full, and keeps it once there is room', () => {
    const texts = new Map<string, string>();
    view(inBrowser(texts), 'a');
    let isFull = true;
    const win = pageWindow(texts);
    const { localStorage } = win;
    const full = Object.create(win, {
      localStorage: {
        value: {
          ...localStorage,
          setItem: (key: string, text: string) => {
            if (isFull) throw new DOMException('full', 'QuotaExceededError');
            localStorage.setItem(key, text);
          },
        },
      },
    }) as FakeWindow;
    const recorder = findRecorder('course', full);
    view(recorder, 'b');
    view(recorder, 'c');
    expect([recorder.saveStatus, recorder.attempt.viewed]).toEqual(['memory', ['a', 'b', 'c']]);
    isFull = false;
    view(recorder, 'd');
    expect(recorder.saveStatus).toBe('kept');
    expect(inBrowser(texts).attempt.viewed).toEqual(['a', 'b', 'c', 'd']);
  });

  test('sets an unreadable record aside, and starts afresh', () => {
    const texts = new Map([['ati:course', '{"viewed":["a']]);
    const recorder = inBrowser(texts);
    view(recorder, 'b');
    expect(inBrowser(texts).attempt.viewed).toEqual(['b']);
    expect(texts.get('ati:course:unreadable-1')).toBe('{"viewed":["a');
    recorder.forget?.();
    expect(texts.size).toBe(0);
  });

  test('notifies of every change until unsubscribed', () => {
    const recorder = inBrowser(new Map());
    let told = 0;
    const end = recorder.subscribe(() => told++);
    view(recorder, 'a');
    end();
    view(recorder, 'b');
    expect(told).toBe(1);
  });
});
