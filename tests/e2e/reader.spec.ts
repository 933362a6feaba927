import { expect, type Page, test } from '@playwright/test';
import { violations, violationsInBothThemes } from '../browser/accessibility.ts';
import { lesson, openReadingPanel, readingLink, readingPanel } from '../browser/reading-panel.ts';

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body.parentElement as HTMLElement).backgroundColor);
const textSize = (page: Page) =>
  page
    .locator('.text > p')
    .first()
    .evaluate((line) => parseFloat(getComputedStyle(line).fontSize));

test('P56: the chosen colours apply to every page and survive a reload @wide', async ({ page }) => {
  await page.goto(lesson);
  const light = await background(page);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('dark').check();
  const dark = await background(page);
  expect(dark).not.toBe(light);
  await expect(readingPanel(page).getByText('kept on this device')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const path of [lesson, 'en/index.html', 'en/search.html', 'en/workshop/index.html']) {
    await page.goto(path);
    await expect.poll(() => background(page)).toBe(dark);
  }
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => background(page)).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('light').check();
  expect(await background(page)).toBe(light);
  await readingPanel(page).getByRole('button', { name: 'Back to the usual' }).click();
  expect(await background(page)).toBe(dark);
});

test('P56: larger text and line spacing apply, and nothing scrolls sideways at 320 pixels or on a wide screen @wide', async ({
  page,
}) => {
  await page.goto(lesson);
  const usual = await textSize(page);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('150%').check();
  await readingPanel(page).getByLabel('widest').check();
  expect(await textSize(page)).toBeCloseTo(usual * 1.5, 0);
  for (const path of [lesson, 'en/index.html', 'en/pre-arrest/summary.html']) {
    await page.goto(path);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--scale')))
      .toBe('1.5');
    for (const width of [320, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, width, over]).toEqual([path, width, 0]);
    }
  }
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
  await page.goto(lesson);
  await expect(page.locator('html.live')).toBeAttached();
  expect(await textSize(page)).toBeLessThan(usual * 1.2);
});

test('P56: a choice that cannot be stored applies to the page, and the dialog says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(lesson);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('dark').check();
  await expect(readingPanel(page).getByText('This browser keeps nothing.')).toBeVisible();
  expect(await background(page)).toBe('rgb(16, 24, 30)');
});

test('P58: single keys navigate, search, choose an answer and show their list, until they are switched off @wide', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.keyboard.press('?');
  await expect(readingPanel(page)).toBeVisible();
  await expect(readingPanel(page).getByText('Search the course')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(readingPanel(page)).toBeHidden();

  const question = page.locator('form[data-question]').first();
  await question.scrollIntoViewIfNeeded();
  await page.keyboard.press('2');
  await expect(question.getByRole('radio').nth(1)).toBeChecked();
  // Not while somebody writes.
  const field = page.getByRole('textbox', { name: 'Your notes' });
  await field.pressSequentially('n/p?');
  await expect(field).toHaveValue('n/p?');
  expect(page.url()).toContain(lesson);
  await page.locator('h1').click();
  const next = await page.locator('.turn [rel="next"]').getAttribute('href');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(new RegExp(`${String(next).replace(/^.*\//, '')}$`));
  await page.keyboard.press('p');
  await expect(page).toHaveURL(new RegExp(lesson));
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/search\.html/);

  await page.goto(lesson);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('Single keys are shortcuts').uncheck();
  await page.reload();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await openReadingPanel(page);
  expect(page.url()).toContain(lesson);
});

test('P59: the address of a section can be copied from its heading and from the dialog @wide', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lesson);
  await page.keyboard.press('Tab');
  const heading = page.locator('.text h2').first();
  const words = String(await heading.textContent()).trim();
  const copy = page.getByRole('link', { name: `Copy the address of the section “${words}”` });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The address is copied.')).toBeAttached();
  const id = String(await heading.getAttribute('id'));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe(`${page.url()}#${id}`);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('Which part').selectOption({ index: 0 });
  await readingPanel(page).getByRole('button', { name: 'Copy the address' }).click();
  await expect(readingPanel(page).getByText('The address is copied.')).toBeVisible();
  expect(await copied()).toBe(page.url());
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await expect(copy).toBeHidden();
});

test('P59: the dialog shows the address selected if the clipboard is refused @wide', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto(lesson);
  await openReadingPanel(page);
  await readingPanel(page).getByLabel('Which part').selectOption({ index: 1 });
  await readingPanel(page).getByRole('button', { name: 'Copy the address' }).click();
  const field = readingPanel(page).getByRole('textbox', { name: 'Copy the address' });
  await expect(field).toHaveValue(/exits-before-charge\.html#./);
});

test('P60: passages can be marked in summaries, introductions, cards and scenes, and appear among the notes @wide', async ({
  page,
}) => {
  const places = [
    ['en/pre-arrest/summary.html', '.text'],
    ['en/pre-arrest/introduction.html', '.text'],
    ['en/pre-arrest/bench-card.html', '.card section'],
    ['en/cards/judge.html', '.card section'],
    ['en/cases/third-theft.html', '.play [data-part="text"]'],
  ] as const;
  const marked: string[] = [];
  for (const [path, where] of places) {
    await page.goto(path);
    const words = await page
      .locator(where)
      .locator('p, li')
      .first()
      .evaluate((line) => {
        const node = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode() as Text;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, Math.min(20, node.length));
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return range.toString().trim();
      });
    await page.getByRole('button', { name: 'Mark this passage' }).click();
    await expect(page.locator('mark.own').first()).toBeVisible();
    await page.reload();
    await expect(page.locator('mark.own').first()).toBeVisible();
    marked.push(words);
  }
  // No mark in a scene that is not shown is said to have changed.
  await page.locator('.play .choices button').first().click();
  await expect(page.locator('mark.own')).toHaveCount(0);
  await page.goto('en/notes.html');
  for (const words of marked)
    await expect(page.locator('blockquote', { hasText: words })).toBeVisible();
  await expect(page.getByText('has changed since you marked it')).toHaveCount(0);
});

test('typing in a field loads none of the tools, and they load on request', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('en/search.html');
  await page.locator('#q').click();
  await page.locator('#q').pressSequentially('bail');
  await page.locator('#q').selectText();
  await expect(page.locator('search-results [data-part="list"] a').first()).toBeVisible();
  expect(loaded.filter((address) => address.includes('/reader-'))).toEqual([]);
  await openReadingPanel(page);
});

test('P56: "Reading" leads to its explanation without scripts and if the script of the tools fails to load @wide', async ({
  page,
  browser,
}) => {
  await page.route('**/reader-*.js', (route) => route.abort());
  await page.goto(lesson);
  await expect(page.locator('html.live')).toBeAttached();
  await expect(async () => {
    await readingLink(page).click();
    await expect(page).toHaveURL(/about\.html#reading$/, { timeout: 500 });
  }).toPass();
  const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await without.goto(new URL('pre-arrest/exits-before-charge.html', page.url()).href);
  await readingLink(without).click();
  await expect(without).toHaveURL(/about\.html#reading$/);
  await expect(without.getByText('offers larger text')).toBeVisible();
});
