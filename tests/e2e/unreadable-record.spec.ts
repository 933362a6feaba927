import { expect, test, type Page } from '@playwright/test';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { storedRecord, storeText } from '../browser/stored-record.ts';

const course = builtCourse();
const [lesson, second] = fullModule(course).lessons;
if (lesson === undefined || second === undefined) throw new Error('the module is empty');

/** Texts of which nothing is an attempt: cut, of another form, of another program. */
const unreadable = ['{"version":1,"viewed":["a"', '{"version":2}', 'not a record'] as const;

const comeBackTo = async (page: Page, text: string) => {
  await storeText(page, course.id, text, 'en/about.html');
  await page.goto(lesson.href);
};
const aside = (page: Page) =>
  page.evaluate(
    (name) =>
      [1, 2, 3, 4, 5].flatMap((place) => localStorage.getItem(`${name}:unreadable-${place}`) ?? []),
    `ati:${course.id}`,
  );
const readToTheEnd = (page: Page) => page.locator('.turn').scrollIntoViewIfNeeded();
const readHere = async (page: Page) => (await storedRecord(page, course.id)).viewed;

test('D13: a record that cannot be read is set aside and told, and the next such replaces none', async ({
  page,
}) => {
  const notice = page.locator('[data-problem="set-aside"]');
  for (const [index, text] of unreadable.entries()) {
    await comeBackTo(page, text);
    await expect(notice).toBeVisible();
    expect(await aside(page)).toEqual(unreadable.slice(0, index + 1));
    await readToTheEnd(page);
    await expect.poll(() => readHere(page)).toEqual([lesson.id]);
  }
  // It is told where it happened; what is recorded since is read like any other.
  await page.goto(second.href);
  await expect(notice).toBeHidden();
  await notice.locator('a').evaluate((link: HTMLAnchorElement) => link.click());
  await expect(page).toHaveURL(/move\.html$/);
});

test('D13: where there is no room to set it aside, nothing is recorded until the learner agrees', async ({
  page,
}) => {
  const full = ['a', 'b', 'c', 'd', 'e'];
  await page.goto('en/about.html');
  await page.evaluate(
    ([name = '', ...texts]) =>
      texts.forEach((text, index) => localStorage.setItem(`${name}:unreadable-${index + 1}`, text)),
    [`ati:${course.id}`, ...full],
  );
  const [cut] = unreadable;
  await comeBackTo(page, cut);
  const notice = page.locator('[data-problem="unread"]');
  await expect(notice).toBeVisible();
  await readToTheEnd(page);
  const record = () => page.evaluate((name) => localStorage.getItem(name), `ati:${course.id}`);
  expect(await record()).toBe(cut);
  expect(await aside(page)).toEqual(full);

  await notice.getByRole('button').click();
  await expect(notice).toBeHidden();
  // What was done while nothing could be recorded is recorded now.
  await expect.poll(() => readHere(page)).toEqual([lesson.id]);
});
