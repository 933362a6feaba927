import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { builtCourse, fullModule, takeCheck } from '../browser/learner.ts';
import { answerByKeys, responseTo } from '../browser/respond.ts';

const course = builtCourse();
const module = fullModule(course);
const questions = new Map(module.questions.map((question) => [question.id, question]));
const at = (day: string) => new Date(`${day}T10:00:00`);

/** Answers the question on the page by the keyboard. */
async function answer(page: Page, isRight: boolean) {
  const article = page.locator('[data-bank]:not(.away)');
  const id = String(await article.getAttribute('data-bank'));
  const question = questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  await answerByKeys(page, article, question, responseTo(question, isRight));
  await expect(page.locator('[data-part="verdict"]')).toBeFocused();
  return id;
}

test('P62: check questions join though their script comes slowly and the result is left at once', async ({
  page,
}) => {
  await page.clock.setFixedTime(at('2026-11-29'));
  await page.route('**/join-booster-*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 400));
    await route.continue();
  });
  await page.goto(`en/${module.id}/check.html`);
  await takeCheck(page, module, true);
  await page.goto('en/booster.html');
  await expect(page.getByText(`15 December 2026: ${module.check?.draw}`)).toBeVisible();
});

test('P62: check questions come back after sixteen days as variants, and retire when answered right again @wide', async ({
  page,
}) => {
  await page.clock.setFixedTime(at('2026-11-29'));
  await page.goto(`en/${module.id}/check.html`);
  await takeCheck(page, module, true);
  const line = page.locator('[data-booster]');
  await expect(line).toBeVisible();
  await line.getByRole('link').click();
  await expect(page.getByText('Nothing for today.')).toBeVisible();
  const waiting = `15 December 2026: ${module.check?.draw}`;
  await expect(page.getByText(waiting)).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Put the days into my calendar' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('DTSTART;VALUE=DATE:20261215');

  await page.clock.setFixedTime(at('2026-12-15'));
  await page.reload();
  await expect(page.getByText(`Questions for today: ${module.check?.draw}`)).toBeVisible();
  const begin = page.getByRole('button', { name: 'Begin' });
  await begin.focus();
  await page.keyboard.press('Enter');
  await answer(page, true);
  await expect(page.getByText('This question is done.')).toBeVisible();
  await page.keyboard.press('Tab');
  const next = page.getByRole('button', { name: 'Next question' });
  await next.focus();
  await page.keyboard.press('Enter');
  await answer(page, false);
  await expect(page.getByText('The question comes back in eight days')).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await expect(page.getByText('23 December 2026: 1')).toBeVisible();

  await page.goto('en/record.html');
  await expect(page.getByText('This question is done.')).toHaveCount(0);
});

test('questions of a workshop that is eight days ago or more are ready at once, and the page says so @wide', async ({
  page,
}) => {
  await page.clock.setFixedTime(at('2026-11-29'));
  await page.goto('en/booster.html');
  await page.getByLabel(module.title).check();
  const held = page.getByLabel('Day of the workshop');
  await held.fill('2026-11-21');
  await page.getByRole('button', { name: 'Let questions come back' }).click();
  await expect(page.getByRole('status').getByText('They are ready now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
});

test('workshop questions print as envelopes, with one sheet of questions and one of answers per day @wide', async ({
  page,
}) => {
  await page.clock.setFixedTime(at('2026-11-29'));
  await page.addInitScript(() => (window.print = () => dispatchEvent(new Event('beforeprint'))));
  await page.goto('en/booster.html');
  await page.getByLabel(module.title).check();
  await page.getByLabel('Day of the workshop').fill('2026-11-27');
  await page.getByRole('button', { name: 'Let questions come back' }).click();
  await expect(page.getByText('They come back on 5 December 2026.')).toBeVisible();
  await page.getByRole('button', { name: 'Print the questions for envelopes' }).click();
  const sheets = page.locator('.envelope');
  await expect(sheets).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(sheets.first().getByRole('heading')).toHaveText(/^Open on 5\u00a0December 2026/);
  await expect(sheets.first().locator('form').first()).toBeVisible();
  await expect(sheets.last().locator('strong').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  // The answers begin a sheet of their own, and no empty one follows them.
  await expect(sheets.last()).toHaveCSS('break-before', 'page');
  await expect(sheets.last()).toHaveCSS('break-after', 'auto');
});

test('failing storage is reported before the first answer', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await page.goto('en/booster.html');
  await expect(page.getByText('This browser keeps nothing here.')).toBeVisible();
});
