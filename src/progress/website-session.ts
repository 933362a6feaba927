import { type Attempt, freshAttempt, isAct, record } from './attempt.ts';
import { type DeviceCopy, type Outlet, startEngine } from './engine.ts';
import { localRecord, recordName } from './local-backup.ts';
import { fromRecord, toRecord } from './local-record.ts';
import type { Recorder } from './recorder.ts';

/** A copy of the record that is on the disk once a write has answered. Each call rejects where it failed. */
export interface DurableText {
  /** The text that was written last. */
  read(): Promise<unknown>;
  write(text: string): Promise<unknown>;
  remove(): Promise<unknown>;
}

/** The attempt merged with a copy; the attempt itself if the copy adds nothing. */
export type UniteCopies = (here: Attempt, copy: Attempt) => Attempt;

/** The copy on the disk behind the record, and the code that unites it with a record that was cut short. */
export interface Durability {
  readonly copy: DurableText;
  /** Loads the code that unites two copies; most pages never need it. */
  readonly loadUnite: () => Promise<UniteCopies>;
}

/** The window, as a session on the website needs it; `Window` fits. */
export interface WebsiteWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'> & {
    readonly documentElement: { readonly dataset: DOMStringMap };
  };
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/** Key of what was done: the attempt without place, time, rows of the log and version of the course. */
const doneIn = (attempt: Attempt): string =>
  JSON.stringify({ ...attempt, location: '', seconds: 0, rows: [], edition: undefined });

/**
 * The session of a page of the website. The record lies in this browser, where other tabs may write to
 * it; behind it the same text is written to the disk.
 * @param durability absent where there is no place for a copy on the disk
 */
export function websiteSession(
  course: string,
  page: WebsiteWindow,
  durability?: Durability,
): Recorder {
  const store = () => page.localStorage;
  const isVisible = () => page.document.visibilityState === 'visible';
  const place = localRecord(store, course);
  /** Mark that outlives the page: the copy on the disk may be of a removed record, and is removed before it is read. */
  const removal = localRecord(store, `${course}:copy-to-remove`);
  let problem: 'set-aside' | 'unread' | undefined;
  /** Whether what is here could not be written, and so is more than what is stored. */
  let isAhead = false;
  /** Whether all that the copy on the disk holds is here, so that it may be written over. */
  let isRecovered = false;
  /** Whether something is to be written to the disk as soon as that may be done. */
  let isOwed = false;

  // Another tab may have written since, or started afresh: that is the ground for what happens here.
  const device: DeviceCopy = {
    latest(attempt) {
      if (isAhead || problem === 'unread') return attempt;
      const kept = place.read();
      if (kept === undefined) return freshAttempt;
      const read = fromRecord(kept);
      if (read !== undefined) return read;
      // A record that cannot be read is about to be overwritten: a copy is set aside so that it can be recovered.
      problem = place.setAside(kept) ? 'set-aside' : 'unread';
      return attempt;
    },
    keep(attempt) {
      if (problem === 'unread') return false;
      isAhead = !place.write(toRecord(attempt));
      return !isAhead;
    },
  };

  const engine = startEngine({
    attempt: device.latest(freshAttempt),
    device,
    now: () => Date.now(),
    isVisible: isVisible(),
    outlet:
      durability &&
      (({ take }): Outlet => {
        // A change that could not be written to IndexedDB is still in the record, and is written with the next change.
        const write = () => {
          isOwed = !isRecovered;
          if (isRecovered) durability.copy.write(toRecord(take().attempt)).catch(() => undefined);
        };
        return { isPending: false, schedule: write, commit: write, close: () => true };
      }),
  });

  // A page that is left at once may end before its request is heard: then the next page removes the copy.
  const removeCopy = (copy: DurableText) => {
    removal.write('1');
    return copy.remove().then(() => removal.remove());
  };

  // A browser that was killed may have lost the last seconds of its storage, and not what is on the disk.
  const recover = async ({ copy, loadUnite }: Durability) => {
    if (removal.read()) isOwed = await removeCopy(copy);
    const attempt = fromRecord(String(await copy.read()));
    const differs = attempt && doneIn(attempt) !== doneIn(engine.attempt);
    const unite = differs ? await loadUnite() : undefined;
    // The learner may have started afresh since: the copy is then not restored.
    if (isRecovered) return;
    isRecovered = true;
    if (attempt && unite) engine.change((here) => unite(here, attempt), false);
    if (isOwed || differs) engine.outlet?.commit();
  };
  // Until it succeeds, here or on a later page, the copy on the disk is left as it is.
  if (durability) recover(durability).catch(() => undefined);

  for (const type of ['pointerdown', 'keydown', 'scroll'])
    page.addEventListener(type, () => engine.active());
  page.document.addEventListener('visibilitychange', () =>
    isVisible() ? engine.show() : engine.hide(),
  );
  page.addEventListener('pagehide', () => engine.hide());
  page.addEventListener('pageshow', () => {
    if (isVisible()) engine.show();
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
    change: (step) => void engine.change(step, true),
    forget() {
      isAhead = !place.remove();
      if (durability) removeCopy(durability.copy).catch(() => undefined);
      isRecovered = true;
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
