import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { siteServer } from '../../src/publish/serve.ts';
import { bestWay, decide, fullModule } from '../browser/learner.ts';
import { lookAtPages } from '../browser/look-at-pages.ts';
import { unlikePages } from '../browser/unlike-pages.ts';

// The page for a missing address starts at the root of the host, and asks for its script at every depth.
const pages = globSync('**/*.html', { cwd: 'dist/site' })
  .filter((path) => path !== '404.html')
  .toSorted();
const module = fullModule();
const caseId = module.cases[0]?.id ?? '';
/** Milliseconds for a test that opens every page of the course, on a busy machine. */
const everyPage = 600_000;

// In two tests, one for each worker.
for (const half of ['first', 'second'] as const)
  test(`every page works at a deep path under a strict policy, contacts no other host, does not scroll sideways at 320 px, and has valid names, ids and order (P33, P36): the ${half} half of the pages @wide`, async ({
    page,
  }) => {
    test.setTimeout(everyPage);
    const middle = Math.ceil(pages.length / 2);
    const paths = half === 'first' ? pages.slice(0, middle) : pages.slice(middle);
    const base = '/courses/2026 (a)/x9/';
    const server = siteServer('dist/site', base);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const root = origin + encodeURI(base);
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(root)) faults.push(`asked ${request.url()}`);
    });
    page.on('response', (response) => {
      if (!response.ok() && response.status() !== 304)
        faults.push(`${response.status()} ${response.url()}`);
    });
    try {
      const answer = await page.goto(`${root}en/about.html`);
      const policy = await answer?.headerValue('content-security-policy');
      expect(policy).toMatch(
        /^default-src 'self'; base-uri 'none'; form-action 'self'; style-src 'self' 'sha256-[^ ]+'$/,
      );
      expect(policy).not.toContain('unsafe');
      const looks = await lookAtPages(page, paths, { root, width: 320 });
      expect(looks).toHaveLength(paths.length);
      expect(looks.filter((look) => look.over > 0 || look.faults.length > 0)).toEqual([]);
      expect(faults).toEqual([]);
    } finally {
      server.close();
    }
  });

test('pages of every kind of content open from a disk without errors, and a case can be played there (P34) @wide', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  const address = (path: string) => pathToFileURL(resolve('dist/site', path)).href;
  for (const path of unlikePages('dist/site'))
    if (path !== '404.html') await page.goto(address(path));
  await page.goto(address(`en/cases/${caseId}.html`));
  const [first = ''] = bestWay(module, caseId);
  await decide(page, module, caseId, first);
  await page.goto(address('en/search.html'));
  await page.locator('#q').fill('naloxone');
  await expect(page.locator('search-results [data-part="list"] a').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test.describe('without scripts (D07)', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson shows its text, its questions and their answers', async ({ page }) => {
    await page.goto(module.lessons[0]?.href ?? '');
    await expect(page.locator('form[data-question]').first()).toBeVisible();
    const answer = page.locator('#answers details').first();
    await answer.locator('summary').click();
    await expect(answer.locator('li').first()).toBeVisible();
  });

  test('a check links to every question of its bank, with the answers apart', async ({ page }) => {
    await page.goto(`en/${module.id}/check.html`);
    await page.getByRole('link', { name: 'All questions of the check' }).click();
    const bank = module.questions.filter(({ use }) => use === 'bank');
    for (const { id } of bank) await expect(page.locator(`[data-bank="${id}"]`)).toBeVisible();
    await expect(page.locator('#answers details')).toHaveCount(bank.length);
  });

  test('a case is a booklet whose references all lead to existing numbers (P50)', async ({
    page,
  }) => {
    await page.goto(`en/cases/${caseId}.html`);
    await expect(page.locator('.booklet')).toBeVisible();
    const dangling = await page
      .locator('.booklet a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
    expect(dangling).toEqual([]);
    await expect(page.locator('[data-part="play"]')).toBeHidden();
  });
});

test('a case prints as its booklet, and a page prints without menus (P50)', async ({ page }) => {
  await page.goto(`en/cases/${caseId}.html`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.booklet')).toBeVisible();
  await expect(page.locator('[data-part="play"]')).toBeHidden();
  await expect(page.locator('header nav')).toBeHidden();
});

test('every bench card prints on one sheet of A4 @wide', async ({ page }) => {
  test.setTimeout(everyPage);
  const cards = pages.filter((path) => path.endsWith('/bench-card.html'));
  expect(cards.length).toBeGreaterThan(0);
  for (const path of cards) {
    await page.goto(path);
    const pdf = await page.pdf({ format: 'A4', printBackground: false });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), path).toHaveLength(1);
  }
});
