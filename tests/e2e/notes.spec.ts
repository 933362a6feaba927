import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';

const lesson = 'en/pre-arrest/exits-before-charge.html';

/** Selects the first words of the first paragraph of the text. */
const selectFirstWords = (page: Page) =>
  page.evaluate(() => {
    const node = [...document.querySelectorAll('.text > p')].map((p) => p.firstChild)[0] as Text;
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, 30);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return node.data.slice(0, 30);
  });

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('P60: a note is stored at every keystroke, and appears with its question among the notes', async ({
  page,
}) => {
  await page.goto(lesson);
  const field = page.getByRole('textbox', { name: 'Your notes' });
  await field.pressSequentially('Ask the clinic');
  // Without leaving the field.
  await page.reload();
  await expect(field).toHaveValue('Ask the clinic');
  await page.locator('own-notes').getByRole('link', { name: 'Your notes' }).click();
  await expect(page.getByText('Ask the clinic')).toBeVisible();
  await expect(page.getByText(/Which rule told you/)).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await saved(page, 'Save as a text file')).toContain('Ask the clinic');
});

test('a note stays with its question when another question is inserted above it', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.getByRole('textbox', { name: 'Your notes' }).fill('Ask the clinic');
  await page.route(`**/${lesson}`, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const [asked = ''] =
      /<div class="note reflect">[\s\S]*?<\/own-notes>\s*<\/div>/.exec(html) ?? [];
    const inserted = asked.replace(/data-key="[^"]*"/, 'data-key="exits-before-charge.newer"');
    await route.fulfill({ response: answer, body: html.replace(asked, inserted + asked) });
  });
  await page.reload();
  const fields = page.getByRole('textbox', { name: 'Your notes' });
  await expect(fields).toHaveCount(2);
  await expect(fields.nth(1)).toHaveValue('Ask the clinic');
  await expect(fields.nth(0)).toHaveValue('');
});

test('a marked passage is restored on the next visit, and can be unmarked by keyboard @wide', async ({
  page,
}) => {
  await page.goto(lesson);
  const words = await selectFirstWords(page);
  const offer = page.getByRole('button', { name: 'Mark this passage' });
  await expect(offer).toBeVisible();
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('mark.own')).toHaveText([words]);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('mark.own')).toHaveText([words]);
  await page.goto('en/notes.html');
  const remove = page.getByRole('button', { name: /^Remove the mark/ });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await page.goto(lesson);
  await expect(page.locator('.text')).toBeVisible();
  await expect(page.locator('mark.own')).toHaveCount(0);
});

test('the button that marks is in sight where the passage is in a paragraph that ends below the window @wide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(lesson);
  await selectFirstWords(page);
  await expect(page.getByRole('button', { name: 'Mark this passage' })).toBeInViewport({
    ratio: 1,
  });
});

test('a marked passage that has changed is reported as changed @wide', async ({ page }) => {
  await page.goto(lesson);
  await selectFirstWords(page);
  await page.getByRole('button', { name: 'Mark this passage' }).click();
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.endsWith(':marks')) ?? '';
    const old = localStorage.getItem(key) ?? '';
    localStorage.setItem(key, old.replace(/"quote":"/, '"quote":"Once '));
  });
  await page.reload();
  await expect(page.getByText('A passage that you marked here has changed.')).toBeVisible();
  await page.goto('en/notes.html');
  await expect(page.getByText('has changed since you marked it')).toBeVisible();
});

test('P63: the law form accepts no input before it can be stored', async ({ page }) => {
  const arrive = Promise.withResolvers<undefined>();
  await page.route('**/home-law-*.js', async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await page.goto('en/law-at-home.html', { waitUntil: 'commit' });
  const field = page.locator('#police-discretion textarea');
  await expect(field).toBeAttached();
  await expect(field).toBeHidden();
  arrive.resolve(undefined);
  await expect(field).toBeVisible();
});

test('P63: answers on national law are stored, counted, filtered, saved and transferred with the progress @wide', async ({
  page,
  browser,
}) => {
  await page.goto('en/pre-arrest/summary.html');
  await page.getByRole('link', { name: 'Write down your answers' }).click();
  await expect(page).toHaveURL(/law-at-home\.html#law-pre-arrest$/);
  const item = page.locator('#police-discretion');
  // Fields are hidden from people until the script has come, by the sheet, for which a test does not wait.
  await expect(page.getByText('Gaps: 0.')).toBeVisible();
  await item.getByRole('textbox').pressSequentially('Article 42');
  await item.getByRole('combobox').selectOption('A gap');
  await expect(page.getByText('Gaps: 1.')).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.reload();
  await expect(item.getByRole('textbox')).toHaveValue('Article 42');
  expect(await saved(page, 'Save as a table (CSV)')).toContain('A gap,Article 42');
  await page.getByLabel('Show the gaps only').check();
  await expect(page.locator('[data-question]:visible')).toHaveCount(1);

  await page.goto('en/move.html');
  const file = await saved(page, 'Save as a file');
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL('move.html', page.url()).href);
  await other
    .locator('#move-file')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await other.locator('[data-part="take"]').click();
  await expect(other.locator('[data-part="ask"]')).toBeHidden();
  await other.goto(new URL('law-at-home.html', page.url()).href);
  await expect(other.locator('#police-discretion').getByRole('textbox')).toHaveValue('Article 42');
});
