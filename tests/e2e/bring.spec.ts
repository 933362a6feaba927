import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { progressLink } from '../../src/progress/progress-link.ts';
import { builtCourse } from '../browser/learner.ts';
import { open, pages, visit } from '../browser/preview-lms.ts';
import { smallDist, smallPackages } from '../browser/small-dist.ts';
import { quickPackages } from '../fixtures/quick-packages.ts';

// The small course: what is tried is the option, not the course.
let lesson: string;
let link: string;
test.beforeAll(() => {
  // It is built before the tests run, and after they are listed.
  const { modules, structure } = builtCourse('en', 'dist/small');
  lesson = modules[0]?.lessons[0]?.id ?? '';
  link = progressLink(
    'https://example.org/move.html',
    { ...freshAttempt, viewed: [lesson] },
    structure,
  );
});

/** The preview LMS over a folder of packages. */
async function withPackages(packages: string, work: (url: string) => Promise<void>) {
  const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  const preview = await startPreview({ port: 0, packages, attempts });
  try {
    await work(preview.url);
  } finally {
    await preview.close();
    rmSync(attempts, { recursive: true, force: true });
  }
}

const read = (page: Page) =>
  pages(page)
    .locator('body')
    .evaluate(() => window.parent.window.atiShell?.attempt.viewed);

test('D14: a package built with "--bring none" accepts no file, link or code, and says why @wide', async ({
  page,
}) => {
  const dist = smallDist();
  await quickPackages(['--standard', 'scorm12', '--bring', 'none'], dist);
  await withPackages(join(dist, 'packages'), async (url) => {
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
  rmSync(dist, { recursive: true });
});

test('D14: without the option, lessons are imported after the learner confirms @wide', async ({
  page,
}) => {
  await withPackages(smallPackages, async (url) => {
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
