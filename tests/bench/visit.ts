import type { Browser, Page } from '@playwright/test';
import type { PageKind } from './page-kinds.ts';
import { freshPhone, slowDownPhone } from './slow-phone.ts';
import { Wire } from './wire.ts';

/** One visit of one page. Times are milliseconds from the start of the navigation. */
export interface Visit {
  readonly bytes: number;
  readonly requests: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Time at which the page's scripts, all of them deferred, have run: from here on it can be used. */
  readonly contentLoaded: number;
  /** Time of tasks beyond 50 ms each, from the first paint on. */
  readonly blocked: number;
  /** Sum of the unasked movements of content on the screen (Layout Instability). */
  readonly shift: number;
  /** Time from the first keystroke to the first result. */
  readonly found?: number;
}

/** Type that the DOM library does not know yet: https://wicg.github.io/layout-instability/ */
interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** Time without traffic after which a page has settled, in milliseconds. */
const settled = 1500;

type Watched = Window & {
  bench: { largest: number; shift: number; tasks: [start: number, length: number][] };
};

/**
 * Visits a page on a slow phone.
 * @param base address of the site
 */
export async function visit(
  browser: Browser,
  base: string,
  { href, after, isPrefetched, query }: Omit<PageKind, 'name'>,
): Promise<Visit> {
  const { page, session } = await freshPhone(browser);
  try {
    if (after !== undefined) await page.goto(base + after, { waitUntil: 'networkidle' });
    if (isPrefetched) await fetched(page, base + href);
    await slowDownPhone(session);
    const wire = new Wire(session);
    await page.addInitScript(watch);
    await page.goto(base + href);
    await wire.quiet(settled);
    const paint = await page.evaluate(read);
    if (query === undefined) return { ...paint, bytes: wire.bytes, requests: wire.requests };
    const found = await searchFor(page, query);
    await wire.quiet(settled);
    const { blocked } = await page.evaluate(read);
    return { ...paint, blocked, found, bytes: wire.bytes, requests: wire.requests };
  } finally {
    await page.context().close();
  }
}

/** Waits until the page has asked for another by itself. @throws where it does not */
async function fetched(page: Page, address: string): Promise<void> {
  try {
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, address, {
      timeout: 10_000,
    });
  } catch {
    throw new Error(`${page.url()} does not ask for ${address} while it is read.`);
  }
}

/** Runs in the page, before anything of it. */
function watch() {
  const bench: Watched['bench'] = { largest: 0, shift: 0, tasks: [] };
  (window as unknown as Watched).bench = bench;
  const each = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  each('largest-contentful-paint', ({ startTime }) => (bench.largest = startTime));
  each('layout-shift', (entry) => {
    const { hadRecentInput, value } = entry as unknown as LayoutShift;
    if (!hadRecentInput) bench.shift += value;
  });
  each('longtask', ({ startTime, duration }) => bench.tasks.push([startTime, duration]));
}

/** Runs in the page, once it has settled. */
function read() {
  const { largest, shift, tasks } = (window as unknown as Watched).bench;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!paint || !navigation) throw new Error('The page painted nothing.');
  return {
    firstPaint: paint.startTime,
    largestPaint: largest,
    shift,
    contentLoaded: navigation.domContentLoadedEventEnd,
    blocked: tasks
      .filter(([start]) => start >= paint.startTime)
      .reduce((sum, [, length]) => sum + length - 50, 0),
  };
}

async function searchFor(page: Page, query: string): Promise<number> {
  await page.evaluate(() => {
    const waiting = new Promise<number>((resolve) => {
      let start = 0;
      addEventListener('input', () => (start ||= performance.now()), { capture: true });
      new MutationObserver((_, observer) => {
        if (!document.querySelector('search-results [data-part="list"] a')) return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(document, { subtree: true, childList: true });
    });
    Object.assign(window, { waiting });
  });
  await page.locator('#q').fill(query);
  return page.evaluate(() => (window as unknown as { waiting: Promise<number> }).waiting);
}
