import { expect, type Page, test } from '@playwright/test';
import mammoth from 'mammoth';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

const { documents } = builtCourse();

/** Opens each, weighs it, and saves it by keyboard. */
async function expectToBeSaved(
  page: Page,
  documents: readonly { href: string; title: string; id: string }[],
) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const writer = () => asked.filter((url) => url.includes('/assets/workshop-docx'));
  for (const { href, title, id } of documents) {
    bytes = 0;
    asked.length = 0;
    await session.send('Network.clearBrowserCache');
    await page.goto(href, { waitUntil: 'networkidle' });
    expect.soft(bytes / 1024, id).toBeGreaterThan(5);
    expect.soft(bytes / 1024, id).toBeLessThanOrEqual(21);
    expect(writer()).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save for a word processor' }).focus();
    await page.keyboard.press('Enter');
    const file = await saved;
    expect(writer()).toHaveLength(1);
    expect(file.suggestedFilename()).toBe(`${id}.docx`);
    const { value } = await mammoth.extractRawText({ path: await file.path() });
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(plain(value)).toContain(plain(title));
    const paragraphs = await page.locator('.worked-document p:not(:has(.cite))').allInnerTexts();
    for (const paragraph of paragraphs.slice(1, 6))
      expect.soft(plain(value).toLowerCase(), id).toContain(plain(paragraph).toLowerCase());
  }
  await session.detach();
}

test('a worked document weighs at most 21 kB, uncached, and is saved for a word processor with its text in order, by a script that loads only on request @wide', async ({
  page,
}) => {
  await expectToBeSaved(page, documents.slice(0, 1));
  expect(await violations(page)).toEqual([]);
});

test('every worked document is saved in the same way @wide', async ({ page }) => {
  expect(documents.length).toBeGreaterThan(5);
  await expectToBeSaved(page, documents.slice(1));
});
