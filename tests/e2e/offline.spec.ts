import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { hasFirefox, startFirefox } from '../browser/firefox.ts';
import { fullModule } from '../browser/learner.ts';
import { pagesOfAllCode } from '../browser/unlike-pages.ts';

const stick = mkdtempSync(join(tmpdir(), 'a stick '));
const address = (path: string) => pathToFileURL(join(stick, path)).href;
const start = address('ati-course/start.html');
const module = fullModule();
const lesson = module.lessons[0];

// One process unzips it, for all tests.
test.describe.configure({ mode: 'default' });
test.beforeAll(() => {
  const files = unzipSync(readFileSync('dist/packages/ati-course-en-offline.zip'));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(stick, path)), { recursive: true });
    writeFileSync(join(stick, path), bytes);
  }
});
test.afterAll(() => rmSync(stick, { recursive: true }));

test.describe('a copy unzipped on a stick (P34)', () => {
  test('starts at its only page, which says whether progress is stored', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() !== 'log' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(start);
    await expect(page.locator('[data-keeps="kept"]')).toBeVisible();
    await page.getByRole('link', { name: 'Start the course' }).click();
    await expect(page).toHaveURL(/course\/en\/index\.html$/);
    await page.goto(address(`ati-course/course/${lesson?.href}`));
    await page.goto(address('ati-course/course/en/index.html'));
    // A record of one page shows on another.
    const recorded = await page.evaluate(() => JSON.stringify(localStorage));
    expect(recorded).toContain(lesson?.id);
    expect(faults).toEqual([]);
  });

  test('says on the first page that the browser stores nothing', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(start);
    await expect(page.locator('[data-keeps="refused"]')).toBeVisible();
    await expect(page.locator('[data-keeps="kept"]')).toBeHidden();
  });

  test('opens pages with any code in Firefox with an empty console, and stores progress @wide', async () => {
    test.skip(!hasFirefox, 'Firefox is not installed.');
    const firefox = await startFirefox();
    try {
      for (const path of pagesOfAllCode(stick)) await firefox.goto(address(path));
      await firefox.goto(address(`ati-course/course/${lesson?.href}`));
      await firefox.goto(start);
      const kept = `document.querySelector('[data-keeps="kept"]').hidden`;
      expect(await firefox.evaluate(kept)).toBe('false');
      expect(await firefox.evaluate('JSON.stringify(localStorage)')).toContain(lesson?.id);
      expect(firefox.faults).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
});
