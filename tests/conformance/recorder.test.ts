import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Attempt, freshAttempt, record } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';
import { findRecorder, type PageWindow } from '../../src/progress/find-recorder.ts';
import type { Recorder } from '../../src/progress/recorder.ts';
import { uniteCopies } from '../../src/progress/stored-attempts.ts';
import type { Durability } from '../../src/progress/website-session.ts';
import { anyEvents, played, small, syntheticStructure } from '../fixtures/synthetic-course.ts';
import { LmsHarness } from './lms-harness.ts';

interface FakeWindow extends PageWindow {
  fire(type: string, about?: { key?: string; persisted?: boolean }): void;
}

/** A window of a page; `texts` is the storage that the pages of one website share. */
function pageWindow(
  texts: Map<string, string> | 'throws',
  dataset: DOMStringMap = {},
  parent?: unknown,
): FakeWindow {
  const heard = new Map<string, ((event: Event) => void)[]>();
  const addEventListener = (type: string, listener: (event: Event) => void) =>
    void heard.set(type, [...(heard.get(type) ?? []), listener]);
  const win = {
    get localStorage() {
      if (texts === 'throws') throw new DOMException('denied', 'SecurityError');
      return {
        getItem: (key: string) => texts.get(key) ?? null,
        setItem: (key: string, text: string) => void texts.set(key, text),
        removeItem: (key: string) => void texts.delete(key),
      };
    },
    document: {
      documentElement: { dataset },
      visibilityState: 'visible',
      addEventListener: addEventListener as Document['addEventListener'],
    },
    addEventListener,
    fire: (type: string, about = {}) =>
      heard.get(type)?.forEach((listener) => listener(Object.assign(new Event(type), about))),
  } as const;
  return Object.defineProperty(win, 'parent', { get: () => parent ?? win }) as never;
}

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

  test('D08: starts afresh for somebody else, and leaves nothing', () => {
    const texts = new Map<string, string>();
    const recorder = inBrowser(texts);
    view(recorder, 'a');
    recorder.forget?.();
    expect(recorder.attempt).toEqual(freshAttempt);
    expect(texts.size).toBe(0);
  });

  test('D08: what was started afresh in one tab does not come back from another', () => {
    const texts = new Map<string, string>();
    const [one, other] = [inBrowser(texts), inBrowser(texts)];
    view(one, 'a');
    view(other, 'b');
    one.forget?.();
    view(other, 'c');
    expect(inBrowser(texts).attempt.viewed).toEqual(['c']);
  });

  test('D08: counts no time of who was here before to who comes after', () => {
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

  test('sets a record aside that it cannot read, and goes on afresh', () => {
    const texts = new Map([['ati:course', '{"viewed":["a']]);
    const recorder = inBrowser(texts);
    view(recorder, 'b');
    expect(inBrowser(texts).attempt.viewed).toEqual(['b']);
    expect(texts.get('ati:course:unreadable-1')).toBe('{"viewed":["a');
    recorder.forget?.();
    expect(texts.size).toBe(0);
  });

  test('tells every change, until it is asked to stop', () => {
    const recorder = inBrowser(new Map());
    let told = 0;
    const end = recorder.subscribe(() => told++);
    view(recorder, 'a');
    end();
    view(recorder, 'b');
    expect(told).toBe(1);
  });
});

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

  test('may fail without harm to what is done on the page', async () => {
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

describe('a record in the storage of a browser', () => {
  const course = syntheticStructure(small);

  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyEvents(course), (events) => {
        const attempt = played(course, events);
        expect(fromRecord(toRecord(attempt))).toEqual(attempt);
      }),
    );
  });

  test.for(['', 'null', '[]', '{}', '7', '{"version":2}', '{"version":1', 'lz\uD800'])(
    'is taken for none when it is %j',
    (text) => {
      expect(fromRecord(text)).toBeUndefined();
    },
  );

  test('keeps of a hostile text what has the shape of an attempt, and can go on from there', () => {
    const text = `{"version":1,"viewed":["a",7,null],"location":{},"seconds":-1,"rows":"x",
      "cases":{"c":{"first":["s.a",1,"nodot"],"run":null,"finished":"yes","endings":["e"]},"d":5},
      "checks":{"m":{"tries":[0.5,2,"x"],"open":{"seed":3,"answers":[["a"],null,7]}},
      "n":{"tries":[],"open":{"seed":-1}}},"__proto__":{"polluted":true}}`;
    const attempt = fromRecord(text);
    expect(attempt).toEqual({
      viewed: ['a'],
      location: '',
      seconds: 0,
      rows: [],
      cases: { c: { first: ['s.a'], run: [], finished: false, endings: ['e'] } },
      checks: {
        m: { tries: [0.5], open: { seed: 3, answers: [['a'], undefined, undefined] } },
        n: { tries: [] },
      },
    });
    expect('polluted' in {}).toBe(false);
    expect(record(attempt ?? freshAttempt, { type: 'lesson.viewed', lesson: 'b' }).viewed).toEqual([
      'a',
      'b',
    ]);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        fromRecord(text);
        fromRecord(text.replace(/^\{/, '{"version":1,'));
      }),
    );
  });
});
