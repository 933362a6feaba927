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

/** Rules that depend on colours, and with them on the theme. */
export const ofColours = ['color-contrast', 'link-in-text-block'];

/** Rules that depend on the layout: on the width of the window and the direction of reading. */
export const ofLayout = ['target-size', 'scrollable-region-focusable'];

/** Options of axe. @param rules ids of single rules; without them all of WCAG 2.2 A and AA, and axe's best practices */
export const axeOptions = (rules?: readonly string[]): RunOptions => ({
  runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags },
  resultTypes: ['violations'],
  // No rule that is asked reads the sheets themselves, which axe would load once more.
  preload: { assets: ['media'] },
});

/** Findings of axe, one line for each place. */
export const toLines = (found: AxeResults | undefined): string[] => {
  if (found === undefined) throw new Error('axe has found nothing, and not even looked');
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
};

/**
 * Violations that axe finds on the page as it is now, one line for each place.
 * @param rules as for `axeOptions`
 * @param within selector of the part that is asked about, where the rest is as it was when it was asked before
 */
export async function violations(
  page: Page,
  rules?: readonly string[],
  within = 'html',
): Promise<string[]> {
  // Pages of the course hold no frames, so axe runs in the page itself: a tenth of the time its wrapper for frames
  // takes.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource);
  return toLines(
    await page.evaluate(
      ([within, options]) =>
        (
          window as unknown as { axe: { run: (c: string, o: RunOptions) => Promise<AxeResults> } }
        ).axe.run(within, options),
      [within, axeOptions(rules)] as const,
    ),
  );
}

/**
 * The same by the rules alone that a narrow window or another direction of reading can break. What else axe asks is
 * the same at every width: `axe.spec.ts` asks it.
 */
export const violationsOfLayout = (page: Page): Promise<string[]> => violations(page, ofLayout);

/**
 * The same in light and dark. A theme changes nothing but colours, so in dark the rules about colours are
 * asked alone. The page is light afterwards.
 * @param within as for `violations`
 */
export async function violationsInBothThemes(page: Page, within?: string): Promise<string[]> {
  const found = await violations(page, undefined, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await violations(page, ofColours, within);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...inDark.map((each) => `in dark: ${each}`)];
}
