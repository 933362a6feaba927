import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** axe, as a script for a page. */
export const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on colours, and with them on the theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What depends on where things stand: the width of the window and the direction of reading. */
const ofLayout = ['target-size', 'scrollable-region-focusable'];

/** What axe finds wrong with the page as it is now, one line for each place. */
async function run(page: Page, options: RunOptions): Promise<string[]> {
  // Pages of the course hold no frames, so axe runs in the page itself: a tenth of the time its wrapper for frames takes.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(
        options,
      ),
    {
      ...options,
      resultTypes: ['violations'],
      // No rule that is asked reads the sheets themselves, which axe would load once more.
      preload: { assets: ['media'] },
    } satisfies RunOptions,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/**
 * What axe finds wrong with the page as it is now, one line for each place.
 * @param rules ids of single rules; without them all of WCAG 2.2 A and AA, and axe's best practices
 */
export const violations = (page: Page, rules?: readonly string[]): Promise<string[]> =>
  run(page, {
    runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags },
  });

/**
 * The same by the rules alone that a narrow window or another direction of reading can break. What else axe asks is
 * the same at every width: `axe.spec.ts` asks it.
 */
export const violationsOfLayout = (page: Page): Promise<string[]> => violations(page, ofLayout);

/**
 * The same in light and dark. A theme changes nothing but colours, so in dark the rules about colours are
 * asked alone. The page is light afterwards.
 */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violations(page, ofColours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...inDark.map((each) => `in dark: ${each}`)];
}
