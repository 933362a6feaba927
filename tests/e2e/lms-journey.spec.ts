import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview } from '../../scorm/preview/preview.ts';
import type { Module } from '../../src/course/course.ts';
import { calls, element, names, open, pages, shell, visit } from '../browser/preview-lms.ts';
import { answerNext, builtCourse, pressOnUntil, takeCheck } from '../browser/learner.ts';
import { smallPackages } from '../browser/small-dist.ts';
import {
  beginFirstCase,
  finishFirstCase,
  firstWay,
  playOtherCases,
  readLessons,
  type Walk,
} from '../browser/through-module.ts';

// A package of the one module of the small course, which its own check completes.
const standards = ['scorm12', 'scorm2004'] as const;
let module: Module;
let attempts: string;
let preview: Awaited<ReturnType<typeof startPreview>>;

test.beforeAll(async () => {
  // It is built before the tests run, and after they are listed.
  const [only] = builtCourse('en', 'dist/small').modules;
  if (only === undefined) throw new Error('the small course has no module');
  module = only;
  attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  preview = await startPreview({
    port: 0,
    packages: smallPackages,
    attempts,
  });
});
test.afterAll(async () => {
  await preview.close();
  rmSync(attempts, { recursive: true });
});

for (const standard of standards) {
  const name = names[standard];
  const when = standard === 'scorm12' ? '' : ' @wide';
  test(`${standard}: a learner plays half the case, leaves, resumes at the same scene, passes, and is recorded${when}`, async ({
    page,
  }) => {
    const walk: Walk = { module, place: pages(page), visit: (href) => visit(page, href) };
    await open(page, preview.url, standard, module.id);
    await readLessons(walk);
    const way = firstWay(module);
    const half = Math.ceil(way.length / 2);
    await beginFirstCase(walk, half);
    await pressOnUntil(pages(page), '[data-part="choices"]');
    const heading = await pages(page).locator('[data-part="heading"]').textContent();
    await shell(page).locator('#shell-exit').click();
    await expect(shell(page).locator('#shell-closed')).toBeVisible();
    expect(await element(page, name.status)).toBe('incomplete');
    await page.locator('#close').click();

    await page.locator('#launch').click();
    await expect(pages(page).locator('[data-part="play"]')).toBeVisible();
    await pressOnUntil(pages(page), '[data-part="choices"]');
    await expect(pages(page).locator('[data-part="heading"]')).toHaveText(heading ?? '');
    await finishFirstCase(walk, half);
    await playOtherCases(walk);

    await visit(page, `en/${module.id}/check.html`);
    await takeCheck(pages(page), module, false);
    await expect.poll(() => element(page, name.status)).toBe('incomplete');
    await pages(page).locator('[data-part="again"]').click();
    for (let item = 0; item < (module.check?.draw ?? 0); item++)
      await answerNext(pages(page), module, true);
    await expect(pages(page).locator('[data-part="passed"]')).toBeVisible();
    await shell(page).locator('#shell-exit').click();
    await expect(shell(page).locator('#shell-closed')).toBeVisible();

    expect(await element(page, name.status)).toBe(standard === 'scorm12' ? 'passed' : 'completed');
    if (standard === 'scorm2004') {
      expect(await element(page, 'cmi.success_status')).toBe('passed');
      // Status and score are told in calls of their own, one after the other.
      await expect.poll(async () => Number(await element(page, 'cmi.score.scaled'))).toBe(1);
    }
    await expect.poll(async () => Number(await element(page, name.score))).toBe(100);
    const refused = (await calls(page)).filter(
      (call) => call.name === name.set && call.answer !== 'true',
    );
    expect(refused).toEqual([]);
    const sets = (await calls(page)).filter((call) => call.name === name.set);
    expect(sets.map(({ args }) => args[0])).not.toContain('adl.nav.request'); // P19
    // One row for each decision and for each question answered, whatever the number of tries (P24).
    const rows = new Set(
      sets
        .map(({ args }) => /^cmi\.interactions\.(\d+)\.id$/.exec(args[0] ?? '')?.[1])
        .filter(Boolean),
    );
    expect(rows.size).toBeGreaterThanOrEqual(way.length + (module.check?.draw ?? 0));
    expect((await element(page, name.state)).length).toBeLessThanOrEqual(1000);
  });
}
