import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { violations } from '../browser/accessibility.ts';
import { asFile, savedBy } from '../browser/workshop-files.ts';

const back = (page: Page) => page.getByRole('button', { name: 'Bring it back' });
const kit = (name: string) => `en/workshop/${name}.html`;

test('a removed line can be restored by keyboard, with later entries kept @wide', async ({
  page,
}) => {
  await page.goto(kit('forms/route-matrix'));
  await page.locator('[name="route"]').fill('Warning, s. 9');
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.keyboard.type('Conditional discontinuance');
  await page.getByRole('button', { name: 'Remove: Warning, s. 9' }).click();
  await expect(page.locator('li[data-row]')).toHaveCount(1);
  await expect(page.locator('[data-part="taken-said"]')).toHaveText('Removed: Warning, s. 9.');
  expect(await violations(page)).toEqual([]);
  await page.locator('[name="keeps"]').fill('A fee');
  await back(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[name="route"]').first()).toHaveValue('Warning, s. 9');
  await expect(page.locator('[name="keeps"]').nth(1)).toHaveValue('A fee');
  await expect(back(page)).toBeHidden();
  await page.reload();
  await expect(page.locator('[name="route"]').first()).toHaveValue('Warning, s. 9');
});

test('an action, a rule and a session can be restored to their places @wide', async ({ page }) => {
  await page.goto(kit('plan'));
  for (const text of ['First', 'Second']) {
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.locator('[data-part="actions"] [name="gap"]').last().fill(text);
  }
  await page.getByRole('button', { name: 'Remove action 1' }).click();
  await expect(page.locator('[name="gap"]').first()).toHaveValue('Second');
  await back(page).click();
  await expect(page.locator('[name="gap"]').first()).toHaveValue('First');

  await page.goto(kit('entry'));
  await page.locator('[data-part="country"]').selectOption({ index: 1 });
  const names = page.locator('[data-part="rules"] [data-part="name"]');
  const count = await names.count();
  const first = await names.first().inputValue();
  await page.getByRole('button', { name: 'Remove rule 1' }).click();
  await expect(names).toHaveCount(count - 1);
  await back(page).click();
  await expect(names.first()).toHaveValue(first);

  await page.goto(kit('agenda'));
  await page.locator('[data-part="ready"]').selectOption('half-day-court');
  const parts = page.locator('[data-part="parts"] li');
  const title = await parts.first().locator('span').nth(1).innerText();
  await parts.first().locator('[data-act="remove"]').click();
  await expect(parts).toHaveCount(1);
  await back(page).click();
  await expect(parts.first()).toContainText(title);
});

test('work replaced by a file or a fresh start can be restored', async ({ page }) => {
  await page.goto(kit('plan'));
  await page.getByLabel('Title').fill('Plan of Savara');
  const { text } = await savedBy(page, 'Save as a file');
  await page.getByLabel('Title').fill('Plan of the coast');
  await page.getByLabel('Open a file that was saved here').setInputFiles(asFile('plan.json', text));
  await expect(page.getByLabel('Title')).toHaveValue('Plan of Savara');
  await back(page).click();
  await expect(page.getByLabel('Title')).toHaveValue('Plan of the coast');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Empty it' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('');
  await back(page).click();
  await expect(page.getByLabel('Title')).toHaveValue('Plan of the coast');
});

test('each role opens only its own card, by keyboard, and cards do not print with the form', async ({
  page,
}) => {
  await page.goto(kit('forms/case-conference'));
  const cards = page.locator('details.role-card');
  await expect(cards).toHaveCount(6);
  await page.locator('summary', { hasText: 'Clinician' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('details.role-card[open]')).toHaveCount(1);
  await page.locator('summary', { hasText: 'Judge' }).click();
  await expect(page.locator('details.role-card[open] summary')).toHaveText('Judge');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(cards.first()).toBeHidden();
});

test('the picture of readiness is drawn while answering, and exports as SVG, PNG and in the document @wide', async ({
  page,
}) => {
  await page.goto(kit('readiness'));
  const bars = page.locator('[data-part="picture"] svg rect');
  await expect(bars).toHaveCount(0);
  await page.locator('[data-area="law"] input[value="3"]').first().check();
  await expect(bars).toHaveCount(1);
  await expect(page.locator('[data-part="result"] tr').first()).toContainText('mean level 3 of 3');
  const svg = await savedBy(page, 'Save the picture (SVG)');
  expect(svg.text).toMatch(/^<svg .*Law.*<\/svg>$/s);
  const png = await savedBy(page, 'Save the picture (PNG)');
  expect(readFileSync(png.path).subarray(1, 4).toString('latin1')).toBe('PNG');
  const docx = await savedBy(page, 'Save for a word processor (.docx)');
  const { value } = await mammoth.convertToHtml({ path: docx.path });
  expect(value).toMatch(/<img [^>]*src="data:image\/png/);
  // Another group is a mark beside the bar.
  const { text } = await savedBy(page, 'Save as a file');
  await page.locator('[data-area="law"] input[value="0"]').first().check();
  await page.getByLabel('Add the files of other groups').setInputFiles(asFile('other.json', text));
  await expect(page.locator('[data-part="picture"] svg circle')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});
