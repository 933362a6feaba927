import { type Attempt, freshAttempt, type LearningEvent, record } from './attempt.ts';
import { advance, type Clock, type ClockEvent, startClock } from '../course/clock.ts';
import type { Chosen } from './interaction.ts';
import { type ImportPolicy, importProgress } from './import-progress.ts';
import { fromRecord, toRecord } from './local-record.ts';

/**
 * How well progress is being kept: committed; not committed yet; refused once and to be tried again;
 * refused twice or more; read-only by wish of the LMS; no LMS found; a page of a package opened
 * without its shell; on the website, storage that cannot be used.
 */
export type SaveStatus =
  'kept' | 'pending' | 'failing' | 'not-saved' | 'readonly' | 'no-lms' | 'no-shell' | 'memory';

/** What an LMS is told beside an event; the website has no use for it. */
export interface Report {
  /** With `check.answered` and `case.chosen` (`resultOf` of `cases/result.ts` for a judgement). */
  readonly result?: 'correct' | 'incorrect' | 'neutral';
  /** Seconds from when the learner saw the question or the scene to the answer. */
  readonly latency?: number;
  /** With `check.finished`: scaled score, 0 to 1, of each objective that the try tested, by id. */
  readonly objectives?: Readonly<Record<string, number>>;
}

/** What a page knows of tracking: what was done so far, and how to say what is done now. */
export interface Recorder {
  readonly place: 'lms' | 'browser' | 'untracked';
  readonly saveStatus: SaveStatus;
  readonly attempt: Attempt;
  /** Scaled mastery score set by the LMS, 0 to 1; it stands above the course's own (P22). */
  readonly masteryScore?: number;
  /** Name of the learner as the LMS has it. */
  readonly learnerName?: string;
  /**
   * In an LMS: a hash of course and learner, which tells nobody who was here. What pages keep on the
   * device for one learner is kept under it. Absent where the LMS names no learner.
   */
  readonly learnerKey?: string;
  /** The track that the administrator fixed for the package. */
  readonly fixedTrack?: string;
  /** Records an event. Never throws; what follows from it is seen in `attempt` at once. */
  record(event: LearningEvent, report?: Report): void;
  /**
   * Calls the listener after every change of `attempt` or `saveStatus`.
   * @returns a function that ends it
   */
  subscribe(listener: () => void): () => void;
  /** What progress from another device, by file, link or code, may bring (D14). */
  readonly importPolicy: ImportPolicy;
  /** Unites progress from another device with what is here, as far as `importPolicy` lets it. */
  replace?(brought: Attempt): void;
  /** Tells the LMS the answers of the evaluation. Only where the author wants it and the LMS takes it. */
  evaluate?(answers: readonly Chosen[]): void;
  /** "Not you? Start afresh": deletes what this browser keeps. Only on the website. */
  forget?(): void;
}

/** The recorder that the shell of a package offers to its pages, as a property of its window. */
export interface ShellWindow {
  atiShell?: Recorder;
}

/** What the recorder of a page needs of its window; `Window` fits. */
export interface PageWindow {
  readonly parent: unknown;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'> & {
    readonly documentElement: { readonly dataset: DOMStringMap };
  };
  addEventListener(type: string, listener: (event: Event) => void): void;
}

/**
 * The recorder of the page: in a package the one its shell offers, on the website one that keeps
 * the attempt in this browser.
 * @param course id of the course; the key in the browser's storage is `ati:<course>`
 * @param page the window of the page; `<html data-package>` says that it belongs to a package
 */
export function findRecorder(course: string, page: PageWindow): Recorder {
  if (page.document.documentElement.dataset['package'] === undefined)
    return browserRecorder(`ati:${course}`, page);
  return fromShell(page) ?? memoryRecorder();
}

