import { expect, type Page, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPreview } from '../../scorm/preview/preview.ts';
import { passTimeUntil } from '../browser/pass-time.ts';
import { pages, shell } from '../browser/preview-lms.ts';
import { smallDist } from '../browser/small-dist.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

// In one worker, so that packages are built once.
test.describe.configure({ mode: 'default' });

let dist: string;
let preview: Awaited<ReturnType<typeof startPreview>>;

test.beforeAll(async () => {
  dist = smallDist();
  for (const standard of ['scorm12', 'cmi5'])
    await quickPackages(['--standard', standard, '--diagnostics'], dist);
  preview = await startPreview({
    port: 0,
    packages: join(dist, 'packages'),
    attempts: join(dist, 'attempts'),
  });
});
test.afterAll(async () => {
  await preview.close();
  rmSync(dist, { recursive: true });
});

const open = (page: Page, standard: string) =>
  page.goto(`${preview.url}lms?package=ati-course-en-${standard}.zip`);
const report = async (page: Page) => {
  await expect(pages(page).locator('#findings')).toBeVisible();
  return pages(page).locator('#report').inputValue();
};

test('the diagnostics page reports a sound platform as in order, also by its own requests @wide', async ({
  page,
}) => {
  await open(page, 'scorm12');
  await page.locator('#launch').click();
  await shell(page).locator('#shell-diagnose').click();
  const said = await report(page);
  expect(said).not.toMatch(/: (?:note|fault)/);
  expect(said).toMatch(/sent: good\nagain: good/);
});

test('the diagnostics page notes that no data was seen to leave on a platform that stores nothing @wide', async ({
  page,
}) => {
  await open(page, 'scorm12');
  await page.locator('.panel > details > summary').click();
  await page.locator('#loses').check();
  await page.locator('#launch').click();
  await shell(page).locator('#shell-diagnose').click();
  expect(await report(page)).toContain('sent: note');
});

// Switches of the preview, and the faults that the page then reports. Each switch by itself, on
// platforms in small, is tried in `tests/scorm/diagnostics/profiles.test.ts`. None of these hides another.
for (const [habits, found] of [
  [
    ['mandatory', 'differences'],
    ['elements: note', 'again: note'],
  ],
  [['both', 'numbers', 'wipes'], []],
  [['commit-false'], ['commit: fault']],
] as const)
  test(`a platform with ${habits.join(', ')} is reported as ${found.join(', ') || 'nothing'} @wide`, async ({
    page,
  }) => {
    await open(page, 'scorm12');
    await page.locator('.panel > details > summary').click();
    for (const habit of habits) await page.locator(`#${habit}`).check();
    await page.locator('#launch').click();
    await shell(page).locator('#shell-diagnose').click();
    const said = await report(page);
    for (const finding of found) expect(said).toContain(finding);
    if (found.length === 0) expect(said).not.toMatch(/: (?:note|fault)/);
  });

test('diagnostics started before the platform responds stay on the page, and report the late response @wide', async ({
  page,
}) => {
  await page.clock.install();
  let answer = () => {};
  const isAnswered = new Promise<void>((done) => (answer = done));
  await page.route('**/record-store/token**', (route) => isAnswered.then(() => route.continue()));
  await open(page, 'cmi5');
  await page.locator('#launch').click();
  await shell(page).locator('#shell-diagnose').click();
  await expect(pages(page).locator('h1')).toHaveText(/tracking/);
  await page.clock.fastForward(4000);
  answer();
  await expect(shell(page).locator('html[data-after]')).toBeAttached();
  await passTimeUntil(page, shell(page).locator('#shell-keeping [data-keeping="kept"]'));
  await expect(pages(page).locator('h1')).toHaveText(/tracking/);
  // Once it is there, the page tries it.
  await shell(page).locator('#shell-diagnose').click();
  await expect.poll(() => report(page)).toMatch(/late: note \([3-9] s\)\n(?:.*\n)*commit: good/);
});
