import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { builtCourse } from '../browser/learner.ts';
import { storeRecord } from '../browser/stored-record.ts';

const course = builtCourse();
const site = 'dist/site';

/** A page for each set of scripts and elements of ours that pages have: what moves late follows from these. */
function pagesByScript(): readonly string[] {
  const pages = new Map<string, string>();
  for (const path of globSync('{index,en/**/*}.html', { cwd: site }).toSorted()) {
    if (/^en[/\\](?:handbook|workshop)[/\\]/.test(path)) continue;
    const html = readFileSync(join(site, path), 'utf8');
    const traits = html.match(/<[a-z]+-[a-z-]+|<script [^>]+>|data-(?:late|print|picture)/g) ?? [];
    const key = [...new Set(traits)].map((trait) => trait.replaceAll('../', '')).toSorted();
    if (!pages.has(key.join())) pages.set(key.join(), path);
  }
  return [...pages.values()];
}

/** Runs in the page, before anything of it: adds up what moved and was not asked for. */
function watch() {
  const kept = window as unknown as { moved: { sum: number; names: string[] } };
  kept.moved = { sum: 0, names: [] };
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node?: Node }[];
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      if (hadRecentInput) continue;
      kept.moved.sum += value;
      kept.moved.names.push(...sources.map(({ node }) => String(node?.nodeName)));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a page whose scripts come after it was painted. @returns what moved, and how far */
async function movedOn(page: Page, path: string) {
  let release = () => {};
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  release();
  await page.waitForLoadState('load');
  // Time for what the scripts load in their turn.
  await page.waitForTimeout(250);
  const moved = await page.evaluate(() => (window as unknown as { moved: object }).moved);
  await page.unroute('**/*.js');
  return moved as { readonly sum: number; readonly names: readonly string[] };
}

for (const [width, height] of [
  [360, 640],
  [1280, 800],
] as const)
  test(`P67: nothing moves when scripts load late, ${width} pixels wide @wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(watch);
    const faults: string[] = [];
    for (const path of pagesByScript()) {
      const { sum, names } = await movedOn(page, path);
      if (sum > 0.01) faults.push(`${path}: ${sum.toFixed(3)} (${[...new Set(names)].join()})`);
    }
    expect(faults).toEqual([]);
  });

test('P67: nothing moves on the start page of a returning learner when scripts load late @wide', async ({
  page,
}) => {
  await page.addInitScript(watch);
  const [lesson, next] = course.modules.flatMap(({ lessons }) => lessons);
  const attempt = { ...freshAttempt, viewed: [lesson?.id ?? ''], location: lesson?.id ?? '' };
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await storeRecord(page, course.id, attempt, 'index.html');
    const { sum, names } = await movedOn(page, 'index.html');
    await expect(page.locator('[data-begin]')).toContainText(String(next?.title));
    expect.soft(sum, `${width} pixels: ${names.join()}`).toBeLessThan(0.01);
  }
});
