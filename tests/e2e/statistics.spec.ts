import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { answerSheet, sheetFile } from '../../src/statistics/answer-sheet.ts';
import { sheetFingerprint, sheetQuestion } from '../../src/statistics/sheet-question.ts';
import { drawAssessment } from '../../src/course/assessment.ts';
import type { Confidence } from '../../src/questions/confidence.ts';
import { sheetCode } from '../../src/statistics/sheet-code.ts';
import { fromRecord } from '../../src/progress/local-record.ts';
import { builtCourse } from '../browser/learner.ts';
import { fillIn, responseTo } from '../browser/respond.ts';

const course = builtCourse();
const questions = new Map(
  course.modules.flatMap((module) => module.questions).map((question) => [question.id, question]),
);
const banks = course.modules
  .filter(({ check }) => check)
  .map((module) => module.questions.filter(({ use }) => use === 'bank'));
const { blueprint = [] } = course.assessment ?? {};
const sheets = {
  id: course.id,
  print: sheetFingerprint(course.id, course.languages, banks, blueprint),
  languages: course.languages,
  questions: new Map(banks.flat().map((question) => [question.id, sheetQuestion(question)])),
  draw: (...[check, count, seed]: [check: 'final' | 'pre-test', count: number, seed: number]) =>
    drawAssessment(check, banks, blueprint, count, seed),
};

/** The sheet of a try of which so many answers, counted from the end, are wrong, the last surely so. */
function sheetOf(seed: number, wrong: number) {
  const asked = sheets.draw('final', 12, seed);
  const isRight = (place: number) => place < asked.length - wrong;
  return answerSheet(
    sheets,
    'en',
    'final',
    seed,
    asked.map((id, place) => {
      const question = questions.get(id);
      return question && responseTo(question, isRight(place));
    }),
    asked.map((_, place) => (isRight(place) ? undefined : 'sure')),
  );
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
const asFile = (seed: number, wrong: number) =>
  sheetFile(sheets, course.version, sheetOf(seed, wrong), 'A test.');

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
  return id;
}

test('a learner says how sure they are, leaves in the middle, and sees a note at the end', async ({
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

test('without a mark there is no note, and in a module check it is the same', async ({ page }) => {
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

test('the sheet of a try is made on request, as a file and as a code that say the same', async ({
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
  // What the page makes of its forms is what the course makes of its questions.
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

test('a trainer adds sheets up; what is damaged, foreign or there already is refused, with a reason', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await page.goto('en/statistics.html');
  const lost = asFile(4, 3).replace('"isRight": true', '"isRight": false');
  await page
    .locator('#sheet-files')
    .setInputFiles([
      file('one.json', asFile(1, 0)),
      file('two.json', asFile(2, 3)),
      file('again.json', asFile(1, 0)),
      file('damaged.json', lost),
      file('old.json', asFile(5, 0).replace(/"print": \d+/, '"print": 1')),
      file('letter.json', '{"dear": "trainer"}'),
    ]);
  const said = page.locator('[data-part="said"]');
  await expect(said).toHaveText('Sheets counted so far: 2. Refused just now: 4.');
  await expect(page.locator('[data-part="refusals"] li')).toHaveText([
    /again\.json: .*same try/,
    /damaged\.json: .*damaged/,
    /old\.json: .*another version/,
    /letter\.json: .*neither/,
  ]);

  const code = sheetCode(sheets, sheetOf(3, 6));
  await page
    .locator('#sheet-codes')
    .fill(`${code}\n\n${code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}\n`);
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await expect(said).toHaveText('Sheets counted so far: 3. Refused just now: 1.');
  await expect(page.locator('[data-part="refusals"]')).toContainText('line 3');

  const table = page.locator('[data-assessment="final"]');
  // 12, 9 and 6 of 12.
  await expect(table.locator('[data-part="scores"]')).toHaveText(
    /Sheets: 3\. Mean: 75% right\. Lowest 50%, highest 100%\. With fewer than 10 sheets/,
  );
  const once = new Set([1, 2, 3].flatMap((seed) => sheets.draw('final', 12, seed)));
  await expect(table.locator('tbody tr')).toHaveCount(once.size);
  await expect(table.locator('[data-part="discrimination"]').first()).toHaveText('too few');
  await expect(page.locator('[data-assessment="pre-test"]')).toBeHidden();

  // The hardest on top, by keyboard.
  await table.getByRole('button', { name: 'Right' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.locator('th[aria-sort="ascending"]')).toHaveText('Right', {
    useInnerText: true,
  });
  await expect(table.locator('[data-part="right"]').first()).toHaveText('0%');
  await page.keyboard.press('Enter');
  await expect(table.locator('[data-part="right"]').first()).toHaveText('100%');
  await table.getByRole('button', { name: 'Sure and wrong' }).click();
  await expect(table.locator('[data-part="sure"]').last()).toHaveText('not said');
  expect(await violations(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(csv).toHaveLength(once.size + 2);
  expect(csv.slice(1, -1).every((line) => line.startsWith('final,'))).toBe(true);

  // Nothing was sent, and with the page the sheets are gone.
  expect(new Set(asked)).toEqual(new Set(['GET']));
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.reload();
  await expect(page.locator('[data-part="counted"]')).toBeHidden();
});

test('ten sheets and more have discrimination and spread, on a phone and from a disk', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(new URL('../../dist/site/en/statistics.html', import.meta.url).href);
  const seeds = Array.from({ length: 60 }, (_, place) => place + 10);
  const codes = seeds.map((seed) => sheetCode(sheets, sheetOf(seed, seed % 9)));
  await page.locator('#sheet-codes').fill(codes.join('\n'));
  await page.getByRole('button', { name: 'Add the codes' }).click();
  await expect(page.locator('[data-part="said"]')).toContainText('counted so far: 60');
  await expect(page.locator('[data-assessment="final"] [data-part="scores"]')).toContainText(
    'percentage points',
  );
  const cells = page.locator('[data-assessment="final"] [data-part="discrimination"]');
  expect((await cells.allInnerTexts()).filter((text) => /^-?[01]\.\d\d$/.test(text))).not.toEqual(
    [],
  );
  // The table scrolls in itself; the page does not.
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await context.close();
});

test('the table prints without the questions that are closed, and its head on every sheet', async ({
  page,
}) => {
  await page.goto('en/statistics.html');
  const seeds = Array.from({ length: 40 }, (_, place) => place + 10);
  await page
    .locator('#sheet-codes')
    .fill(seeds.map((seed) => sheetCode(sheets, sheetOf(seed, seed % 9))).join('\n'));
  await page.getByRole('button', { name: 'Add the codes' }).click();
  const rows = page.locator('[data-assessment="final"] tbody tr');
  await rows.first().locator('summary').click();
  const words = async (place: number) =>
    (await rows.nth(place).locator('[data-part="choices"] li span').first().textContent()) ?? '';
  const [opened, closed] = [await words(0), await words(1)];

  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  const sheetsOfPaper = text.map((sheet) => sheet.replace(/\s+/g, ' '));
  expect(sheetsOfPaper.join(' ')).toContain(opened);
  expect(sheetsOfPaper.join(' ')).not.toContain(closed);
  const tables = sheetsOfPaper.slice(0, -1);
  expect(tables.filter((sheet) => !/Answered Right Discrimination/.test(sheet))).toEqual([]);
});

test('without scripts the page says what it needs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('en/statistics.html');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('item-statistics')).toBeHidden();
  await context.close();
});
