import { expect, test } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Module } from '../../src/course/course.ts';
import { startPreview } from '../../scorm/preview/preview.ts';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { builtCourse, takeCheck } from '../browser/learner.ts';
import { element, pages, shell, visit } from '../browser/preview-lms.ts';
import { smallPackages } from '../browser/small-dist.ts';
import {
  beginFirstCase,
  finishFirstCase,
  playOtherCases,
  readLessons,
  type Walk,
} from '../browser/through-module.ts';

// The small course: what is tried is the preview, not the course.
let module: Module;
let name: string;
let preview: Awaited<ReturnType<typeof startPreview>>;
let folder: string;

test.beforeAll(() => {
  // It is built before the tests run, and after they are listed.
  const [first] = builtCourse('en', 'dist/small').modules;
  if (first === undefined) throw new Error('the small course has no module');
  module = first;
  name = `ati-${module.id}-en-cmi5.zip`;
});
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  mkdirSync(join(folder, 'packages'));
  copyFileSync(join(smallPackages, name), join(folder, 'packages', name));
  preview = await startPreview({
    port: 0,
    packages: join(folder, 'packages'),
    attempts: join(folder, 'attempts'),
  });
});
test.afterEach(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

test('P26: a cmi5 package is uploaded, used, suspended, resumed and finished, and statements show as they arrive @wide', async ({
  page,
}) => {
  const verbs = (verb: string) => page.locator(`#statements [data-verb="${verb}"]`);
  const launch = async () => {
    await page.locator('#launch').click();
    await expect(pages(page).locator('h1')).toBeVisible();
  };
  const close = async () => {
    await page.locator('#close').click();
    await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
  };
  await page.goto(preview.url);
  await page.locator('#zip').setInputFiles(join(smallPackages, name));
  await launch();
  await expect(verbs('launched')).toHaveCount(1);
  await expect(verbs('initialized')).toHaveCount(1);
  const walk: Walk = { module, place: pages(page), visit: (href) => visit(page, href) };
  await readLessons(walk);
  await beginFirstCase(walk, 1);
  await expect(verbs('answered')).toHaveCount(1);
  await close();
  await expect(verbs('terminated')).toHaveCount(1);
  await expect(verbs('abandoned')).toHaveCount(0);
  expect(await element(page, 'completed')).toBe('false');
  expect(await element(page, 'success')).toBe('unknown');

  // The next launch resumes in the middle of the case.
  await launch();
  await expect(pages(page).locator('[data-part="play"]')).toBeVisible();
  await finishFirstCase(walk, 1);
  await playOtherCases(walk);
  await visit(page, `en/${module.id}/check.html`);
  await takeCheck(pages(page), module, true);
  await expect(verbs('passed')).toHaveCount(1);
  await expect(page.locator('[data-element="success"]')).toContainText('passed');
  await shell(page).locator('#shell-exit').click();
  await expect(shell(page).locator('main')).toContainText('led back to the platform');
  await expect(page.locator('#state')).toHaveAttribute('data-state', 'ended');
  await close();

  expect(await element(page, 'completed')).toBe('true');
  expect(await element(page, 'score.scaled')).toBe('1');
  expect(await element(page, 'score.raw')).toBe('100');
  expect(await element(page, 'satisfied (CompletedAndPassed)')).toBe('true');
  expect(await element(page, 'time')).toMatch(/^PT(?!0S)[\d.]+S$/);
  await expect(verbs('terminated')).toHaveCount(2);
  await expect(verbs('satisfied')).toHaveCount(1);
  await expect(page.locator('#calls [data-call]:not([data-error="0"])')).toHaveCount(0);
  // A statement opens to what was sent.
  await verbs('passed').getByRole('button').click();
  await expect(page.locator('[data-whole="passed"]')).toContainText('"success": true');
});

test('a used token and a login page are reported in words, and the platform is unchanged afterwards @wide', async ({
  page,
}) => {
  await page.goto(`${preview.url}lms?package=${name}`);
  await page.locator('summary').first().click();
  await page.getByLabel('The token was used before').check();
  await page.locator('#launch').click();
  await expect(shell(page).locator('[data-problem="ended"]')).toBeVisible();
  await page.locator('#close').click();
  await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
  await page.getByLabel('The token was used before').uncheck();
  await page.locator('#launch').click();
  await expect(page.locator('#statements [data-verb="initialized"]').first()).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  // The platform itself says that the launch before, which never began, is over.
  await expect(page.locator('#statements [data-verb="abandoned"]')).toHaveCount(1);

  await page.getByLabel('Every answer is a page on which to log in').check();
  await visit(page, module.lessons[0]?.href ?? '');
  await pages(page).locator('a[rel="next"]').click();
  await expect(
    shell(page)
      .locator('#shell-keeping :is([data-keeping="failing"], [data-keeping="not-saved"])')
      .filter({ visible: true }),
  ).toHaveCount(1);
});
