import { expect, test, type Page } from '@playwright/test';
import { builtCourse, fullModule } from '../browser/learner.ts';

const module = fullModule();
const [first, second] = module.lessons;
if (first === undefined || second === undefined) throw new Error('the module is empty');

/** Kilobytes on the wire, brotli, headers included, that a page costs (P52). */
async function weigh(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await act();
  await page.waitForLoadState('load');
  await page.waitForTimeout(200);
  await session.detach();
  return bytes / 1024;
}

const cold = (page: Page, path: string) => weigh(page, () => page.goto(path));

for (const [name, path, most] of [
  ['the start page', 'index.html', 16],
  ['a page without questions', `en/${module.id}/introduction.html`, 14],
  ['the summary', `en/${module.id}/summary.html`, 14],
  ...module.lessons.map(({ id, href }) => [`the lesson ${id}`, href, 18] as const),
  ['the glossary', 'en/glossary.html', 40],
  ['the sources', 'en/sources.html', 40],
  ['the bench card', `en/${module.id}/bench-card.html`, 40],
] as const)
  test(`${name} weighs at most ${most} kB, cold`, async ({ page }) => {
    expect(await cold(page, path)).toBeLessThanOrEqual(most);
  });

test('the next lesson weighs at most 10 kB', async ({ page }) => {
  await page.goto(first.href);
  expect(await weigh(page, () => page.goto(second.href))).toBeLessThanOrEqual(10);
});

for (const { id, href } of builtCourse().modules.flatMap(({ cases }) => cases))
  test(`the case ${id} weighs at most 24 kB beside its own words`, async ({ page, request }) => {
    const total = await cold(page, href);
    // The words alone: the text of the booklet and the debrief, compressed by themselves.
    const words = await page.evaluate(() =>
      [...document.querySelectorAll('.booklet, .debrief')]
        .map((part) => part.textContent)
        .join('\n'),
    );
    const { brotliCompressSync } = await import('node:zlib');
    const own = brotliCompressSync(words.replace(/\s+/g, ' ')).length / 1024;
    expect(total - own).toBeLessThanOrEqual(24);
    expect((await request.get(href)).ok()).toBe(true);
  });

for (const query of ['naloxone', 'randomized trial', 'drug court'])
  test(`search for "${query}" weighs at most 30 kB to ten results`, async ({ page }) => {
    const weight = await weigh(page, async () => {
      await page.goto('en/search.html');
      await page.locator('#q').fill(query);
      await expect(page.locator('search-results [data-part="list"] a')).toHaveCount(10);
    });
    expect(weight).toBeLessThanOrEqual(30);
  });

test('text is readable before any script has come', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(first.href);
  await expect(page.locator('main p').first()).toBeVisible();
});
