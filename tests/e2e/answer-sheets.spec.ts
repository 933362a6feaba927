import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Confidence } from '../../src/questions/confidence.ts';
import { sheetCode } from '../../src/statistics/sheet-code.ts';
import { fromRecord } from '../../src/progress/local-record.ts';
import { course, file, questions, sheets, type sheetOf } from '../browser/answer-sheets.ts';
import { fillIn, responseTo } from '../browser/respond.ts';

const words = { sure: 'Sure', fairly: 'Fairly sure', guessing: 'Guessing' };

/** Opens a page as a learner on the express track, whose assessments ask twelve questions. */
async function openExpress(page: Page, path: string) {
  await page.goto(path);
  await page.evaluate(
    ([key, track]) =>
      localStorage.setItem(String(key), JSON.stringify({ version: 1, viewed: [], track })),
    [`ati:${course.id}`, 'express'],
  );
  await page.reload();
}

/** Answers the question that is asked. @returns its id */
async function answer(page: Page, isRight: boolean, howSure?: Confidence): Promise<string> {
  const article = page.locator('[data-bank]:not(.away)');
  const id = (await article.getAttribute('data-bank')) ?? '';
  const question = questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  await fillIn(article, question, responseTo(question, isRight));
  if (howSure) await article.getByLabel(words[howSure], { exact: true }).check();
  await article.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.locator(`[data-bank="${id}"]:not(.away)`)).toHaveCount(0);
  return id;
}

test('a learner rates their confidence, leaves midway, and sees a note at the end @wide', async ({
  page,
}) => {
  await openExpress(page, 'en/final.html');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let item = 0; item < 3; item++) await answer(page, true, 'sure');
  const wrong = await answer(page, false, 'sure');
  await answer(page, false, 'guessing');
  // Nothing is marked for the learner: what was said of one answer is not said of the next.
  await expect(page.getByLabel('Prefer not to say')).toBeChecked();
  await expect(page.getByText('Question 6 of 12')).toBeVisible();

  // P03: left and resumed, the marks are those given before.
  await page.reload();
  await page.getByRole('button', { name: 'Go on with the try you began' }).click();
  await expect(page.getByText('Question 6 of 12')).toBeVisible();
  await answer(page, true, 'guessing');
  for (let item = 6; item < 12; item++) await answer(page, true);

  // The marks change no score.
  await expect(page.getByText('10 of 12 right, 83%')).toBeVisible();
  const note = page.locator('[data-part="calibration"]');
  await expect(note.locator('[data-level]:visible')).toHaveText([
    'Sure: 3 of 4 right',
    'Guessing: 1 of 2 right',
  ]);
  await expect(note.locator('[data-part="first"] > li')).toHaveCount(1);
  await note.getByRole('link', { name: 'Question 4' }).click();
  await expect(page.locator('#reviewed-4')).toBeInViewport();
  // Beside it stand the lessons to read again.
  const lessons = course.modules.flatMap((module) => module.lessons);
  const behind = lessons.filter(({ objectives }) =>
    objectives.includes(questions.get(wrong)?.objective ?? ''),
  );
  await expect(note.locator('[data-part="first"] [data-part="reread"] a')).toHaveText(
    behind.map(({ title }) => title),
  );

  // They are beside the attempt, not in it: what an LMS would be given knows nothing of them.
  const stored = await page.evaluate(() => Object.entries(localStorage) as [string, string][]);
  const attempt = stored.find(([key]) => key === `ati:${course.id}`)?.[1] ?? '';
  expect(attempt).not.toMatch(/guessing|ssss/);
  const seed = fromRecord(attempt)?.checks['final']?.last?.seed;
  const [, kept] =
    stored.find(([key]) => key.startsWith('ati-notes:') && key.endsWith(':confidence')) ?? [];
  expect(JSON.parse(kept ?? '')).toEqual({ [String(seed)]: 'ssssgg------' });

  // Starting afresh removes them.
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('notes'))),
  ).toEqual([]);
});

test('no confidence rating means no note, and a module check behaves the same @wide', async ({
  page,
}) => {
  const module = course.modules.find(({ check }) => check);
  if (module?.check === undefined) throw new Error('no module has a check');
  await page.goto(`en/${module.id}/check.html`);
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let item = 0; item < module.check.draw; item++) await answer(page, item > 0);
  await expect(page.getByRole('heading', { name: 'Your score' })).toBeFocused();
  await expect(page.locator('[data-part="calibration"]')).toBeHidden();

  await page.getByRole('button', { name: 'Try again with new questions' }).click();
  for (let item = 0; item < module.check.draw; item++) await answer(page, true, 'fairly');
  await expect(page.locator('[data-level]:visible')).toHaveText(
    `Fairly sure: ${module.check.draw} of ${module.check.draw} right`,
  );
  await expect(page.locator('[data-part="sure-and-wrong"]')).toBeHidden();
});

test('the answer sheet of a try is made on request, as a file and as a code with the same content @wide', async ({
  page,
}) => {
  await openExpress(page, 'en/final.html');
  await page.getByRole('button', { name: 'Begin' }).click();
  const asked: string[] = [];
  for (let item = 0; item < 12; item++)
    asked.push(await answer(page, item > 1, item < 4 ? 'sure' : undefined));
  await expect(page.getByRole('heading', { name: 'Your score' })).toBeFocused();

  // The record leads to it, later too.
  await page.goto('en/record.html');
  await page.getByRole('link', { name: 'The answer sheet of your last final assessment' }).click();
  await expect(page.locator('#answer-sheet')).toBeFocused();
  await expect(page.locator('#sheet-code')).toBeHidden();
  await page.getByRole('button', { name: 'Make my answer sheet' }).click();
  await expect(page.locator('#sheet-code')).toBeFocused();
  const code = await page.locator('#sheet-code').inputValue();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^answer-sheet-final-[0-9a-z]+\.json$/);
  const text = readFileSync(await saved.path(), 'utf8');
  const made = JSON.parse(text) as ReturnType<typeof sheetOf>;
  expect(made.answers.map(({ question }) => question)).toEqual(asked);
  expect(made.answers.map(({ isRight }) => isRight)).toEqual(asked.map((_, item) => item > 1));
  expect(made.answers.map(({ confidence }) => confidence)).toEqual(
    asked.map((_, item) => (item < 4 ? 'sure' : undefined)),
  );
  // The page makes the same of its forms as the course makes of its questions.
  expect(sheetCode(sheets, made)).toBe(code);

  // Its trainer takes the file, and knows the code for the same sheet.
  await page.getByRole('link', { name: /For trainers: adding up/ }).click();
  await expect(page.locator('item-statistics')).toBeVisible();
  await page.locator('#sheet-files').setInputFiles(file('mine.json', text));
  await expect(page.locator('[data-part="said"]')).toContainText('counted so far: 1');
  await page.locator('#sheet-codes').fill(code);
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await expect(page.locator('[data-part="refusals"]')).toContainText('same try');
});
