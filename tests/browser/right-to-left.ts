import type { Frame, Page } from '@playwright/test';

/** Reads every page from now on as one of a language that is written from right to left. */
export const fromRightToLeft = (page: Page) =>
  page.context().route('**/*.html', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/(<html[^>]*)dir="ltr"/, '$1dir="rtl"');
    await route.fulfill({ response: answer, body });
  });

/** Pixels by which the page is wider than its window. */
export const tooWide = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
