import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();

test('the start page links to all reference material @wide', async ({ page }) => {
  await page.goto('en/index.html');
  for (const name of ['countries', 'words', 'index-of-law', 'glossary', 'sources'])
    await expect(page.locator(`main a[href="${name}.html"]`).first()).toBeVisible();
});

const cards = [
  ...course.cards.map(({ href }) => href),
  ...course.modules.map(({ id }) => `en/${id}/bench-card.html`),
];

test('the card of each role prints on one sheet of A4 and of Letter, and no row of any card crosses the fold or overflows its column @wide', async ({
  page,
}) => {
  for (const href of cards) {
    await page.goto(href);
    if (course.cards.some((card) => card.href === href))
      for (const format of ['A4', 'Letter']) {
        const pdf = await page.pdf({ format, printBackground: false });
        expect
          .soft(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), `${href}, ${format}`)
          .toHaveLength(1);
      }
    await page.emulateMedia({ media: 'print' });
    // Sizes of A4 and of Letter inside the margins of a card.
    for (const [width, height] of [
      [718, 1054],
      [741, 987],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { lowest, over } = await page.evaluate(() => ({
        lowest: Math.max(
          ...[...document.querySelectorAll('.half:first-child .card-row')].map(
            (row) => row.getBoundingClientRect().bottom,
          ),
        ),
        over: [...document.querySelectorAll('.card section')].filter(
          (part) => part.scrollWidth > part.clientWidth + 1,
        ).length,
      }));
      expect.soft(lowest, href).toBeGreaterThan(0);
      expect.soft(lowest, href).toBeLessThanOrEqual(height / 2);
      expect.soft(over, href).toBe(0);
    }
    await page.emulateMedia({ media: null });
  }
});

test('text typed on the card of a role is stored and printed, and its first lines are shared by all cards', async ({
  page,
}) => {
  await page.goto('en/cards/judge.html');
  await page.getByLabel('My court, station or service').fill('District Court of Lira');
  await page.getByLabel('Treatment service: Name, telephone, hours').fill('Clinic <b>, 555');
  await page.reload();
  await expect(page.getByLabel('Treatment service: Name, telephone, hours')).toHaveValue(
    'Clinic <b>, 555',
  );
  await page.goto('en/cards/police.html');
  await expect(page.getByLabel('My court, station or service')).toHaveValue(
    'District Court of Lira',
  );
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('District Court of Lira')).toBeVisible();
  await expect(page.getByLabel('My court, station or service')).toBeHidden();
});

test('the note on each country is linked from the list, and starts with a warning about law', async ({
  page,
}) => {
  for (const { href, title } of course.countries) {
    await page.goto('en/countries.html');
    await page.getByRole('link', { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`${href}$`));
    const first = page.locator('main .text > *').first();
    await expect(first).toHaveClass(/caution/);
    await expect(page.locator('main .where')).toContainText(/\d{4}/);
  }
});

test('an article in the index of law leads to a page that cites it @wide', async ({ page }) => {
  await page.goto('en/index-of-law.html#un-1988');
  const entry = page
    .locator('section:has(> #un-1988) .law-index > div')
    .filter({ has: page.locator('dt', { hasText: '3(4)(c)' }) });
  await entry.locator('a').first().click();
  await expect(page.locator('main a.cite[href$="#un-1988"]').first()).toBeVisible();
});

test('every verified principle, and no other, is in its lesson with a source', async ({ page }) => {
  await page.goto('en/local-implementation/principles-paper.html');
  const shown = page.locator('.principles > li');
  await expect(shown).toHaveCount(course.principles.length);
  await expect(shown.filter({ has: page.locator('a.cite') })).toHaveCount(course.principles.length);
});

test('a source opens at its address, and lists what rests on it, with links to existing pages', async ({
  page,
  request,
}) => {
  await page.goto('en/sources.html#cnd-58-5');
  await expect(page.locator('#cnd-58-5')).toBeInViewport();
  const list = page.locator('#cnd-58-5');
  await expect(list).toHaveAttribute('open');
  const links = await list
    .locator('p:last-child a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});

test('a citation opens its source in place, and remains a link to the list @wide', async ({
  page,
}) => {
  await page.goto('en/legal-framework/article-three.html');
  const citation = page.locator('main a.cite').first();
  const id = ((await citation.getAttribute('href')) ?? '').replace(/.*#/, '');
  const source = course.sources.find((one) => one.id === id);
  await citation.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('.definition');
  await expect(panel).toContainText(source?.title ?? '?');
  await expect(panel.getByRole('link').first()).toHaveAttribute('href', source?.url ?? '');
  await expect(citation).toHaveAttribute('aria-expanded', 'true');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(citation).toBeFocused();
  await citation.click();
  await panel.getByRole('link', { name: 'In the list of sources' }).click();
  await expect(page).toHaveURL(new RegExp(`sources\\.html#${id}$`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('a citation leads to the list if the file of sources fails to load @wide', async ({
  page,
}) => {
  await page.route('**/assets/sources-*.js', (route) => route.abort());
  await page.goto('en/legal-framework/article-three.html');
  await page.locator('main a.cite').first().click();
  await expect(page).toHaveURL(/sources\.html#/);
});

test('the sources page weighs at most 52 kB, compressed', () => {
  const html = readFileSync('dist/site/en/sources.html');
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(52_000);
});
