import { expect, type Page, test } from '@playwright/test';
import { askedIn } from '../../src/course/assessment.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { fromRecord } from '../../src/progress/local-record.ts';
import { builtCourse } from '../browser/learner.ts';
import { fillIn, responseTo } from '../browser/respond.ts';
import { storeRecord } from '../browser/stored-record.ts';

const course = builtCourse();
const questions = new Map(
  course.modules.flatMap((module) => module.questions).map((question) => [question.id, question]),
);

/** The attempt as this browser keeps it. */
const kept = async (page: Page) =>
  fromRecord(await page.evaluate((key) => localStorage.getItem(key), `ati:${course.id}`));

/** Answers the question that is asked. */
async function answer(page: Page, isRight = true) {
  const article = page.locator('[data-bank]:not(.away)');
  const id = await article.getAttribute('data-bank');
  const question = questions.get(id ?? '');
  if (question === undefined) throw new Error(`no question ${id}`);
  await fillIn(article, question, responseTo(question, isRight));
  await article.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator(`[data-bank="${id}"]:not(.away)`)).toHaveCount(0);
}

test('a learner on the express track takes the pre-test, then the final, and sees the gain @wide', async ({
  page,
}) => {
  await page.goto('en/pre-test.html');
  await page.evaluate(
    ([key, track]) =>
      localStorage.setItem(String(key), JSON.stringify({ version: 1, viewed: [], track })),
    [`ati:${course.id}`, 'express'],
  );
  await page.reload();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Question 1 of 12')).toBeVisible();
  for (let item = 0; item < 12; item++) await answer(page, false);
  await expect(page.getByRole('heading', { name: 'Your score' })).toBeFocused();
  // Nothing depends on a pre-test, so nobody fails it; it leads into the course.
  await expect(page.getByText('This is where you stand before the course.')).toBeVisible();
  await expect(page.getByText('Not passed')).toHaveCount(0);
  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page.getByRole('link', { name: /^Your certificate/ })).toBeVisible();

  await page.goto('en/final.html');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let item = 0; item < 5; item++) await answer(page);
  await expect(page.getByText('Question 6 of 12')).toBeVisible();
  const before = await page.locator('[data-bank]:not(.away)').getAttribute('data-bank');

  // P03: left in the middle and resumed, the same question is asked.
  await page.reload();
  await page.getByRole('button', { name: 'Go on with the try you began' }).click();
  await expect(page.getByText('Question 6 of 12')).toBeVisible();
  expect(await page.locator('[data-bank]:not(.away)').getAttribute('data-bank')).toBe(before);
  for (let item = 5; item < 12; item++) await answer(page);
  await expect(page.getByText('12 of 12 right, 100%')).toBeVisible();
  await expect(page.getByText(/Before the course: .*Now, at best: 100%/)).toBeVisible();
  await expect(page.locator('[data-part="review"] > li')).toHaveCount(12);

  const checks = (await kept(page))?.checks ?? {};
  expect(checks['final']?.tries).toEqual([1]);
  expect(checks['pre-test']?.open).toBeUndefined();
  const asked = askedIn(course.structure, 'final', checks['final']?.last?.seed ?? 0, 12);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(12);

  // The answers can be looked at again later.
  await page.reload();
  await page.getByRole('button', { name: 'Look at your last answers' }).click();
  await expect(page.locator('[data-part="review"] > li')).toHaveCount(12);
});

test('a question bank that fails to load is reported, and nothing is lost', async ({ page }) => {
  await page.route('**/bank-en-*.js', (route) => route.abort());
  await page.goto('en/final.html');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute('**/bank-en-*.js');
  await page.getByRole('button', { name: /Begin|Go on/ }).click();
  await expect(page.getByText('Question 1 of 24')).toBeVisible();
});

/**
 * Opens the final as a learner of the shortest track who has answered all but the last question in an earlier visit.
 */
async function beforeTheLast(page: Page) {
  const seed = 7;
  const answers = askedIn(course.structure, 'final', seed, 12).map(({ id }, place) => {
    const question = questions.get(id);
    if (question === undefined) throw new Error(`no question ${id}`);
    return place < 11 ? responseTo(question, true) : undefined;
  });
  const checks = { final: { tries: [], open: { seed, answers } } };
  const attempt = { ...freshAttempt, track: 'express', checks };
  await storeRecord(page, course.id, attempt, 'en/about.html');
  await page.goto('en/final.html');
  await page.getByRole('button', { name: 'Go on with the try you began' }).click();
  await expect(page.getByText('Question 12 of 12')).toBeVisible();
}

test('a result that cannot be shown yet counts, and is shown later', async ({ page }) => {
  await page.route('**/check-result-*.js', (route) => route.abort());
  await beforeTheLast(page);
  await answer(page);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect((await kept(page))?.checks['final']?.tries).toEqual([1]);

  await page.unroute('**/check-result-*.js');
  await page.getByRole('button', { name: 'Look at your last answers' }).click();
  await expect(page.getByText('12 of 12 right, 100%')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a try whose answers cannot be marked yet stays open, and is marked later', async ({
  page,
}) => {
  await beforeTheLast(page);
  await page.route('**/bank-en-*.js', (route) => route.abort());
  await answer(page);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect((await kept(page))?.checks['final']?.tries).toEqual([]);

  await page.unroute('**/bank-en-*.js');
  await page.getByRole('button', { name: 'Go on with the try you began' }).click();
  await expect(page.getByText('12 of 12 right, 100%')).toBeVisible();
  expect((await kept(page))?.checks['final']?.tries).toEqual([1]);
});

test('submitting the last answer twice ends one try, not two', async ({ page }) => {
  await beforeTheLast(page);
  const article = page.locator('[data-bank]:not(.away)');
  const question = questions.get((await article.getAttribute('data-bank')) ?? '');
  if (question === undefined) throw new Error('no question is asked');
  await fillIn(article, question, responseTo(question, true));
  await article.locator('form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await expect(page.getByText('12 of 12 right, 100%')).toBeVisible();
  expect((await kept(page))?.checks['final']?.tries).toEqual([1]);
});

test('a question of a try ended in another tab leads back to the beginning @wide', async ({
  page,
  context,
}) => {
  await beforeTheLast(page);
  const other = await context.newPage();
  await other.goto('en/final.html');
  await other.getByRole('button', { name: 'Go on with the try you began' }).click();
  await answer(other);
  await expect(other.getByText('12 of 12 right, 100%')).toBeVisible();

  await answer(page);
  await expect(page.getByRole('button', { name: 'Look at your last answers' })).toBeVisible();
  expect((await kept(page))?.checks['final']?.tries).toEqual([1]);
});

test('without scripts the final leads to the questions in the module checks', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('en/final.html');
  await expect(page.getByRole('link', { name: course.modules[0]?.title ?? '' })).toBeVisible();
  await context.close();
});
