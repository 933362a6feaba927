import { expect, type Page } from '@playwright/test';

/** A lesson that is read in the tests. */
export const lesson = 'en/pre-arrest/exits-before-charge.html';

/** The link of a page that opens the dialog. */
export const readingLink = (page: Page) => page.getByRole('link', { name: 'Reading', exact: true });

/** The dialog for how a page is read. */
export const readingPanel = (page: Page) =>
  page.getByRole('dialog', { name: 'Reading, listening, sharing' });

export async function openReadingPanel(page: Page): Promise<void> {
  await readingLink(page).click();
  await expect(readingPanel(page)).toBeVisible();
}
