import { expect, test } from '@playwright/test';
import { builtCourse, fullModule } from '../browser/learner.ts';

const [lesson] = fullModule(builtCourse()).lessons;
if (lesson === undefined) throw new Error('the module is empty');

test('a term is explained in place, by keyboard and by touch', async ({ browser, baseURL }) => {
  for (const hasTouch of [false, true]) {
    const context = await browser.newContext({
      hasTouch,
      viewport: { width: 360, height: 740 },
      baseURL: String(baseURL),
    });
    const page = await context.newPage();
    await page.goto(lesson.href);
    const term = page.locator('main a.term').first();
    if (hasTouch) await term.tap();
    else {
      await term.focus();
      await page.keyboard.press('Enter');
    }
    const popup = page.locator('.definition');
    await expect(popup).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(popup).toBeHidden();
    if (!hasTouch) await expect(term).toBeFocused();
    await context.close();
  }
});

test('a term opens with the space bar on a slow line, and leads to the glossary if its explanation fails to load @wide', async ({
  page,
}) => {
  await page.route('**/reader-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto(lesson.href);
  const term = page.locator('main a.term[role="button"]').first();
  await expect(term).toHaveAttribute('aria-expanded', 'false');
  await term.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Space');
  await expect(page.locator('.definition')).toBeVisible();
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.unroute('**/reader-*.js');
  await page.route('**/reader-*.js', (route) => route.abort());
  await page.reload();
  await term.click();
  await expect(page).toHaveURL(/glossary\.html#/);
});
