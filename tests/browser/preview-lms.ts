import { expect, type FrameLocator, type Page } from '@playwright/test';

interface Call {
  name: string;
  args: string[];
  answer: string;
}

/** Every call of the package so far, as the preview LMS saw it. */
export const calls = (page: Page) =>
  page.evaluate(() => (window as unknown as { previewLms: { calls: Call[] } }).previewLms.calls);

/** The shell page of the package. */
export const shell = (page: Page): FrameLocator => page.frameLocator('#course');
/** The page of the course that the shell shows. */
export const pages = (page: Page): FrameLocator => shell(page).frameLocator('#shell-frame');

/** Leads the frame of the shell to a page of the course, as a link would. */
export const visit = (page: Page, href: string) =>
  shell(page)
    .locator('#shell-frame')
    .evaluate((frame: HTMLIFrameElement, to) => {
      const shellAddress = frame.ownerDocument.location.href;
      frame.contentWindow?.location.assign(new URL(to, shellAddress).href);
    }, href);

/** Opens a package in the preview LMS and launches it. */
export async function open(page: Page, url: string, standard: string, scope = 'course') {
  await page.goto(`${url}lms?package=ati-${scope}-en-${standard}.zip`);
  await page.locator('#launch').click();
  await expect(pages(page).locator('h1')).toBeVisible();
}

/** The value of an element of the data model, empty where it has none. */
export const element = async (page: Page, name: string) => {
  const elements = await page.evaluate(() =>
    (
      window as unknown as { previewLms: { elements: () => Record<string, string> } }
    ).previewLms.elements(),
  );
  return elements[name] ?? '';
};

/** Names in each standard of the elements and calls that the tests look at. */
export const names = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    init: 'LMSInitialize',
    finish: 'LMSFinish',
    set: 'LMSSetValue',
    state: 'cmi.suspend_data',
  },
  scorm2004: {
    status: 'cmi.completion_status',
    score: 'cmi.score.raw',
    init: 'Initialize',
    finish: 'Terminate',
    set: 'SetValue',
    state: 'cmi.suspend_data',
  },
};
