import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { buildPackages } from '../../scorm/cli.ts';
import { startPreview } from '../../scorm/preview/preview.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { progressLink } from '../../src/progress/progress-link.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { open, pages, visit } from '../browser/preview-lms.ts';

const course = builtCourse();
const [lesson] = fullModule(course).lessons;
const brought = { ...freshAttempt, viewed: [lesson?.id ?? ''] };
const link = progressLink('https://example.org/move.html', brought, course.structure);

/** The preview LMS over a package of the whole course, built with these options. */
async function withPackage(options: string[], work: (url: string) => Promise<void>) {
  const dist = mkdtempSync(join(tmpdir(), 'bring-'));
  for (const part of ['site', 'course.json']) symlinkSync(resolve('dist', part), join(dist, part));
  mkdirSync(join(dist, 'attempts'));
  await buildPackages(['--standard', 'scorm12', ...options], dist, () => undefined);
  const places = { packages: join(dist, 'packages'), attempts: join(dist, 'attempts') };
  const preview = await startPreview({ port: 0, ...places });
  try {
    await work(preview.url);
  } finally {
    await preview.close();
    rmSync(dist, { recursive: true });
  }
}

const read = (page: Page) =>
  pages(page)
    .locator('body')
    .evaluate(() => window.parent.window.atiShell?.attempt.viewed);

test('D14: a package built with "--bring none" takes no file, link or code, and says why', async ({
  page,
}) => {
  await withPackage(['--bring', 'none'], async (url) => {
    await open(page, url, 'scorm12');
    await visit(page, 'en/move.html');
    const element = pages(page).locator('move-progress');
    await expect(element.locator('p[data-policy="none"]')).toBeVisible();
    for (const control of ['#move-file', '#move-typed', '[data-part="typed"] button'])
      await expect(element.locator(control)).toBeHidden();
    await visit(page, `en/move.html#${link.split('#')[1] ?? ''}`);
    const sentence = await element.locator('p[data-policy="none"]').textContent();
    await expect(element.locator('[data-part="said"]')).toHaveText(sentence?.trim() ?? '');
    await expect(element.locator('[data-part="ask"]')).toBeHidden();
    expect(await read(page)).toEqual([]);
  });
});

test('D14: without the option, lessons are brought after the learner was asked', async ({
  page,
}) => {
  await withPackage([], async (url) => {
    await open(page, url, 'scorm12');
    await visit(page, 'en/move.html');
    const element = pages(page).locator('move-progress');
    await expect(element.locator('p[data-policy="none"]')).toBeHidden();
    await element.locator('#move-typed').fill(link);
    await element.locator('[data-part="typed"] button').click();
    await element.locator('[data-part="take"]').click();
    await expect.poll(() => read(page)).toEqual(brought.viewed);
  });
});
