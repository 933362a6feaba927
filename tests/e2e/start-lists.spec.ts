import { expect, test, type Locator, type Page } from '@playwright/test';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { builtCourse } from '../browser/learner.ts';
import { storeRecord } from '../browser/stored-record.ts';

const course = builtCourse();
const lessons = course.modules.flatMap((module) => module.lessons);
const core = course.tracks.find(({ roles }) => roles.includes('judge'))?.first ?? '';
const titleOf = (id: string) => lessons.find((lesson) => lesson.id === id)?.title ?? '';
const word = (name: string, section: string) => {
  const found = course.interface.messages[section]?.[name];
  if (typeof found !== 'string') throw new Error(`no word ${section}.${name}`);
  return found;
};

/** The line of a lesson in the contents. */
const line = (page: Page, id: string): Locator =>
  page.locator('.toc li', { has: page.locator(`[data-lesson="${id}"]`) });

/** The fold of the module that a lesson belongs to, on the start page. */
const foldOf = (page: Page, id: string): Locator => {
  const module = course.modules.find((each) => each.lessons.some((lesson) => lesson.id === id));
  return page.locator(`#contents [data-module="${module?.id}"] details`);
};

test('the list of a module loads only when its fold is opened by key @wide', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const lists = () => asked.filter((url) => url.includes('/contents-'));
  await page.goto('en/index.html', { waitUntil: 'networkidle' });
  expect(lists()).toEqual([]);
  await expect(page.locator('.toc')).toHaveCount(0);

  const fold = foldOf(page, core);
  await fold.locator('summary').press('Enter');
  const module = course.modules.find((each) => each.lessons.some(({ id }) => id === core));
  await expect(fold.getByRole('link').first()).toHaveText(module?.lessons[0]?.title ?? '');
  await expect(fold.locator('summary')).toBeFocused();
  expect(lists()).toHaveLength(1);
  // A learner of whom nothing is known sees no marks.
  await expect(page.locator('.toc .on-track, .toc .state:visible')).toHaveCount(0);
  await expect(page.locator('[data-begin]')).toHaveText(word('begin', 'start'));

  await fold.getByRole('link', { name: titleOf(core) }).click();
  await expect(page.locator('h1')).toHaveText(titleOf(core));
});

for (const javaScriptEnabled of [true, false])
  test(`the fold leads to the module if the lists fail to load, with${javaScriptEnabled ? '' : 'out'} scripts @wide`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: String(baseURL) });
    const page = await context.newPage();
    await page.route('**/contents-*.js', (route) => route.abort());
    await page.goto('en/index.html');
    await foldOf(page, core).locator('summary').click();
    await foldOf(page, core).getByRole('link').click();
    await expect(page).toHaveURL(/introduction\.html$/);
    await expect(page.locator('.toc').getByRole('link', { name: titleOf(core) })).toBeVisible();
    await context.close();
  });

test('P13: lessons to reread are marked in lists that load late @wide', async ({ page }) => {
  const edition = { version: course.version, again: [core] };
  const attempt = { ...freshAttempt, viewed: [core], edition };
  await storeRecord(page, course.id, attempt, 'en/about.html');
  const update = page.waitForResponse('**/update-*.js');
  await page.route('**/contents-*.js', async (route) => {
    await update;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('en/index.html');
  await expect(line(page, core).locator('.again')).toHaveText(word('readAgain', 'changes'));
});

test('a check counts as passed by the pass mark on the page of a package', async ({ page }) => {
  const module = course.modules.find(({ check }) => check);
  const attempt = { ...freshAttempt, checks: { [module?.id ?? '']: { tries: [0.85] } } };
  const passed = page.locator(`.toc [data-check="${module?.id}"]`);
  const fold = page.locator(`#contents [data-module="${module?.id}"] summary`);
  await storeRecord(page, course.id, attempt, 'en/about.html');
  await page.goto('en/index.html');
  await fold.click();
  await expect(passed).toBeVisible();

  await page.route('**/en/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/data-mastery="[^"]*"/, 'data-mastery="0.9"');
    await route.fulfill({ response, body });
  });
  await page.goto('en/index.html');
  await fold.click();
  await expect(page.locator('.toc').first()).toBeAttached();
  await expect(passed).toBeHidden();
});
