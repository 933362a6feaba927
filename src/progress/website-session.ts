import { diffAttempts, freshAttempt, isAct, mergeAttempts, record } from './attempt.ts';
import { type Driver, type LearnerStatus, TrackingError } from './driver.ts';
import { type DeviceCopy, startEngine } from './engine.ts';
import { importProgress } from './import-progress.ts';
import { localRecord, recordName } from './local-backup.ts';
import { recordCodec } from './local-record.ts';
import type { Recorder } from './recorder.ts';

/** A copy of the record that is on the disk once a write has answered (`page/durable-copy.ts`). */
export interface DurableText {
  read(): Promise<string | undefined>;
  write(text: string): Promise<boolean>;
  remove(): Promise<boolean>;
}

/** What a session on the website needs of its window; `Window` fits. */
export interface WebsiteWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'> & {
    readonly documentElement: { readonly dataset: DOMStringMap };
  };
  addEventListener(type: string, listener: (event: Event) => void): void;
  requestAnimationFrame(work: () => void): number;
  setTimeout(work: () => void, milliseconds?: number): number;
  clearTimeout(timer: number): void;
}

/**
 * The session of a page of the website. The record lies in this browser, where other tabs may write to
 * it; behind it the same text is written to the disk.
 * @param durable the copy on the disk; absent where there is no place for one
 */
export function websiteSession(
  course: string,
  page: WebsiteWindow,
  durable?: DurableText,
): Recorder {
  const place = localRecord(() => page.localStorage, course);
  let problem: 'set-aside' | 'unread' | undefined;
  /** Whether what is here could not be written, and so is more than what is stored. */
  let isAhead = false;

  // Another tab may have written since, or started afresh: that is the ground for what happens here.
  const device: DeviceCopy = {
    latest(attempt) {
      if (isAhead || problem === 'unread') return attempt;
      const kept = place.read();
      if (kept === undefined) return freshAttempt;
      const read = recordCodec.decode(kept.state);
      if (read.problem === undefined) return read.attempt;
      // What cannot be read is about to be written over: it is set aside for somebody who can.
      problem = place.setAside(kept.state) ? 'set-aside' : 'unread';
      return attempt;
    },
    keep(attempt) {
      if (problem === 'unread') return false;
      isAhead = !place.write({ state: recordCodec.encode(attempt), location: attempt.location });
      return !isAhead;
    },
  };

  const engine = startEngine({
    attempt: device.latest(freshAttempt),
    device,
    driver: durable && durableDriver(durable),
    statusOf: (attempt, seconds) => ({
      completion: 'incomplete',
      success: 'unknown',
      location: attempt.location,
      suspendData: recordCodec.encode(attempt),
      sessionSeconds: seconds,
    }),
    environment: {
      now: () => Date.now(),
      defer: (work) => page.requestAnimationFrame(() => page.setTimeout(work)),
      after(milliseconds, work) {
        const timer = page.setTimeout(work, milliseconds);
        return () => page.clearTimeout(timer);
      },
      isVisible: page.document.visibilityState === 'visible',
    },
  });

  // A browser that was killed may have lost the last seconds of its storage, and not what is on the disk.
  void durable?.read().then((text) => {
    if (text === undefined) return;
    const copy = recordCodec.decode(text);
    if (copy.problem !== undefined) return;
    engine.change((attempt) => {
      const united = mergeAttempts(attempt, copy.attempt);
      return diffAttempts(attempt, united) ? united : attempt;
    }, false);
  });

  for (const type of ['pointerdown', 'keydown', 'scroll'])
    page.addEventListener(type, () => engine.active());
  page.document.addEventListener('visibilitychange', () =>
    page.document.visibilityState === 'visible' ? engine.show() : engine.hide(),
  );
  page.addEventListener('pagehide', () => engine.hide());
  page.addEventListener('pageshow', () => {
    if (page.document.visibilityState === 'visible') engine.show();
    engine.catchUp();
  });
  page.addEventListener('storage', (event) => {
    if ((event as StorageEvent).key === recordName(course)) engine.catchUp();
  });

  return {
    place: 'browser',
    get saveStatus() {
      if (problem === 'unread') return problem;
      return isAhead ? 'memory' : 'kept';
    },
    get problem() {
      return problem;
    },
    get attempt() {
      return engine.attempt;
    },
    importPolicy: 'all',
    record: (event) => void engine.change((attempt) => record(attempt, event), isAct(event)),
    subscribe: (listener) => engine.subscribe(listener),
    replace: (brought) =>
      void engine.change((attempt) => importProgress(attempt, brought, 'all').attempt, true),
    forget() {
      isAhead = !place.remove();
      void durable?.remove();
      problem = undefined;
      engine.restart(freshAttempt);
    },
    agree() {
      problem = undefined;
      device.keep(engine.attempt);
      engine.tell();
    },
  };
}

/** Keeps the record on the disk. A page that is gone cannot wait for it. */
function durableDriver(copy: DurableText): Driver {
  let unsaved: LearnerStatus | undefined;
  const commit = async () => {
    if (unsaved && !(await copy.write(unsaved.suspendData)))
      throw new TrackingError('the copy on the disk', 'refused');
  };
  return {
    open: () => ({ mode: 'normal', completion: 'incomplete', success: 'unknown' }),
    save: (status) => void (unsaved = status),
    report: () => undefined,
    commit,
    close: commit,
  };
}
