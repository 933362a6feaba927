import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { violations } from '../browser/accessibility.ts';
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
async function startAfresh(page: Page) {
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
}
const readHere = async (page: Page) => (await storedRecord(page, course.id)).viewed;

test('D13: an unreadable record is set aside and reported, and a second one does not overwrite it', async ({
  page,
}) => {
  const notice = page.locator('[data-unreadable]');
  for (const [index, text] of unreadable.entries()) {
    await comeBackTo(page, text);
    await expect(notice).toBeVisible();
    expect(await aside(page)).toEqual(unreadable.slice(0, index + 1));
    await readToTheEnd(page);
    await expect.poll(() => readHere(page)).toEqual([lesson.id]);
  }
  // The record says what that means as long as something is kept aside, and gives it as a file.
  await notice.getByRole('link').click();
  await expect(notice).toBeHidden();
  const section = page.locator('[data-part="unreadable"]');
  await expect(section).toBeVisible();
  await expect(section.locator('[data-part="unread"]')).toBeHidden();
  const download = page.waitForEvent('download');
  await section.locator('[data-part="save-aside"]').click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  for (const text of unreadable) expect(saved).toContain(text);
  expect(await violations(page)).toEqual([]);

  await page.goto(second.href);
  await expect(notice).toBeHidden();
  await startAfresh(page);
  await expect(section).toBeHidden();
  expect(await aside(page)).toEqual([]);
});

test('D13: nothing is recorded until the learner agrees if there is no room to set the record aside', async ({
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
  const notice = page.locator('[data-unreadable]');
  await expect(notice).toBeVisible();
  await readToTheEnd(page);
  const record = () => page.evaluate((name) => localStorage.getItem(name), `ati:${course.id}`);
  expect(await record()).toBe(cut);
  expect(await aside(page)).toEqual(full);

  await notice.getByRole('link').click();
  const unread = page.locator('[data-part="unread"]');
  await expect(unread).toBeVisible();
  expect(await record()).toBe(cut);
  await unread.getByRole('button').click();
  await expect(unread).toBeHidden();
  await page.goto(lesson.href);
  await expect(notice).toBeHidden();
  await readToTheEnd(page);
  await expect.poll(() => readHere(page)).toEqual([lesson.id]);
});
