import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { startPreview } from '../../scorm/preview/preview.ts';
import type { View } from '../../scorm/preview/cmi5/view.ts';
import { siteServer } from '../../src/publish/serve.ts';
import type { Place } from './learner.ts';
import { pages, shell } from './preview-lms.ts';

/** Record of a learner on a platform, in words that all standards share. */
export interface Reported {
  readonly completion: string;
  readonly success: string;
  readonly score: number;
  /** Time of all sessions together. */
  readonly seconds: number;
  /** Ids of answers and decisions with their results, sorted. */
  readonly rows: readonly string[];
}

/** State that a shelf keeps in the end. */
export interface Kept {
  /** The attempt, encoded: `record` of the website as JSON, `state` of a platform as suspend data. */
  readonly record?: string;
  readonly state?: string;
  readonly location: string;
  /** Record on a platform; absent elsewhere. */
  readonly reported?: Reported;
}

/** A place where the course is taken: the website, a stick, or a platform. */
export interface Shelf {
  /** Opens the course, as a learner does who comes (back). */
  enter(): Promise<void>;
  /** The page or frame in which the learner sees the course. */
  readonly place: Place;
  readonly page: Page;
  /** The page to which a learner comes back: the one they left, or the next to be done. */
  readonly resumesAt: 'page-left' | 'next-to-do';
  visit(href: string): Promise<void>;
  /** Address of the page of the course that is shown, below the root of the course. */
  shown(): Promise<string>;
  leave(): Promise<void>;
  /** Loses all that is written from now on, until `find`, which makes sure that something was lost. */
  lose(): Promise<void>;
  find(): Promise<void>;
  kept(): Promise<Kept>;
  close(): Promise<void>;
}

/** The website, or a copy of it on a disk. @param root address, ending in a slash */
function sitePages(context: BrowserContext, page: Page, root: string, courseId: string): Shelf {
  let isBack = false;
  return {
    page,
    place: page,
    resumesAt: 'next-to-do',
    async enter() {
      await page.goto(`${root}en/index.html`);
      if (isBack) await page.locator('[data-begin]').click();
      isBack = true;
    },
    async visit(href) {
      await page.goto(root + href);
    },
    shown: () => Promise.resolve(page.url().slice(root.length)),
    async leave() {
      await page.goto('about:blank');
    },
    async lose() {
      await page.evaluate(() => {
        const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
        let refused = 0;
        const refuse = () => {
          refused++;
          throw new DOMException('full', 'QuotaExceededError');
        };
        Object.defineProperty(Storage.prototype, 'setItem', { ...own, value: refuse });
        const storesAgain = () => {
          Object.defineProperty(Storage.prototype, 'setItem', own);
          return refused;
        };
        Object.assign(window, { storesAgain });
      });
    },
    async find() {
      const refused = await page.evaluate(() =>
        (window as unknown as { storesAgain: () => number }).storesAgain(),
      );
      expect(refused).toBeGreaterThan(0);
    },
    async kept() {
      await page.goto(`${root}en/glossary.html`);
      const record = await page.evaluate((key) => localStorage.getItem(key), `ati:${courseId}`);
      const { location } = JSON.parse(record ?? '{}') as { location?: string };
      return { record: record ?? '', location: location ?? '' };
    },
    close: () => context.close(),
  };
}

