import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';

test('a list of names becomes certificates of attendance, one per page, and survives a reload @wide', async ({
  page,
}) => {
  await page.goto('en/workshop/attendance.html');
  await page.getByLabel('Name of the workshop').fill('Alternatives in Savara');
  await page.getByLabel('Place').fill('Port Savara');
  const names = ['Amina Yusuf; Ministry of Justice', 'أمينة يوسف', 'Jonas Berg', 'Jonas Berg'];
  await page.getByLabel('Names', { exact: true }).fill(names.join('\n'));
  const file = { name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from('María López\r\n') };
  await page.getByLabel('or add a file of names').setInputFiles(file);
  await expect(page.getByRole('status').first()).toContainText('4 certificates');
  await expect(page.getByRole('status').first()).toContainText('printed once: Jonas Berg');
  await page.reload();
  await expect(page.locator('.attended')).toHaveCount(4);
  await expect(page.locator('.attended:visible')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format });
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    expect(totalPages, format).toBe(4);
    for (const leaf of text) {
      const words = leaf.replace(/\s+/g, ' ');
      expect(words).toContain('Alternatives in Savara');
      // Spaces within a word come from its kerning.
      expect(words.replaceAll(' ', '')).toMatch(/^certificateofattendance/i);
      expect(words).toContain('It is not the certificate of the course');
      expect(words).not.toContain('Start afresh');
    }
    expect(text[0]).toContain('Amina Yusuf');
    expect(text[3]).toContain('María López');
  }
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('María López');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Empty it' }).click();
  await expect(page.getByLabel('Names', { exact: true })).toHaveValue('');
  const blank = await page.pdf({ format: 'A4' });
  const { totalPages } = await extractText(await getDocumentProxy(new Uint8Array(blank)));
  expect(totalPages).toBe(1);
});
