import type { CourseData, OtherPart, PageEntry } from './course-data.ts';

/** Events of the frame that the shell handles. */
export interface FrameEvents {
  /** A page of the course is there; `entry` where it is one to resume at. */
  readonly opened: (title: string, entry: PageEntry | undefined) => void;
  /**
   * Something else than a page of this course is there: an error of the server or of the network, a page of
   * the LMS that asks to log in, or a page of another build of the course.
   */
  readonly failed: (why: 'error' | 'login' | 'other-build') => void;
  /** The learner did something in the page. */
  readonly active: () => void;
}

/** The frame in which the pages of the course are read. */
export interface CourseFrame {
  /** Opens a page of the course, by its address relative to the shell. */
  open(href: string): void;
  /** The part of the course, other than that of the shell, to which the page that is there belongs. */
  otherPart(): OtherPart | undefined;
  /** Opens again what could not be loaded. */
  retry(): void;
}

/**
 * Watches the frame. Pages follow one another by plain links and by the browser's own history; the
 * shell only sees what has arrived, so a failed request or a reload of the frame costs nothing.
 */
export function courseFrame(
  frame: HTMLIFrameElement,
  course: Pick<CourseData, 'pages' | 'build' | 'others'>,
  events: FrameEvents,
): CourseFrame {
  const base = frame.ownerDocument.baseURI;
  const byAddress = new Map(
    course.pages.map((entry) => [withoutFragment(new URL(entry.href, base).href), entry]),
  );
  /** Addresses that were loaded anew, because a cache gave a page of another build. */
  const reloaded = new Set<string>();
  let last = '';

  frame.addEventListener('load', () => {
    const page = pageIn(frame);
    if (page === undefined) return events.failed('error');
    const { href } = page.location;
    if (href === 'about:blank') return;
    const { dataset, style } = page.document.documentElement;
    if (dataset['package'] === undefined) {
      const asksToLogIn = page.document.querySelector('input[type="password"]') !== null;
      return events.failed(asksToLogIn ? 'login' : 'error');
    }
    last = href;
    // The frame around the course wears the colours that its reader chose.
    frame.ownerDocument.documentElement.style.cssText = style.cssText;
    for (const sign of ['pointerdown', 'keydown', 'scroll'])
      page.addEventListener(sign, events.active, { passive: true });
    const { title } = page.document;
    frame.title = title;
    events.opened(title, byAddress.get(withoutFragment(href)));
    if (dataset['build'] === course.build) return;
    if (reloaded.has(withoutFragment(href))) return events.failed('other-build');
    reloaded.add(withoutFragment(href));
    page.location.reload();
  });

  const open = (address: string) => {
    last = address;
    // `replace`, so that the way back does not lead to an empty frame.
    if (pageIn(frame)?.location.href === 'about:blank')
      frame.contentWindow?.location.replace(address);
    else frame.src = address;
  };

  const others = course.others?.map((part) => ({
    part,
    starts: part.pages.map((page) => new URL(page, base).href),
  }));

  return {
    otherPart() {
      const here = withoutFragment(pageIn(frame)?.location.href ?? '');
      return others?.find(({ starts }) =>
        starts.some((start) => (start.endsWith('/') ? here.startsWith(start) : here === start)),
      )?.part;
    },
    open: (href) => open(new URL(href, base).href),
    retry: () => open(last),
  };
}

const withoutFragment = (address: string) => address.replace(/[?#].*/, '');

/** The window of what is in the frame; undefined where the browser does not let the shell look. */
function pageIn(frame: HTMLIFrameElement): Window | undefined {
  try {
    const page = frame.contentWindow;
    // The browser's own error page is of another origin, and reading this of it throws.
    return page?.document.documentElement ? page : undefined;
  } catch {
    return undefined;
  }
}
