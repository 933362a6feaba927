import { backupName } from '../../src/progress/local-backup.ts';
import type { Driver } from '../../src/progress/driver.ts';
import type { ShellWindow } from '../../src/progress/recorder.ts';
import type { Session, SessionEnvironment } from '../../src/progress/session.ts';
import { openConnection } from './connection.ts';
import type { CourseData, OtherPart } from './course-data.ts';
import { type CourseFileData, readCourseFile } from './course-file.ts';
import { courseFrame } from './frame.ts';
import { type CopiesScript, loadCopies } from './load-copies.ts';
import { isSandboxed, mayTellOfCopies, showNotices } from './notices.ts';
import { loadOnce } from '../../src/site/load-once.ts';
import { watchOtherWindows } from './other-windows.ts';
import { choose, element, onClick, show } from './parts.ts';
import { printWholePage } from './print.ts';
import { showSaveStatus } from './save-line.ts';
import { statusOnly } from './status-only.ts';

declare global {
  interface Window extends ShellWindow {
    /** Written by the packager. */
    atiCourse?: CourseFileData;
  }
}

/**
 * Runs the shell page of a package, which owns the only session with the LMS while course pages load and unload
 * in its frame (ADR 1).
 * @param connect returns the driver of the package's standard; undefined if no LMS is found
 */
export function startShell(connect: () => Driver | undefined): void {
  const course = window.atiCourse && readCourseFile(window.atiCourse);
  const iframe = element('shell-frame');
  if (course === undefined || !(iframe instanceof HTMLIFrameElement))
    throw new Error('no course data or no frame');
  show('shell-starting', false);

  const found = () => {
    const driver = connect();
    return driver && course.report === 'status' ? statusOnly(driver) : driver;
  };
  const load = loadOnce(loadCopies);
  const copies = () => load(course.copies);
  /** Whether the diagnostics page is open; then a late connection must not navigate away from it. */
  let isDiagnosed = false;
  const connection = openConnection(
    found,
    course,
    environment(() => copies().then((script) => script.copiesOf(course))),
    {
      connected(isResumed) {
        // For the diagnostics: time at which the platform was found.
        document.documentElement.dataset['after'] = String(performance.now());
        begun();
        if (isResumed && !isDiagnosed) frame.open(resumeAddress(connection.session, course));
      },
      missing: () => showNotices(connection),
    },
    () => frame.otherPart() !== undefined,
  );
  window.atiShell = connection.recorder;

  const frame = courseFrame(iframe, course, {
    opened(title, entry) {
      document.title = title;
      failed(undefined);
      showOtherPart(frame.otherPart());
      if (entry) connection.recorder.record({ type: 'page.opened', page: entry.id });
    },
    failed(why) {
      // Under `file:` a page cannot access its frame, so the course pages open without the shell.
      if (location.protocol === 'file:' && connection.session.place === 'untracked')
        location.replace(course.start);
      else if (!isSandboxed()) failed(why);
    },
    active: () => connection.session.active(),
  });

  /** Shows the state of a new session, and watches it. */
  function begun() {
    const { session } = connection;
    showNotices(connection);
    tellOfCopies();
    const { learnerKey } = session;
    if (learnerKey === undefined) return;
    const name = backupName(learnerKey);
    const other = () => {
      show('shell-elsewhere', true);
      // Preloads the script, because the records of both windows will be merged.
      void copies().catch(() => undefined);
    };
    watchOtherWindows(name, other);
    window.addEventListener('storage', ({ key }) => {
      if (key !== name) return;
      session.catchUp();
      other();
    });
  }

  /** Notices on other copies are part of the script that merges them. */
  function tellOfCopies() {
    const { session } = connection;
    if (!mayTellOfCopies(session, course as CourseData)) return;
    const tell = (script: CopiesScript) =>
      script.showNotices(session, course as CourseData, {
        open: (href) => frame.open(href),
        accepted() {
          showNotices(connection);
          tellOfCopies();
          frame.open(resumeAddress(session, course as CourseData));
        },
        putAway: () => element('shell-frame')?.focus(),
      });
    // If the script fails to load, the record page shows an update, and the next launch everything else.
    void copies().then(tell, () => undefined);
  }

  const isAsked = course.hasDiagnostics || /[?&#]diagnostics\b/.test(location.href);
  const status = () => {
    showSaveStatus(connection, course);
    const isLost = connection.recorder.saveStatus === 'not-saved';
    if (isAsked || isLost || connection.problem !== undefined) show('shell-diagnose', true);
  };
  connection.recorder.subscribe(status);
  status();
  if (connection.session.place === 'lms') begun();

  onClick('shell-diagnose', () => {
    isDiagnosed = true;
    frame.open('package/diagnostics.html');
  });
  wire(connection, frame, iframe);
  printWholePage(iframe);
  frame.open(resumeAddress(connection.session, course));
}

type Connection = ReturnType<typeof openConnection>;
type Frame = ReturnType<typeof courseFrame>;

function wire(connection: Connection, frame: Frame, iframe: HTMLIFrameElement) {
  onClick('failed-retry', () => frame.retry());
  onClick('shell-exit', () => void leave(connection, iframe));
  onClick('unread-agree', () => {
    connection.session.agree();
    show('shell-unread', false);
    iframe.focus();
  });
  const look = () =>
    document.visibilityState === 'hidden' ? connection.session.hide() : connection.session.show();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', () => connection.session.retry());
  // The session ends with the page, even if it goes into the back/forward cache: an LMS that adds up time at
  // the end of a session would lose it. A restored page starts again (P10).
  window.addEventListener('pagehide', () => void connection.session.close());
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
    else look();
  });
}

/** Shows that the page in the frame is recorded by another launch; hidden if it is recorded here. */
function showOtherPart(part: OtherPart | undefined) {
  const name = element('shell-other-part')?.querySelector('[data-part]');
  if (name && part) name.textContent = part.title;
  show('shell-other-part', part !== undefined);
}

/** Shows what is in the frame instead of a course page; hidden if a course page is there. */
function failed(why: 'error' | 'login' | 'other-build' | undefined) {
  choose(element('shell-failed'), 'why', why ?? '');
  show('failed-retry', why === 'error');
  show('shell-failed', why !== undefined);
}

const environment = (copies: NonNullable<SessionEnvironment['copies']>): SessionEnvironment => ({
  copies,
  place: 'lms',
  store: () => window.localStorage,
  now: () => Date.now(),
  // An animation frame runs before its paint; a task queued in it runs after the paint.
  defer: (work) => requestAnimationFrame(() => setTimeout(work)),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible: document.visibilityState === 'visible',
});

const resumeAddress = ({ attempt }: Session, { pages, start }: CourseData): string =>
  pages.find(({ id }) => id === attempt.location)?.href ?? start;

/** Saves, ends the session, and confirms it on a plain page; a script may not close the window (P19). */
async function leave({ session }: Connection, iframe: HTMLIFrameElement) {
  const isKept = await session.close();
  iframe.remove();
  show('shell-main', false);
  const place = element('shell-closed');
  const unsaved = session.hasCopy ? 'not-saved' : 'no-copy';
  choose(place, 'closed', isKept ? session.saveStatus : unsaved);
  const receipt = element('shell-receipt');
  if (!isKept && receipt) {
    receipt.hidden = false;
    place?.append(receipt);
  }
  show('shell-closed', true);
  place?.focus();
}
