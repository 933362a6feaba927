import type { CourseData, OtherPart, PageEntry } from './course-data.ts';

/** Events of the frame that the shell handles. */
export interface FrameEvents {
  /** A page of the course has loaded; `entry` if learners can resume at it. */
  readonly opened: (title: string, entry: PageEntry | undefined) => void;
  /**
   * Something other than a page of this course has loaded: a server or network error, a login page of the LMS,
   * or a page of another build.
   */
  readonly failed: (why: 'error' | 'login' | 'other-build') => void;
  /** The learner did something in the page. */
  readonly active: () => void;
}

/** The frame that shows the pages of the course. */
export interface CourseFrame {
  /** Opens a page of the course by its URL relative to the shell. */
  open(href: string): void;
  /** The part of the course that the loaded page belongs to, if not the part of the shell. */
  otherPart(): OtherPart | undefined;
  /** Opens again the page that could not be loaded. */
  retry(): void;
}

/**
 * Watches the frame. Navigation uses plain links and the browser history; the shell only observes loaded pages,
 * so a failed request or a reload of the frame loses nothing.
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
  /** URLs that were reloaded because a cache had served a page of another build. */
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
    // The shell uses the colours that the reader chose in the course.
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
    // `replace`, so that Back does not lead to an empty frame.
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

/** The window in the frame; undefined if the shell may not access it. */
function pageIn(frame: HTMLIFrameElement): Window | undefined {
  try {
    const page = frame.contentWindow;
    // A browser's error page has another origin, so this access throws.
    return page?.document.documentElement ? page : undefined;
  } catch {
    return undefined;
  }
}
