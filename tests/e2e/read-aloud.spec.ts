import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { lesson, openReadingPanel, readingPanel } from '../browser/reading-panel.ts';
import { endSpeech, highlighted, lastSpoken, spoken, withVoice } from '../browser/silent-voice.ts';

test('P57: a page is read aloud sentence by sentence, the sentence is highlighted, and only text is read @wide', async ({
  page,
}) => {
  await withVoice(page, [
    { lang: 'de-DE', localService: true },
    { lang: 'en-GB', localService: false },
    { lang: 'en-US', localService: true },
  ]);
  await page.goto(lesson);
  await openReadingPanel(page);
  await readingPanel(page).getByRole('button', { name: 'Read this page aloud' }).click();
  const bar = page.getByRole('region', { name: 'Read this page aloud' });
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeFocused();
  const title = String(await page.locator('h1').textContent());
  expect(await spoken(page)).toEqual([`${title}|1|Voice 3`]);
  expect(await highlighted(page)).toBe(title);
  expect(await violationsInBothThemes(page)).toEqual([]);

  await endSpeech(page);
  await expect.poll(() => lastSpoken(page)).not.toBe(title);
  const second = await lastSpoken(page);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await endSpeech(page);
  expect(await lastSpoken(page)).toBe(second);
  await bar.getByRole('button', { name: 'Back one sentence' }).click();
  expect(await highlighted(page)).toBe(title);
  await bar.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await spoken(page)).length).toBe(3);
  await bar.getByLabel('Speed').selectOption('1.25');
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe(`${title}|1.25|Voice 3`);

  // To the end: neither sources, nor questions, nor ways to other pages.
  const cites = await page.locator('.text .cite').allTextContents();
  expect(cites.length).toBeGreaterThan(0);
  for (let count = 0; count < 400; count++) {
    if (await page.getByText('This is the end of the page.').isVisible()) break;
    await endSpeech(page);
    await page.waitForTimeout(1);
  }
  await expect(page.getByText('This is the end of the page.')).toBeVisible();
  const all = (await spoken(page)).map((line) => line.split('|')[0]).join(' ');
  for (const cite of cites) expect(all).not.toContain(cite);
  for (const words of ['Search', 'Previous', 'Terms on this page'])
    expect(all).not.toContain(words);
  for (const caption of await page.locator('.text figcaption').allTextContents())
    expect(all.replace(/\s/g, '')).toContain(caption.replace(/\s/g, ''));

  await bar.getByRole('button', { name: 'Stop' }).click();
  await expect(bar).toHaveCount(0);
  expect(await highlighted(page)).toBe('');
  // The speed is kept.
  await page.reload();
  await openReadingPanel(page);
  await readingPanel(page).getByRole('button', { name: 'Read this page aloud' }).click();
  await expect.poll(async () => (await spoken(page)).at(-1)).toContain('|1.25|');
});

test('P57: a scene of a case is read aloud when it appears, with its choices @wide', async ({
  page,
}) => {
  await withVoice(page, [{ lang: 'en-GB', localService: true }]);
  await page.goto('en/cases/third-theft.html');
  await openReadingPanel(page);
  await readingPanel(page).getByRole('button', { name: 'Read this page aloud' }).click();
  const choice = page.locator('.play .choices button').first();
  const words = String(await choice.textContent());
  await choice.click();
  const heading = page.locator('.play [data-part="heading"]');
  await expect.poll(() => lastSpoken(page)).toBe((await heading.textContent())?.trim());
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('.play [data-part="on"]').click();
  const count = (await spoken(page)).length;
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await spoken(page)).length).toBe(count + 1);
  expect(words).not.toBe('');
});

test('P57: listening is not offered if no voice speaks the language', async ({ page }) => {
  await withVoice(page, [{ lang: 'fr-FR', localService: true }]);
  await page.goto(lesson);
  await openReadingPanel(page);
  await expect(readingPanel(page).getByRole('heading', { name: 'Text and colours' })).toBeVisible();
  await expect(readingPanel(page).getByText('Read this page aloud')).toBeHidden();
});
