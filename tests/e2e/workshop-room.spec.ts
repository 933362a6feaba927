import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const room = 'en/workshop/room/bus-station.html';
const panel = (page: Page) => page.locator('[data-part="panel"]');

/** Enters one raised hand for a choice, and goes on with it to the next decision or the end. */
async function playOn(page: Page, letter: string) {
  await page.getByLabel(`Raised hands for ${letter}`).fill('7');
  await page.getByRole('button', { name: `Go on with ${letter}` }).click();
  await onToDecision(page);
}

async function onToDecision(page: Page) {
  const on = page.getByRole('button', { name: 'Go on', exact: true });
  while (await on.isVisible()) await on.click();
}

async function playToTheEnd(page: Page, letter = 'A') {
  await onToDecision(page);
  for (let round = 0; (await panel(page).isVisible()) && round < 20; round++)
    await playOn(page, letter);
}

for (const place of ['a server', 'a disk'] as const)
  test(`a group decides a whole case from ${place} in two synchronised windows @wide`, async ({
    page,
    context,
  }) => {
    const disk = pathToFileURL(resolve('dist/site', room)).href;
    await page.goto(place === 'a disk' ? disk : room);
    await onToDecision(page);
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open a window for the projector' }).click();
    const wall = await opened;
    const heading = (of: Page) => of.locator('[data-part="heading"]').innerText();
    await expect.poll(() => heading(wall)).toBe(await heading(page));
    await expect(wall.locator('.controls')).toBeHidden();
    for (let round = 0; (await panel(page).isVisible()) && round < 20; round++) {
      await page.getByLabel('Raised hands for B').fill('9');
      await expect(wall.locator('.bars .count').nth(1)).toContainText('100%');
      await page.getByRole('button', { name: 'Go on with B' }).click();
      await expect.poll(() => heading(wall)).toBe('What follows');
      await expect(wall.locator('[data-part="verdicts"]')).toBeHidden();
      await onToDecision(page);
      await expect.poll(() => heading(wall)).toBe(await heading(page));
    }
    await expect(wall.locator('.debrief')).toBeHidden();
    await page.getByRole('button', { name: 'Open the debrief' }).click();
    await expect(wall.locator('.debrief')).toBeVisible();
    await expect(wall.locator('[data-part="outcome"]')).not.toBeEmpty();
  });

test('verdicts are hidden until the trainer opens them, and are hidden again in the next scene', async ({
  page,
}) => {
  await page.goto(room);
  await onToDecision(page);
  await page.getByLabel('Raised hands for A').fill('3');
  await page.getByRole('button', { name: 'Go on with A' }).click();
  await expect(page.locator('.judgement:visible')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the verdicts' }).click();
  await expect(page.locator('.judgement:visible').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.locator('.judgement:visible')).toHaveCount(0);
});

test('a long word does not widen the page on a telephone @wide', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(room);
  await onToDecision(page);
  await page.getByRole('button', { name: 'Add a table' }).click();
  await page.getByLabel('Name of table 1').fill('n'.repeat(80));
  await page.getByLabel('Choice of table 1').selectOption('B');
  await page.getByLabel('A reason for A').fill('r'.repeat(300));
  await expect(page.locator('.bars q')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('votes, tables and reasons survive a reload, are saved as CSV and as a file, and can be restored', async ({
  page,
}) => {
  await page.goto(room);
  await onToDecision(page);
  await page.getByRole('button', { name: 'Add a table' }).click();
  await page.getByLabel('Name of table 1').fill('Judges');
  await page.getByLabel('Choice of table 1').selectOption('B');
  await page.getByLabel('A reason for A').fill('It is the law here.');
  await expect(page.locator('.bars .tables')).toContainText('Judges');
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Name of table 1')).toHaveValue('Judges');
  await expect(page.getByLabel('A reason for A')).toHaveValue('It is the law here.');
  await page.getByRole('button', { name: 'Go on with B' }).click();
  await onToDecision(page);
  await playToTheEnd(page);

  const votes = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the votes as CSV' }).click();
  const rows = parsedCsv(readFileSync(await (await votes).path(), 'utf8'));
  expect(rows[2]?.slice(5, 8)).toEqual(['0', 'Judges', '1']);
  expect(rows[1]?.at(-1)).toBe('It is the law here.');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saved).path();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Empty it' }).click();
  await expect(page.locator('[data-part="sheet"]')).toBeHidden();

  const open = page.getByLabel('Open a file that was saved here');
  const text = readFileSync(file, 'utf8');
  const give = (name: string, body: string) =>
    open.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
  await give('cut.json', text.slice(0, -40));
  await expect(page.locator('[data-part="file-said"]')).toContainText('damaged');
  await give('letter.txt', 'Dear colleague');
  await expect(page.locator('[data-part="file-said"]')).toContainText('not saved by this kit');
  await expect(page.locator('[data-part="sheet"]')).toBeHidden();
  await give('room.json', text);
  await expect(page.locator('[data-part="rounds"] tr').first()).toContainText('Judges');
});

test('two groups can be compared, and the closing sheet prints without the case @wide', async ({
  page,
}) => {
  await page.goto(room);
  await playToTheEnd(page, 'A');
  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('Name of this group').fill('Prosecutors');
  await playToTheEnd(page, 'B');
  const compared = page.locator('[data-part="compared"]');
  await expect(compared.locator('thead th')).toHaveText(['Group 1', 'Prosecutors']);
  await expect(compared.locator('tbody tr').first()).toHaveClass(/parted/);
  expect(await violations(page)).toEqual([]);
  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  const paper = text.join(' ').replace(/\s+/g, ' ');
  expect(paper).toContain('Closing sheet: The bus station');
  expect(paper).toContain('What would have to change here');
  expect(paper).not.toContain('Take the vote');
});

test('failing storage is reported at once', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(room);
  await onToDecision(page);
  await expect(page.locator('[data-keeping-state="refused"]')).toBeVisible();
});

test('the booklet for a table contains no verdict, and every number it refers to', async ({
  page,
}) => {
  await page.goto('en/workshop/booklets/bus-station.html');
  await expect(page.locator('.judgement')).toHaveCount(0);
  const dangling = await page
    .locator('.booklet a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => document.getElementById(href.slice(1)) === null),
    );
  expect(dangling).toEqual([]);
  const text = await page.locator('main').innerText();
  for (const word of ['Sound', 'Defensible', 'Harmful', 'Debrief'])
    expect(text).not.toMatch(new RegExp(`\\b${word}\\b`));
});

test('the cards print on three sheets of A4 and of Letter @wide', async ({ page }) => {
  await page.goto('en/workshop/cards.html');
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    expect(
      text.map((sheet) => sheet.replace(/[^A-F]/g, '')),
      format,
    ).toHaveLength(3);
  }
});
