import { describe, expect, test } from 'vitest';
import { type Attempt, freshAttempt } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { findRecorder } from '../../src/progress/find-recorder.ts';
import type { Recorder } from '../../src/progress/recorder.ts';
import { uniteCopies } from '../../src/progress/copied-attempts.ts';
import type { Durability } from '../../src/progress/website-session.ts';
import { pageWindow } from '../fixtures/page-window.ts';

const view = (recorder: Recorder, lesson: string) =>
  recorder.record({ type: 'lesson.viewed', lesson });

describe('the copy on the disk behind the record of the website', () => {
  /** A disk that answers at once; `loaded` counts how often what unites copies was asked for. */
  function disk(text?: string) {
    const kept = { text, loaded: 0 };
    const durability: Durability = {
      copy: {
        read: () => Promise.resolve(kept.text),
        write: (written) => Promise.resolve(void (kept.text = written)),
        remove: () => Promise.resolve(void (kept.text = undefined)),
      },
      loadUnite() {
        kept.loaded++;
        return Promise.resolve(uniteCopies);
      },
    };
    return { kept, durability };
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const viewed = (...lessons: string[]) => toRecord({ ...freshAttempt, viewed: lessons });

  test('D02: is written with every change, before anything else can happen', async () => {
    const { kept, durability } = disk();
    const recorder = findRecorder('course', pageWindow(new Map()), durability);
    view(recorder, 'a');
    await settled();
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['a']);
    view(recorder, 'b');
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['a', 'b']);
  });

  test('D02: gives back what the storage of a killed browser had not yet written', async () => {
    const texts = new Map([['ati:course', viewed('a')]]);
    const { kept, durability } = disk(viewed('a', 'b'));
    const recorder = findRecorder('course', pageWindow(texts), durability);
    await settled();
    expect(recorder.attempt.viewed).toEqual(['a', 'b']);
    expect(fromRecord(texts.get('ati:course') ?? '')?.viewed).toEqual(['a', 'b']);
    expect(kept.loaded).toBe(1);
  });

  test('asks for nothing more where it holds the same, time and place apart', async () => {
    const open = { seed: 3, answers: [['x'], undefined] };
    const done: Attempt = {
      ...freshAttempt,
      viewed: ['a', 'b'],
      cases: { c: { first: ['s.one'], run: ['s.one'], finished: false, endings: [] } },
      checks: { m: { tries: [0.5], open } },
    };
    const texts = new Map([['ati:course', toRecord({ ...done, location: 'b', seconds: 9 })]]);
    const { kept, durability } = disk(toRecord({ ...done, location: 'a', seconds: 8 }));
    findRecorder('course', pageWindow(texts), durability);
    await settled();
    expect(kept.loaded).toBe(0);
  });

  test('is brought up to date where it holds less, so that the next page asks for nothing', async () => {
    const texts = new Map([['ati:course', viewed('a', 'b')]]);
    const { kept, durability } = disk(viewed('a'));
    for (const asked of [1, 1]) {
      const recorder = findRecorder('course', pageWindow(texts), durability);
      await settled();
      expect([recorder.attempt.viewed, kept.loaded]).toEqual([['a', 'b'], asked]);
    }
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['a', 'b']);
  });

  test('D13: is never written over while it holds more than the page could unite', async () => {
    const { kept, durability } = disk(viewed('a', 'b'));
    const refused = { ...durability, loadUnite: () => Promise.reject(new Error('offline')) };
    view(findRecorder('course', pageWindow(new Map()), refused), 'c');
    await settled();
    expect(kept.text).toBe(viewed('a', 'b'));
    const texts = new Map([['ati:course', viewed('c')]]);
    const next = findRecorder('course', pageWindow(texts), durability);
    await settled();
    expect(next.attempt.viewed).toEqual(['c', 'a', 'b']);
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['c', 'a', 'b']);
  });

  test('D08: goes with the record when a learner starts afresh', async () => {
    const { kept, durability } = disk();
    const texts = new Map<string, string>();
    const recorder = findRecorder('course', pageWindow(texts), durability);
    view(recorder, 'a');
    recorder.forget?.();
    await settled();
    expect([kept.text, texts.size]).toEqual([undefined, 0]);

    // So too where the page has not yet looked at it.
    kept.text = viewed('a', 'b');
    const next = findRecorder('course', pageWindow(texts), durability);
    next.forget?.();
    await settled();
    expect([kept.text, next.attempt]).toEqual([undefined, freshAttempt]);
  });

  test('D08: never comes back, though the page was left before the disk had heard of the fresh start', async () => {
    const { kept, durability } = disk();
    const texts = new Map<string, string>();
    const deaf = { ...durability.copy, remove: () => new Promise<never>(() => undefined) };
    const recorder = findRecorder('course', pageWindow(texts), { ...durability, copy: deaf });
    view(recorder, 'a');
    await settled();
    recorder.forget?.();
    await settled();
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['a']);

    const next = findRecorder('course', pageWindow(texts), durability);
    view(next, 'b');
    await settled();
    expect(next.attempt.viewed).toEqual(['b']);
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual(['b']);
    expect([...texts.keys()]).toEqual(['ati:course']);
  });

  test('D08: is not read while the disk refuses to remove it', async () => {
    const { kept, durability } = disk(viewed('a'));
    const texts = new Map<string, string>();
    const refusing = {
      ...durability,
      copy: { ...durability.copy, remove: () => Promise.reject(new Error('refused')) },
    };
    findRecorder('course', pageWindow(texts), refusing).forget?.();
    await settled();
    const next = findRecorder('course', pageWindow(texts), refusing);
    await settled();
    expect([next.attempt, kept.text]).toEqual([freshAttempt, viewed('a')]);
    findRecorder('course', pageWindow(texts), durability);
    await settled();
    expect(fromRecord(kept.text ?? '')?.viewed).toEqual([]);
  });

  test('may fail without affecting the page', async () => {
    const fails = () => Promise.reject(new Error('refused'));
    const recorder = findRecorder('course', pageWindow(new Map()), {
      copy: { read: fails, write: fails, remove: fails },
      loadUnite: fails,
    });
    view(recorder, 'a');
    await settled();
    recorder.forget?.();
    view(recorder, 'b');
    await settled();
    expect([recorder.attempt.viewed, recorder.saveStatus]).toEqual([['b'], 'kept']);
  });
});
