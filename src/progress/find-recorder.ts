import { freshAttempt, record } from './attempt.ts';
import { listenersOf } from './listeners.ts';
import type { Recorder, ShellWindow } from './recorder.ts';
import { type Durability, websiteSession, type WebsiteWindow } from './website-session.ts';

/** The subset of `Window` that the recorder of a page needs. */
export interface PageWindow extends WebsiteWindow {
  readonly parent: unknown;
}

/**
 * The recorder of the page: in a package that of its shell, on the website one that stores the attempt in this browser.
 * @param course id of the course
 * @param page the window of the page; `<html data-package>` says that it belongs to a package
 * @param durability for the website; absent if no copy on the disk is possible
 */
export function findRecorder(course: string, page: PageWindow, durability?: Durability): Recorder {
  if (page.document.documentElement.dataset['package'] === undefined)
    return websiteSession(course, page, durability);
  return fromShell(page) ?? memoryRecorder();
}

function fromShell(page: PageWindow): Recorder | undefined {
  try {
    const shell = page.parent === page ? undefined : (page.parent as ShellWindow).atiShell;
    if (shell === undefined) return undefined;
    const { tell, subscribe } = listenersOf();
    let end = shell.subscribe(tell);
    // The shell outlives the page, so its listeners are removed until the page is restored.
    page.addEventListener('pagehide', () => end());
    page.addEventListener('pageshow', (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      end = shell.subscribe(tell);
      tell();
    });
    return Object.assign(Object.create(shell) as Recorder, { subscribe });
  } catch {
    // The parent has another origin: the page is framed by another site.
    return undefined;
  }
}

/** The recorder for a page of a package without its shell: everything works, nothing is recorded. */
function memoryRecorder(): Recorder {
  const { tell, subscribe } = listenersOf();
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
