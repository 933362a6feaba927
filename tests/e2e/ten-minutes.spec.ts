import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { builtCourse } from '../browser/learner.ts';
import { storeRecord } from '../browser/stored-record.ts';

const course = builtCourse();
const judge = course.tracks.find(({ id }) => id === 'judge');
if (judge === undefined) throw new Error('there is no track for judges');

test('P61: a judge gets the next lesson of the track, one decision and one line, and a calendar of the rest @wide', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await page.getByRole('link', { name: 'Ten minutes today' }).click();
  await expect(page.locator('[data-card]:visible')).toHaveCount(3);

  const viewed = judge.first === undefined ? [] : [judge.first];
  await storeRecord(
    page,
    course.id,
    { ...freshAttempt, track: 'judge', viewed },
    'en/ten-minutes.html',
  );
  await page.goto('en/ten-minutes.html');
  const next = judge.lessons.find((id) => id !== judge.first);
  await expect(page.locator('[data-card="lesson"]:visible')).toHaveAttribute(
    'data-id',
    String(next),
  );
  await expect(
    page.getByText(`Lessons left on your track: ${judge.lessons.length - 1}`),
  ).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /into my calendar/ }).focus();
  await page.keyboard.press('Enter');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(judge.lessons.length - 1);
  await page.locator('[data-card="case"]:visible li a').first().click();
  await expect(page).toHaveURL(/\/cases\//);
});

test('every lesson, decision and line can be chosen without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('en/ten-minutes.html');
  const lessons = course.modules.flatMap((module) => module.lessons);
  await expect(page.locator('[data-card="lesson"]:visible')).toHaveCount(lessons.length);
  await context.close();
});

test('the next page is prefetched while a reader reads, but not with data saving on @wide', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('en/pre-arrest/exits-before-charge.html');
  const hint = page.locator('link[rel="prefetch"]');
  await page.clock.fastForward(5000);
  await expect(hint).toHaveCount(1);
  expect(await hint.getAttribute('href')).toMatch(/\.html$/);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.reload();
  await page.clock.fastForward(5000);
  await expect(hint).toHaveCount(0);
});
