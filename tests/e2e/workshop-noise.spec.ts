import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';

test('judges decide alone, and from eight judges on their codes show the spread and the reasons @wide', async ({
  page,
}) => {
  const codes: string[] = [];
  for (let version = 1; version <= 8; version++) {
    await page.goto(`en/workshop/noise/${version}.html`);
    await expect(page.locator('noise-version')).toContainText('No one in this file is real');
    await page
      .locator('input')
      .nth(version % 2 === 0 ? 5 : 1)
      .check();
    const said = await page.locator('[data-part="code"]').innerText();
    codes.push(said.replace(/^.*: /, ''));
  }
  expect(await violations(page)).toEqual([]);
  await page.goto('en/workshop/noise.html');
  const field = page.getByLabel('Numbers or codes');
  await field.fill(codes.slice(0, 7).join('\n'));
  await expect(page.locator('[data-part="few"]')).toBeVisible();
  await expect(page.locator('[data-factor="0"]')).toBeEmpty();
  await field.fill([...codes, '9 9'].join('\n'));
  await expect(page.locator('[data-part="refused"] li')).toContainText('Line 9');
  await expect(page.locator('[data-part="few"]')).toBeHidden();
  await expect(page.locator('[data-factor="0"]')).toHaveText('4');
  await expect(page.locator('[data-factor="1"]')).toHaveText('0');
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('[data-part="counted"]')).toContainText('8 decisions');
});

test('each case file prints on one sheet @wide', async ({ page }) => {
  await page.goto('en/workshop/noise/papers.html');
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format });
    const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    expect(totalPages, format).toBe(8);
  }
});