export async function website(context: BrowserContext, dist: string, courseId: string) {
  const server = siteServer(`${dist}/site`);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const shelf = sitePages(context, await context.newPage(), `http://127.0.0.1:${port}/`, courseId);
  return {
    ...shelf,
    async close() {
      await shelf.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export async function stick(context: BrowserContext, zip: string, courseId: string) {
  const folder = mkdtempSync(join(tmpdir(), 'a stick '));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const root = pathToFileURL(join(folder, 'ati-course/course/')).href;
  const shelf = sitePages(context, await context.newPage(), root, courseId);
  return {
    ...shelf,
    async close() {
      await shelf.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A platform: the preview LMS with a package. @param id of the standard */
export async function platform(
  context: BrowserContext,
  packages: string,
  id: string,
): Promise<Shelf> {
  const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  const preview = await startPreview({ port: 0, packages, attempts });
  const page = await context.newPage();
  await page.goto(`${preview.url}lms?package=ati-course-en-${id}.zip`);
  await page.locator('.panel > details > summary').click();
  const trouble = page.locator(id === 'cmi5' ? '[data-trouble="refuses"]' : '#commit-false');
  const frame = () => shell(page).locator('#shell-frame');
  const root = () =>
    frame().evaluate(({ ownerDocument }) => new URL('./', ownerDocument.location.href).href);
  return {
    page,
    place: pages(page),
    resumesAt: 'page-left',
    async enter() {
      await page.locator('#launch').click();
      await expect(pages(page).locator('h1')).toBeVisible();
    },
    async visit(href) {
      await frame().evaluate((element: HTMLIFrameElement, to) => {
        const { href: own } = element.ownerDocument.location;
        element.contentWindow?.location.assign(new URL(to, own).href);
      }, href);
    },
    async shown() {
      const address = await frame().evaluate(
        (element: HTMLIFrameElement) => element.contentWindow?.location.href ?? '',
      );
      return address.slice((await root()).length);
    },
    async leave() {
      await page.locator('#close').click();
      await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
    },
    lose: () => trouble.check(),
    async find() {
      await expect(page.locator('#calls [data-call]:not([data-error="0"])').first()).toBeAttached();
      await trouble.uncheck();
    },
    kept: () => (id === 'cmi5' ? keptByStatements(page) : keptByElements(page, id === 'scorm12')),
    async close() {
      await context.close();
      await preview.close();
      rmSync(attempts, { recursive: true });
    },
  };
}

interface Console {
  readonly previewLms: {
    readonly elements: () => Readonly<Record<string, string>>;
    readonly view: () => View | undefined;
  };
}

async function keptByElements(page: Page, is12: boolean): Promise<Kept> {
  const elements = await page.evaluate(() => (window as unknown as Console).previewLms.elements());
  const value = (name: string) => elements[name] ?? '';
  const status = value('cmi.core.lesson_status');
  const rows = Object.keys(elements).flatMap((name) => {
    const [, row] = /^cmi\.interactions\.(\d+)\.id$/.exec(name) ?? [];
    if (row === undefined) return [];
    const result = value(`cmi.interactions.${row}.result`);
    return `${value(name)} ${result === 'wrong' ? 'incorrect' : result}`;
  });
  return {
    state: value('cmi.suspend_data'),
    location: value(is12 ? 'cmi.core.lesson_location' : 'cmi.location'),
    reported: {
      completion: is12
        ? ['passed', 'completed'].includes(status)
          ? 'completed'
          : 'incomplete'
        : value('cmi.completion_status'),
      success: is12 ? status : value('cmi.success_status'),
      score: is12 ? Number(value('cmi.core.score.raw')) / 100 : Number(value('cmi.score.scaled')),
      seconds: secondsOf(value(is12 ? 'cmi.core.total_time' : 'cmi.total_time')),
      rows: rows.toSorted(),
    },
  };
}

async function keptByStatements(page: Page): Promise<Kept> {
  const view = await page.evaluate(() => (window as unknown as Console).previewLms.view());
  const { elements = {}, statements = [] } = view ?? {};
  const document = JSON.parse(elements['state ati.progress'] ?? '{}') as Record<string, string>;
  // A later answer to the same question stands for the earlier, as a row that is written over.
  const rows = new Map(
    statements
      .filter(({ verb }) => verb === 'answered')
      .map(({ about, text }) => {
        const { result } = JSON.parse(text) as { result?: { success?: boolean } };
        const told = result?.success;
        return [about, told === undefined ? 'neutral' : told ? 'correct' : 'incorrect'];
      }),
  );
  return {
    state: document['suspendData'] ?? '',
    location: document['location'] ?? '',
    reported: {
      completion: elements['completed'] === 'true' ? 'completed' : 'incomplete',
      success: elements['success'] ?? '',
      score: Number(elements['score.scaled']),
      seconds: secondsOf(elements['time'] ?? ''),
      rows: Array.from(rows, ([id, result]) => `${id} ${result}`).toSorted(),
    },
  };
}

/** Seconds of `0000:02:30.00` (SCORM 1.2), or of `PT2M30S`. */
function secondsOf(time: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(\d+):(\d+):([\d.]+)$/.exec(time) ??
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(time) ??
    [];
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
}
