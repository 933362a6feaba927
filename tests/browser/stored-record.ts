import type { Page } from '@playwright/test';
import { type Attempt, freshAttempt } from '../../src/progress/attempt.ts';
import { fromRecord, toRecord } from '../../src/progress/local-record.ts';

/**
 * Lays a record into the browser, as if its learner had come back: the only one there is. Leaves the page on a
 * stylesheet, where no session writes its own copy when the page is left.
 * @param at a page of the course
 */
export async function storeRecord(page: Page, courseId: string, attempt: Attempt, at: string) {
  await storeText(page, courseId, toRecord(attempt), at);
}

/** The same as `storeRecord`, with a text that may be no record. */
export async function storeText(page: Page, courseId: string, text: string, at: string) {
  await page.goto(at);
  const style = page.locator('link[rel="stylesheet"]').first();
  await page.goto(await style.evaluate((link: HTMLLinkElement) => link.href));
  await page.evaluate(
    async ([key = '', record = '']) => {
      localStorage.setItem(key, record);
      // A copy on the disk of a record that was there before would be united with this one.
      await new Promise<unknown>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('course-progress');
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    },
    [`ati:${courseId}`, text],
  );
}

/** The attempt of a learner that the browser has stored; a fresh one where there is none. */
export const storedRecord = async (page: Page, courseId: string): Promise<Attempt> =>
  fromRecord(await page.evaluate((key) => localStorage.getItem(key), `ati:${courseId}`)) ??
  freshAttempt;
