import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import type { LearningEvent } from '../../src/progress/attempt.ts';
import { violations } from '../browser/accessibility.ts';
import { element, pages, shell } from '../browser/preview-lms.ts';
import { tinyCourse } from '../fixtures/dist-tiny/course.ts';
import { layOut } from '../fixtures/dist-tiny/files.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

// The tiny course has two modules; what is tried is the platform over a SCO for each.
const [first, second] = tinyCourse.modules;
const [bus] = tinyCourse.structure.cases;
let folder: string;
let preview: Awaited<ReturnType<typeof startPreview>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'modules-'));
  const dist = join(folder, 'dist');
  layOut(dist);
  const introduction =
    '<!DOCTYPE html><html lang="en"><head><title>Trial</title></head><body><h1>Trial</h1></body></html>';
  writeFileSync(join(dist, 'site/en/trial/introduction.html'), introduction);
  await quickPackages(['--standard', 'scorm2004', '--form', 'modules'], dist);
  preview = await startPreview({
    ...{ port: 0, packages: join(dist, 'packages'), attempts: join(folder, 'attempts') },
  });
});
test.afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

/** Cells of an activity on the page of the platform: completed, passed, score. */
const stands = (page: Page, id: string) =>
  page.locator(`#activities [data-activity="${id}"] td`).allTextContents();

const record = (page: Page, ...events: LearningEvent[]) =>
  shell(page)
    .locator('body')
    .evaluate((_, all) => {
      for (const event of all) window.atiShell?.record(event);
    }, events);

async function launch(page: Page) {
  await page.locator('#launch').click();
  await expect(pages(page).locator('body')).toBeVisible();
  await expect(page.locator('#state')).toHaveAttribute('data-state', 'running');
}

async function leave(page: Page) {
  await shell(page).locator('#shell-exit').click();
  await expect(shell(page).locator('#shell-closed')).toBeVisible();
  await page.locator('#close').click();
  await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
}

test('SN 4.6: a learner leaves one part midway, resumes it, and the course is rolled up @wide', async ({
  page,
}) => {
  const [a, b] = [first?.id ?? '', second?.id ?? ''];
  const [item, itemB, whole] = [`tiny.en.item.${a}`, `tiny.en.item.${b}`, 'tiny.en.item'];
  await page.goto(`${preview.url}lms?package=ati-course-en-scorm2004-modules.zip`);
  expect(await stands(page, whole)).toEqual(['unknown', '–', '–']);

  // The first part, left in the middle of its case.
  await launch(page);
  const [scene = '', choice = ''] = bus?.steps[0]?.split('.') ?? [];
  await record(
    page,
    { type: 'page.opened', page: bus?.id ?? '' },
    { type: 'case.chosen', case: bus?.id ?? '', scene, choice },
  );
  await leave(page);
  expect(await stands(page, item)).toEqual(['incomplete', '–', '–']);
  expect(await violations(page)).toEqual([]);

  // The second, chosen from the list of the platform, and done.
  await page.getByRole('link', { name: second?.title ?? '' }).click();
  await expect(page.locator(`[data-activity="${itemB}"]`)).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('#not-chosen')).toBeHidden();
  await launch(page);
  expect(
    await shell(page)
      .locator('body')
      .evaluate(() => window.atiShell?.attempt.cases),
  ).toEqual({});
  for (const { id } of second?.lessons ?? [])
    await record(page, { type: 'lesson.viewed', lesson: id });
  await leave(page);
  expect((await stands(page, itemB))[0]).toBe('completed');
  expect((await stands(page, whole))[0]).not.toBe('completed');

  // The first again: where it was left, and then to its end.
  await page.getByRole('link', { name: first?.title ?? '' }).click();
  await expect(page.locator(`[data-activity="${item}"]`)).toHaveAttribute('aria-current', 'true');
  await launch(page);
  await expect(pages(page).locator('body')).toBeVisible();
  expect(await element(page, 'cmi.location')).toBe(bus?.id);
  expect(
    await shell(page)
      .locator('body')
      .evaluate(() => Object.keys(window.atiShell?.attempt.cases ?? {})),
  ).toEqual([bus?.id]);
  for (const { id } of first?.lessons ?? [])
    await record(page, { type: 'lesson.viewed', lesson: id });
  await record(
    page,
    {
      ...{ type: 'case.chosen', case: bus?.id ?? '', scene, choice },
      ended: bus?.endings[0] ?? '',
    },
    { type: 'check.started', check: a, seed: 7, draw: 1 },
    { type: 'check.answered', check: a, item: 0, response: ['the-police'] },
    { type: 'check.finished', check: a, score: 1 },
  );
  await leave(page);
  expect(await stands(page, item)).toEqual(['completed', 'yes', '1']);
  // Passed is the whole only when every part that counts for it is (SN 4.6.2), and the second has no check.
  expect(await stands(page, whole)).toEqual(['completed', '–', '1']);
});
