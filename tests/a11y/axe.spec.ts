import { expect, test } from '@playwright/test';
import { violations, violationsInBothThemes } from '../browser/accessibility.ts';
import { certified, openCertificate } from '../browser/certified.ts';
import { bestWay, builtCourse, decide, fullModule, pressOnUntil } from '../browser/learner.ts';
import { pagesInFrame } from '../browser/pages-in-frame.ts';
import { unlikePages } from '../browser/unlike-pages.ts';

const module = fullModule();
const [firstCase] = module.cases;
if (firstCase === undefined) throw new Error('the module has no case');

// Faults of code and styles are looked for on the pages that together have all there is of both; faults of words and
// ids on every page (`everywhere.spec.ts`).
// The first of them have most of it.
for (const [first, last, when] of [
  [1, 8, ''],
  [9, 42, ' @wide'],
  [43, 500, ' @wide'],
] as const)
  test(`no distinct page has a violation in the light or dark scheme (pages from number ${first})${when}`, async ({
    page,
  }) => {
    const paths = unlikePages('dist/site').slice(first - 1, last);
    expect(paths).not.toEqual([]);
    const shown = await pagesInFrame(page);
    for (const path of paths) {
      await shown.open(path);
      expect.soft(await shown.violationsInBothThemes(), path).toEqual([]);
    }
  });

// A decision changes the scene only; the rest of the page is asked about at the end.
test('a case has no violations at any step @wide', async ({ page }) => {
  await page.goto(firstCase.href);
  for (const step of bestWay(module, firstCase.id)) {
    await decide(page, module, firstCase.id, step);
    expect(await violationsInBothThemes(page, '.scene'), step).toEqual([]);
  }
  await pressOnUntil(page, '[data-part="outcome"]');
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('an answered lesson question and an open term have no violations @wide', async ({ page }) => {
  await page.goto(module.lessons[0]?.href ?? '');
  const form = page.locator('form[data-question]').first();
  await form.scrollIntoViewIfNeeded();
  await form.locator('input').first().check();
  await form.locator('button').click();
  await page.locator('main a.term').first().click();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('the certificate and the check of its number have no violations @wide', async ({ page }) => {
  await openCertificate(page, certified(builtCourse(), 'express'));
  await page.getByLabel('Your name').fill('Amina Diallo');
  await page.locator('summary:visible').click();
  await expect(page.locator('article.certificate')).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('the evaluation has no violations when filled in or while confirming deletion @wide', async ({
  page,
}) => {
  await page.goto('en/evaluation.html');
  await page.locator('[name="useful"]').nth(3).check();
  await page.locator('#commitment').fill('Ask first.');
  await page.getByRole('button', { name: 'Delete these answers' }).click();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('the start page with an open list has no violations, for a new learner and one with a track @wide', async ({
  page,
}) => {
  await page.goto('index.html');
  await page.locator('#contents summary').first().click();
  await expect(page.locator('.toc').first()).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.locator('[data-take]').first().click();
  await expect(page.locator('a[rel="next"]')).toBeVisible();
  await page.goto('index.html');
  await page.locator('#contents details').first().click();
  await expect(page.locator('.toc .on-track').first()).toBeVisible();
  // A track changes its own words and its marks in the lists only.
  expect(await violationsInBothThemes(page, 'main')).toEqual([]);
});

test('search results have no violations @wide', async ({ page }) => {
  await page.goto('en/search.html?q=consent');
  await expect(page.locator('search-results [data-part="list"] a').first()).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('text has a contrast ratio of 7 to 1 in the light and dark schemes @wide', async ({
  page,
}) => {
  for (const path of ['index.html', module.lessons[0]?.href ?? '', firstCase.href]) {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await violations(page, ['color-contrast-enhanced']);
      expect(found, `${path} in ${colorScheme}`).toEqual([]);
    }
  }
});
