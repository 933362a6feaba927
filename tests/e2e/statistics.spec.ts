import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { sheetCode } from '../../src/statistics/sheet-code.ts';
import { asFile, file, sheetOf, sheets } from '../browser/answer-sheets.ts';

test('a trainer adds up sheets, and damaged, foreign and duplicate ones are rejected with a reason @wide', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await page.goto('en/statistics.html');
  const lost = asFile(4, 3).replace('"isRight": true', '"isRight": false');
  await page
    .locator('#sheet-files')
    .setInputFiles([
      file('one.json', asFile(1, 0)),
      file('two.json', asFile(2, 3)),
      file('again.json', asFile(1, 0)),
      file('damaged.json', lost),
      file('old.json', asFile(5, 0).replace(/"print": \d+/, '"print": 1')),
      file('letter.json', '{"dear": "trainer"}'),
    ]);
  const said = page.locator('[data-part="said"]');
  await expect(said).toHaveText('Sheets counted so far: 2. Refused just now: 4.');
  await expect(page.locator('[data-part="refusals"] li')).toHaveText([
    /again\.json: .*same try/,
    /damaged\.json: .*damaged/,
    /old\.json: .*another version/,
    /letter\.json: .*neither/,
  ]);

  const code = sheetCode(sheets, sheetOf(3, 6));
  await page
    .locator('#sheet-codes')
    .fill(`${code}\n\n${code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}\n`);
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await expect(said).toHaveText('Sheets counted so far: 3. Refused just now: 1.');
  await expect(page.locator('[data-part="refusals"]')).toContainText('line 3');

  const table = page.locator('[data-assessment="final"]');
  // 12, 9 and 6 of 12.
  await expect(table.locator('[data-part="scores"]')).toHaveText(
    /Sheets: 3\. Mean: 75% right\. Lowest 50%, highest 100%\. With fewer than 10 sheets/,
  );
  const once = new Set([1, 2, 3].flatMap((seed) => sheets.draw('final', 12, seed)));
  await expect(table.locator('tbody tr')).toHaveCount(once.size);
  await expect(table.locator('[data-part="discrimination"]').first()).toHaveText('too few');
  await expect(page.locator('[data-assessment="pre-test"]')).toBeHidden();

  // The hardest on top, by keyboard.
  await table.getByRole('button', { name: 'Right' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.locator('th[aria-sort="ascending"]')).toHaveText('Right', {
    useInnerText: true,
  });
  await expect(table.locator('[data-part="right"]').first()).toHaveText('0%');
  await page.keyboard.press('Enter');
  await expect(table.locator('[data-part="right"]').first()).toHaveText('100%');
  await table.getByRole('button', { name: 'Sure and wrong' }).click();
  await expect(table.locator('[data-part="sure"]').last()).toHaveText('not said');
  expect(await violations(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(csv).toHaveLength(once.size + 2);
  expect(csv.slice(1, -1).every((line) => line.startsWith('final,'))).toBe(true);

  // Nothing was sent, and with the page the sheets are gone.
  expect(new Set(asked)).toEqual(new Set(['GET']));
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.locator('[data-part="counted"]')).toBeHidden();
});

test('ten or more sheets yield discrimination and spread, on a phone and from a disk', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(new URL('../../dist/site/en/statistics.html', import.meta.url).href);
  const seeds = Array.from({ length: 60 }, (_, place) => place + 10);
  const codes = seeds.map((seed) => sheetCode(sheets, sheetOf(seed, seed % 9)));
  await page.locator('#sheet-codes').fill(codes.join('\n'));
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await expect(page.locator('[data-part="said"]')).toContainText('counted so far: 60');
  await expect(page.locator('[data-assessment="final"] [data-part="scores"]')).toContainText(
    'percentage points',
  );
  const cells = page.locator('[data-assessment="final"] [data-part="discrimination"]');
  expect((await cells.allInnerTexts()).filter((text) => /^-?[01]\.\d\d$/.test(text))).not.toEqual(
    [],
  );
  // The table scrolls in itself; the page does not.
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await context.close();
});

test('the table prints without closed questions, and with its head on every sheet @wide', async ({
  page,
}) => {
  await page.goto('en/statistics.html');
  const seeds = Array.from({ length: 40 }, (_, place) => place + 10);
  await page
    .locator('#sheet-codes')
    .fill(seeds.map((seed) => sheetCode(sheets, sheetOf(seed, seed % 9))).join('\n'));
  await page.getByRole('button', { name: 'Add the codes' }).click();
  const rows = page.locator('[data-assessment="final"] tbody tr');
  await rows.first().locator('summary').click();
  const words = async (place: number) =>
    (await rows.nth(place).locator('[data-part="choices"] li span').first().textContent()) ?? '';
  const [opened, closed] = [await words(0), await words(1)];

  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  const sheetsOfPaper = text.map((sheet) => sheet.replace(/\s+/g, ' '));
  expect(sheetsOfPaper.join(' ')).toContain(opened);
  expect(sheetsOfPaper.join(' ')).not.toContain(closed);
  const tables = sheetsOfPaper.slice(0, -1);
  expect(tables.filter((sheet) => !/Answered Right Discrimination/.test(sheet))).toEqual([]);
});

test('the page states without scripts what it needs @wide', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('en/statistics.html');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('item-statistics')).toBeHidden();
  await context.close();
});
