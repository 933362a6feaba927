import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { buildPackages } from '../../scorm/cli.ts';
import { withSite } from './local-site.ts';
import { benchFolder, type MeasuredBuild } from './measured-build.ts';
import { median, type Table, whole } from './table.ts';

/** Time for which a commit freezes the page, in milliseconds. */
const commitTakes = 3000;

interface Waited {
  /** Milliseconds from the click until the feedback stands in the page. */
  readonly shown: number;
  /** ... until the frame with it was painted; absent where the browser did not tell. */
  readonly painted?: number;
  /** ... until the LMS was asked to commit. */
  readonly asked: number;
}

/** Times that a learner waits for the feedback to a decision in a real browser, when the LMS is slow (P17). */
export async function slowLms(
  browser: Browser,
  { folder, course }: MeasuredBuild,
  runs: number,
): Promise<Table> {
  const href = course.modules.flatMap(({ cases }) => cases)[0]?.href;
  if (href === undefined) throw new Error('The course has no case.');
  const root = join(benchFolder, 'lms');
  await hostPackage(folder, `ati-course-${course.language}-scorm12.zip`, root);
  const waits = await withSite(root, async (base) => {
    const all: Waited[] = [];
    for (let run = 0; run < runs; run++) all.push(await decideOnce(browser, base, href));
    return all;
  });
  const middle = (what: keyof Waited) => {
    const known = waits.flatMap((wait) => wait[what] ?? []);
    return known.length === 0 ? '-' : whole(median(known));
  };
  return {
    title: 'From click to feedback, with an LMS that takes 3 s for a commit',
    head: ['act', 'in the page', 'painted', 'LMS asked to commit'],
    rows: [
      ['a decision of a case (SCORM 1.2)', middle('shown'), middle('painted'), middle('asked')],
    ],
    notes: [
      `ms after the click, middle of ${runs}; "painted" as the browser tells it, in steps of 8 ms. The page gives its frame away before it asks the LMS, so the screen shows it while the commit runs.`,
    ],
  };
}

/** Puts a package into a folder, below a page that an LMS would show it in. */
async function hostPackage(dist: string, name: string, root: string) {
  rmSync(root, { recursive: true, force: true });
  await buildPackages(['--standard', 'scorm12'], dist, () => undefined);
  const files = unzipSync(readFileSync(join(dist, 'packages', name)));
  for (const [path, bytes] of Object.entries(files)) {
    const target = join(root, 'course', path);
    mkdirSync(dirname(target), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(target, bytes);
  }
  const frame = '<iframe src="course/index.html" width="1000" height="700" title="course">';
  writeFileSync(join(root, 'index.html'), `<!doctype html><title>LMS</title>${frame}</iframe>`);
}

async function decideOnce(browser: Browser, base: string, href: string): Promise<Waited> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  try {
    await page.addInitScript(putApi, commitTakes);
    await page.goto(base);
    const shell = page.frameLocator('iframe');
    const pages = shell.frameLocator('#shell-frame');
    await pages.locator('h1').waitFor();
    await shell.locator('#shell-frame').evaluate((frame: HTMLIFrameElement, to) => {
      frame.contentWindow?.location.assign(new URL(to, frame.ownerDocument.location.href).href);
    }, href);
    const choices = pages.locator('[data-part="choices"]');
    const on = pages.locator('[data-part="on"]');
    await pages.locator('[data-part="play"]').waitFor();
    while (!(await choices.isVisible())) await on.click();
    const course = page.frames().find((frame) => frame.url().endsWith(href));
    if (course === undefined) throw new Error('The page of the case did not open.');
    await course.evaluate(watchFeedback);
    await choices.locator('button').first().click();
    const { clicked, shown } = await course.evaluate(
      () => (window as unknown as Watching).feedback,
    );
    const commits = await committed(page);
    const painted = await course.evaluate(() => (window as unknown as Watching).painted);
    const asked = commits.find((at) => at >= clicked);
    if (asked === undefined) throw new Error('The decision was not committed.');
    return { shown: shown - clicked, asked: asked - clicked, ...(painted > 0 && { painted }) };
  } finally {
    await page.close();
  }
}

type WithCommits = Window & { commits: number[] };

/** Waits for a commit to come back, and gives when each was asked for, as wall-clock milliseconds. */
async function committed(page: Page): Promise<number[]> {
  await page.waitForFunction(() => (window as unknown as WithCommits).commits.length > 0);
  await page.waitForTimeout(200);
  return page.evaluate(() => (window as unknown as WithCommits).commits);
}

/** Runs in the page of the LMS: an API that keeps nothing but freezes everything at a commit. */
function putApi(takes: number) {
  if (window !== window.top) return;
  const values = new Map<string, string>();
  const commits: number[] = [];
  const now = () => performance.timeOrigin + performance.now();
  const API = {
    LMSInitialize: () => 'true',
    LMSFinish: () => 'true',
    LMSGetValue: (name: string) => values.get(name) ?? '',
    LMSSetValue: (name: string, value: string) => String(values.set(name, value).has(name)),
    LMSCommit: () => {
      const start = now();
      commits.push(start);
      while (now() - start < takes);
      return 'true';
    },
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  };
  Object.assign(window, { API, commits });
}

interface Watching {
  readonly feedback: Promise<{ clicked: number; shown: number }>;
  readonly painted: number;
}

/** Runs in the page of the case: notes when it is clicked, and when the feedback stands there. */
function watchFeedback() {
  let clicked = 0;
  const watching = { painted: 0, feedback: undefined as unknown };
  watching.feedback = new Promise((resolve) => {
    addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true });
    new MutationObserver((_, observer) => {
      const why = document.querySelector('[data-part="why"]');
      if (clicked === 0 || why?.checkVisibility() !== true) return;
      observer.disconnect();
      const { timeOrigin } = performance;
      resolve({ clicked: timeOrigin + clicked, shown: timeOrigin + performance.now() });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'click' && startTime === clicked) watching.painted = duration;
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  Object.assign(window, watching);
  Object.defineProperty(window, 'painted', { get: () => watching.painted });
}
