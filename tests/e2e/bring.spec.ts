import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { progressLink } from '../../src/progress/progress-link.ts';
import { builtCourse } from '../browser/learner.ts';
import { open, pages, visit } from '../browser/preview-lms.ts';
import { smallDist } from '../browser/small-dist.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

// The small course: what is tried is the option, not the course.
let lesson: string;
let link: string;
let dist: string;
test.beforeAll(() => {
  // It is built before the tests run, and after they are listed.
  const { modules, structure } = builtCourse('en', 'dist/small');
  lesson = modules[0]?.lessons[0]?.id ?? '';
  link = progressLink(
    'https://example.org/move.html',
    { ...freshAttempt, viewed: [lesson] },
    structure,
  );
  dist = smallDist();
});
test.afterAll(() => rmSync(dist, { recursive: true }));

/** The preview LMS over a package that was built with these options. */
async function withPackage(options: string[], work: (url: string) => Promise<void>) {
  await quickPackages(['--standard', 'scorm12', ...options], dist);
  const preview = await startPreview({
    port: 0,
    packages: join(dist, 'packages'),
    attempts: mkdtempSync(join(dist, 'attempts-')),
  });
  try {
    await work(preview.url);
  } finally {
    await preview.close();
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
    await expect.poll(() => read(page)).toEqual([lesson]);
  });
});
