import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Lets the clock of a page go on by ten seconds at a time until something is in sight: a view is told to a platform
 * some seconds after it. The clock must be installed (`page.clock.install`) before the page is opened.
 */
export async function passTimeUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(wanted).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}
