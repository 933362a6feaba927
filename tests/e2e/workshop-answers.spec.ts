import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const forms = 'en/workshop/answers/pre-arrest.html';
const sheet = (form: 'a' | 'b') => `en/workshop/sets/pre-arrest-${form}.html`;

/** Answers every question of a set by its n-th option. @returns the code that the page shows */
async function answer(page: Page, path: string, option: number): Promise<string> {
  await page.goto(path);
  for (const question of await page.locator('answer-set fieldset').all())
    await question.locator('input').nth(option).check();
  return page.locator('[data-part="code"]').innerText();
}

test('codes of telephones and typed letters give the gain of a group, and small groups are not broken down', async ({
  page,
}) => {
  const [before, after] = [await answer(page, sheet('a'), 0), await answer(page, sheet('b'), 1)];
  await page.reload();
  await expect(page.locator('[data-part="code"]')).toHaveText(after);
  expect(await violations(page)).toEqual([]);
  await page.goto(forms);
  const lines = (code: string, count: number) =>
    Array.from({ length: count }, (_, person) => `${person + 1} ${code}`).join('\n');
  await page.getByLabel('Answers before').fill(lines(before, 7));
  await page
    .getByLabel('Answers afterwards')
    .fill(`${lines(after, 7)}\n8 AB\n9 ${before.slice(0, -1)}?`);
  await expect(page.locator('[data-part="refused"] li')).toHaveCount(2);
  await expect(page.locator('[data-part="counted"]')).toContainText('14 sheets');
  await expect(page.locator('[data-part="few"]')).toBeVisible();
  await expect(page.locator('[data-part="total"]')).toContainText('7 people');
  await expect(page.locator('[data-gain="0"]')).toBeEmpty();
  await page.getByLabel('Answers before').fill(lines(before, 8));
  await page.getByLabel('Answers afterwards').fill(lines(after, 8));
  await expect(page.locator('[data-part="few"]')).toBeHidden();
  await expect(page.locator('[data-gain="0"]')).toContainText('%');
  await expect(page.locator('[data-interval="0"]')).toContainText('…');
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-part="counted"]')).toContainText('16 sheets');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the results as CSV' }).click();
  const rows = parsedCsv(readFileSync(await (await saved).path(), 'utf8'));
  expect(rows.length).toBeGreaterThan(6);
});

test('a room answers by raised hands, and a file of lines is added', async ({ page }) => {
  await page.goto('en/workshop/answers/pre-arrest-room.html');
  await page.getByLabel('Raised hands for A, question 1', { exact: true }).fill('6');
  await page.getByLabel('Raised hands for B, question 1', { exact: true }).fill('2');
  await expect(page.locator('[data-row="0.0"] [data-count="0"]')).toHaveText('6');
  await expect(page.locator('[data-row="0.0"] [data-count="right"]')).toContainText('%');
  const count = await page.locator('[data-row]').count();
  const file = page.locator('[data-file="before"]');
  const line = `1;${'A'.repeat(count)}\n`;
  await file.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(line) });
  await expect(page.locator('[data-row="0.0"] [data-count="0"]')).toHaveText('7');
  expect(await violations(page)).toEqual([]);
});

test('a form fits a few sheets of A4 and of Letter, without its key', async ({ page }) => {
  for (const path of [
    sheet('a'),
    'en/workshop/sets/course-a.html',
    'en/workshop/sets/daily-reaction.html',
  ])
    for (const format of ['A4', 'Letter'] as const) {
      await page.goto(path);
      const pdf = await page.pdf({ format });
      const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
      expect(totalPages, path).toBeLessThanOrEqual(6);
      expect(text.join(' ')).toContain('Code of this set');
    }
});