function fromShell(page: PageWindow): Recorder | undefined {
  try {
    const shell = page.parent === page ? undefined : (page.parent as ShellWindow).atiShell;
    if (shell === undefined) return undefined;
    const { tell, subscribe } = listeners();
    let end = shell.subscribe(tell);
    // The shell outlives the page: what listens must not, until the page comes back.
    page.addEventListener('pagehide', () => end());
    page.addEventListener('pageshow', (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      end = shell.subscribe(tell);
      tell();
    });
    return Object.assign(Object.create(shell) as Recorder, { subscribe });
  } catch {
    // A parent of another origin: the page was framed by a stranger.
    return undefined;
  }
}

function listeners() {
  const all = new Set<() => void>();
  return {
    tell: () => all.forEach((listener) => listener()),
    subscribe: (listener: () => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
  };
}

/** A page of a package without its shell: everything works, nothing is recorded. */
function memoryRecorder(): Recorder {
  const { tell, subscribe } = listeners();
  let attempt = freshAttempt;
  return {
    place: 'untracked',
    saveStatus: 'no-shell',
    importPolicy: 'none',
    get attempt() {
      return attempt;
    },
    record(event) {
      attempt = record(attempt, event);
      tell();
    },
    subscribe,
  };
}

function browserRecorder(key: string, page: PageWindow): Recorder {
  const { tell, subscribe } = listeners();
  let saveStatus: SaveStatus = 'kept';
  let attempt = freshAttempt;
  /** Whether what is here could not be written, and so is more than what is stored. */
  let isAhead = false;

  // Another tab may have written since, or started afresh: that is the ground for what happens here.
  const read = () => {
    if (isAhead) return;
    try {
      const text = page.localStorage.getItem(key);
      const known = text === null ? freshAttempt : fromRecord(text);
      if (known) attempt = known;
      // What cannot be read is about to be written over: it is set aside for somebody who can.
      else if (text) page.localStorage.setItem(`${key}:unreadable`, text);
    } catch {
      saveStatus = 'memory';
    }
  };
  const write = () => {
    try {
      page.localStorage.setItem(key, toRecord(attempt));
      saveStatus = 'kept';
      isAhead = false;
    } catch {
      saveStatus = 'memory';
      isAhead = true;
    }
  };

  read();
  let clock: Clock = startClock(Date.now(), page.document.visibilityState === 'visible');
  const pass = (type: ClockEvent['type']) => {
    clock = advance(clock, { type, at: Date.now() });
  };
  const keepTime = () => {
    pass(page.document.visibilityState === 'visible' ? 'visible' : 'hidden');
    if (clock.seconds < 1) return;
    read();
    attempt = record(attempt, { type: 'time.passed', seconds: Math.floor(clock.seconds) });
    clock = { ...clock, seconds: clock.seconds % 1 };
    write();
  };
  for (const type of ['pointerdown', 'keydown', 'scroll'])
    page.addEventListener(type, () => pass('active'));
  page.document.addEventListener('visibilitychange', keepTime);
  page.addEventListener('pagehide', () => {
    pass('hidden');
    keepTime();
  });
  const catchUp = () => {
    read();
    tell();
  };
  page.addEventListener('pageshow', () => {
    keepTime();
    catchUp();
  });
  page.addEventListener('storage', (event) => {
    if ((event as StorageEvent).key === key) catchUp();
  });

  return {
    place: 'browser',
    get saveStatus() {
      return saveStatus;
    },
    get attempt() {
      return attempt;
    },
    record(event) {
      read();
      attempt = record(attempt, event);
      write();
      tell();
    },
    subscribe,
    importPolicy: 'all',
    replace(given) {
      read();
      attempt = importProgress(attempt, given, 'all').attempt;
      write();
      tell();
    },
    forget() {
      attempt = freshAttempt;
      // The time of who was here is not that of who comes.
      clock = startClock(Date.now(), clock.visible);
      try {
        page.localStorage.removeItem(key);
        page.localStorage.removeItem(`${key}:unreadable`);
        isAhead = false;
      } catch {
        saveStatus = 'memory';
        isAhead = true;
      }
      tell();
    },
  };
}
