import type { CourseData, PageEntry } from './course-data.ts';

/** What the shell learns from its frame. */
export interface FrameEvents {
  /** A page of the course is there; `entry` where it is one to resume at. */
  readonly opened: (title: string, entry: PageEntry | undefined) => void;
  /** What is there is no page of the course: an error of the server, or of the network. */
  readonly failed: () => void;
  /** The learner did something in the page. */
  readonly active: () => void;
}

/** The frame in which the pages of the course are read. */
export interface CourseFrame {
  /** Opens a page of the course, by its address relative to the shell. */
  open(href: string): void;
  /** Opens again what could not be loaded. */
  retry(): void;
}

/**
 * Watches the frame. Pages follow one another by plain links and by the browser's own history; the
 * shell only sees what has arrived (ADR 1: a failed request or a reload of the frame costs nothing).
 */
export function courseFrame(
  frame: HTMLIFrameElement,
  course: Pick<CourseData, 'pages'>,
  events: FrameEvents,
): CourseFrame {
  const base = frame.ownerDocument.baseURI;
  const byAddress = new Map(
    course.pages.map((entry) => [withoutFragment(new URL(entry.href, base).href), entry]),
  );
  let last = '';

  frame.addEventListener('load', () => {
    const page = pageIn(frame);
    if (page === 'blank') return;
    if (page === undefined) {
      events.failed();
      return;
    }
    last = page.location.href;
    for (const sign of ['pointerdown', 'keydown', 'scroll'])
      page.addEventListener(sign, events.active, { passive: true });
    const { title } = page.document;
    frame.title = title;
    events.opened(title, byAddress.get(withoutFragment(page.location.href)));
  });

  const open = (address: string) => {
    last = address;
    // `replace`, so that the way back does not lead to an empty frame.
    if (pageIn(frame) === 'blank') frame.contentWindow?.location.replace(address);
    else frame.src = address;
  };

  return { open: (href) => open(new URL(href, base).href), retry: () => open(last) };
}

const withoutFragment = (address: string) => address.replace(/[?#].*/, '');

/** The window of a page of this course; undefined when something else is in the frame. */
function pageIn(frame: HTMLIFrameElement): Window | 'blank' | undefined {
  try {
    const page = frame.contentWindow;
    if (page === null) return undefined;
    if (page.location.href === 'about:blank') return 'blank';
    return page.document.documentElement.dataset['package'] === undefined ? undefined : page;
  } catch {
    // The browser's own error page is of another origin.
    return undefined;
  }
}
