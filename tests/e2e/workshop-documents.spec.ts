import { expect, test } from '@playwright/test';
import mammoth from 'mammoth';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

test('every worked document is saved for a word processor, with its words in order', async ({
  page,
}) => {
  const { documents } = builtCourse();
  expect(documents.length).toBeGreaterThan(5);
  for (const { href, title, id } of documents) {
    await page.goto(href);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save for a word processor' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`${id}.docx`);
    const { value } = await mammoth.extractRawText({ path: await file.path() });
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(plain(value)).toContain(plain(title));
    const paragraphs = await page.locator('.worked-document p:not(:has(.cite))').allInnerTexts();
    for (const paragraph of paragraphs.slice(1, 6))
      expect.soft(plain(value).toLowerCase(), id).toContain(plain(paragraph).toLowerCase());
  }
  expect(await violations(page)).toEqual([]);
});
