import { isBlank } from '../../src/progress/attempt.ts';
import { isOutdated } from '../../src/progress/version-upgrade.ts';
import { browserDriver } from '../../src/progress/browser.ts';
import type { ShellWindow } from '../../src/progress/recorder.ts';
import { backupName } from '../../src/progress/local-backup.ts';
import { openSession, type Session, type SessionEnvironment } from '../../src/progress/session.ts';
import { type SynchronousDriver, TrackingError } from '../../src/progress/driver.ts';
import type { CourseData } from './course-data.ts';
import { courseFrame } from './frame.ts';
import { receiptText } from './receipt-text.ts';

declare global {
  interface Window extends ShellWindow {
    /** Written by the packager. */
    atiCourse?: CourseData;
  }
}

/**
 * Runs the page in which a package starts: it owns the one session with the LMS while the pages of
 * the course come and go in its frame (ADR 1).
 * @param connect gives the driver of the package's standard; undefined where there is no LMS
 */
export function startShell(connect: () => SynchronousDriver | undefined): void {
  const course = window.atiCourse;
  const iframe = element('shell-frame');
  if (course === undefined || !(iframe instanceof HTMLIFrameElement))
    throw new Error('no course data or no frame');

  const session = open(connect, course);
  window.atiShell = session;

  const frame = courseFrame(iframe, course, {
    opened(title, entry) {
      document.title = title;
      show('shell-failed', false);
      if (entry) session.record({ type: 'page.opened', page: entry.id });
    },
    failed() {
      // From a disk a browser lets no page look into its frame: there the pages are read by themselves.
      if (session.place === 'untracked' && location.protocol === 'file:')
        location.replace(course.start);
      else show('shell-failed', true);
    },
    active: () => session.active(),
  });

  notices(session, course);
  session.subscribe(() => keepingLine(session, course));
  keepingLine(session, course);

  on('failed-retry', () => frame.retry());
  on('updated-more', () => {
    show('shell-updated', false);
    frame.open(course.record);
  });
  // Its page shows the note about the update until it is put away, here or there.
  on('updated-dismiss', () => session.record({ type: 'upgrade.dismissed' }));
  on('shell-exit', () => leave(session, iframe));
  on('offer-accept', () => {
    session.accept();
    show('shell-offer', false);
    frame.open(resumeAddress(session, course));
  });
  on('offer-decline', () => {
    session.decline();
    show('shell-offer', false);
    iframe.focus();
  });

  const look = () => (document.visibilityState === 'hidden' ? session.hide() : session.show());
  document.addEventListener('visibilitychange', look);
  // A page that may come back from the browser's cache keeps its session (P10).
  window.addEventListener('pagehide', ({ persisted }) =>
    persisted ? session.hide() : session.close(),
  );
  window.addEventListener('pageshow', look);

  // The same learner saved in another window: the one that saves last writes over the other.
  window.addEventListener('storage', ({ key }) => {
    if (key === backupName(session.learnerKey ?? '')) show('shell-elsewhere', true);
  });

  frame.open(resumeAddress(session, course));
}

const element = (id: string) => document.getElementById(id);

const on = (id: string, act: () => void) => element(id)?.addEventListener('click', act);

function show(id: string, isShown: boolean) {
  const found = element(id);
  if (found) found.hidden = !isShown;
}

/** Shows of several texts, marked `data-<name>="value"`, the one that is meant. */
function choose(place: Element | null, name: string, value: string) {
  for (const text of place?.querySelectorAll<HTMLElement>(`[data-${name}]`) ?? [])
    text.hidden = text.dataset[name] !== value;
}

const environment: Omit<SessionEnvironment, 'place' | 'isVisible'> = {
  store: () => window.localStorage,
  now: () => Date.now(),
  // An animation frame comes before its paint; a task set in it comes after.
  defer: (work) => requestAnimationFrame(() => setTimeout(work)),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

function open(connect: () => SynchronousDriver | undefined, course: CourseData): Session {
  const isVisible = document.visibilityState === 'visible';
  const lms = connect();
  if (lms) {
    try {
      return openSession(lms, course, { ...environment, place: 'lms', isVisible });
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      // What the administrator needs in order to find out alone why nothing is tracked.
      console.warn(error.message);
    }
  }
  // The course runs on in memory: on a shared computer nothing may stay of an unknown learner.
  const memory = new Map<string, string>();
  const driver = browserDriver(
    {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
    course.id,
  );
  return openSession(driver, course, { ...environment, place: 'untracked', isVisible });
}

const resumeAddress = ({ attempt }: Session, { pages, start }: CourseData): string =>
  pages.find(({ id }) => id === attempt.location)?.href ?? start;

/** What the learner should know at the start, each said only where it is so. */
function notices(session: Session, { pages, version }: CourseData) {
  show('shell-no-lms', session.place === 'untracked');
  show('shell-exit', session.place === 'lms');
  show('shell-review', session.mode !== 'normal');
  show('shell-damaged', session.problem !== undefined);

  const percent = element('shell-mastery')?.querySelector('[data-percent]');
  if (session.masteryScore !== undefined && percent) {
    const form = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
    percent.textContent = form.format(session.masteryScore);
    show('shell-mastery', true);
  }

  const parts = element('shell-updated')?.querySelector('[data-parts]');
  const changed = session.lost.filter(({ why }) => why === 'changed');
  for (const { id } of changed) {
    const line = document.createElement('li');
    line.textContent = pages.find((page) => page.id === id)?.title ?? id;
    parts?.append(line);
  }
  show('shell-afresh', changed.length > 0);
  const { attempt } = session;
  const isUpdated =
    attempt.edition !== undefined && !isBlank(attempt) && isOutdated(attempt, version);
  show('shell-updated', changed.length > 0 || isUpdated || attempt.edition?.since !== undefined);

  const { offer } = session;
  if (offer) {
    for (const place of document.querySelectorAll<HTMLElement>('[data-offer]')) {
      const count = offer[place.dataset['offer'] as keyof typeof offer];
      place.textContent = String(count);
      const line = place.closest('div');
      if (line) line.hidden = count === 0;
    }
    show('shell-offer', true);
  }

  for (const button of document.querySelectorAll('[data-dismiss]'))
    button.addEventListener('click', () => {
      const notice = button.closest<HTMLElement>('[id]');
      if (notice) notice.hidden = true;
    });
}

function keepingLine(session: Session, course: CourseData) {
  const line = element('shell-keeping');
  const { saveStatus } = session;
  const before = line?.dataset['state'];
  if (line && before !== saveStatus) {
    // Each page moves the line from kept to pending and back: seen, but not read out.
    const isCalm = [before, saveStatus].every((state) => state === 'kept' || state === 'pending');
    line.ariaLive = isCalm ? 'off' : 'polite';
    line.dataset['state'] = saveStatus;
    choose(line, 'keeping', saveStatus);
  }
  const receipt = element('shell-receipt');
  if (receipt === null) return;
  receipt.hidden = saveStatus !== 'not-saved';
  const text = receipt.querySelector('[data-receipt]');
  if (saveStatus === 'not-saved' && text instanceof HTMLTextAreaElement)
    text.value = receiptText(session, course, receipt.dataset);
}

/** Saves, ends the session, and says so on a plain page; a script may not close the window (P19). */
function leave(session: Session, iframe: HTMLIFrameElement) {
  const isKept = session.close();
  iframe.remove();
  show('shell-main', false);
  choose(element('shell-closed'), 'closed', isKept ? session.saveStatus : 'not-saved');
  show('shell-closed', true);
  element('shell-closed')?.focus();
}
