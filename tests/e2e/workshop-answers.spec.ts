import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import mammoth from 'mammoth';
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

test('codes from telephones and typed letters give the gain of a group, and small groups are not broken down', async ({
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
  const gainOf = (row: string, which: string) => page.locator(`${row} [data-gain="${which}"]`);
  const objective = '[data-of-objective="0"]';
  await expect(gainOf(objective, 'value')).toBeEmpty();
  await page.getByLabel('Answers before').fill(lines(before, 8));
  await page.getByLabel('Answers afterwards').fill(lines(after, 8));
  await expect(page.locator('[data-part="few"]')).toBeHidden();
  for (const which of ['before', 'after', 'value'])
    await expect(gainOf(objective, which)).toContainText('%');
  await expect(gainOf(objective, 'interval')).toContainText('…');
  // Everybody had form A before, so that no question was asked twice.
  await expect(gainOf('[data-row="0.0"]', 'value')).toBeEmpty();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-part="counted"]')).toContainText('16 sheets');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the results as CSV' }).click();
  const rows = parsedCsv(readFileSync(await (await saved).path(), 'utf8'));
  expect(rows.length).toBeGreaterThan(6);

  // The other half of a larger group began with form B.
  const [later, earlier] = [lines(before, 8), lines(after, 8)].map((text) =>
    text.replace(/^/gm, '1'),
  );
  await page.getByLabel('Answers before').fill(`${lines(before, 8)}\n${earlier ?? ''}`);
  await page.getByLabel('Answers afterwards').fill(`${lines(after, 8)}\n${later ?? ''}`);
  await expect(gainOf('[data-row="0.0"]', 'value')).toContainText('%');
  await expect(gainOf('[data-row="1.0"]', 'interval')).toContainText('…');
  const whole = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the results as CSV' }).click();
  const [head, first] = parsedCsv(readFileSync(await (await whole).path(), 'utf8'));
  expect(head?.slice(-5)).toEqual([
    'Right before',
    'Right afterwards',
    'Gain',
    'Lower end',
    'Upper end',
  ]);
  expect(first?.slice(-5).every((cell) => cell !== '')).toBe(true);
});

test('feedback sheets are added up with their comments, for those who took part @wide', async ({
  page,
}) => {
  await page.goto('en/workshop/answers/daily-reaction.html');
  await page.getByLabel('Answers', { exact: true }).fill('1 EBEE\n2 DBDE');
  await page.getByLabel('What is still unclear to you?').fill('Who pays\n\nWhen it begins');
  await page.reload();
  await expect(page.getByLabel('What is still unclear to you?')).toHaveValue(/Who pays/);
  await expect(page.locator('[data-row="0.1"] td').nth(1)).toContainText(/2\s*Right/);
  expect(await violations(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for a word processor' }).click();
  const { value } = await mammoth.convertToHtml({ path: await (await saved).path() });
  for (const text of ['The pace was</h2>', 'Too fast', 'Who pays</li>', 'When it begins</li>'])
    expect(value).toContain(text);
});

test('a group answers by raised hands, and a file of lines is added @wide', async ({ page }) => {
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

test('a form prints on a few sheets of A4 and of Letter, without its key', async ({ page }) => {
  for (const path of [
    sheet('a'),
    'en/workshop/sets/course-a.html',
    'en/workshop/sets/daily-reaction.html',
  ]) {
    await page.goto(path);
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = await page.pdf({ format });
      const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
      expect(totalPages, path).toBeLessThanOrEqual(6);
      expect(text.join(' ')).toContain('Code of this set');
    }
  }
});
