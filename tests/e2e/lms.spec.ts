import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { startPreview } from '../../scorm/preview/preview.ts';
import { calls, element, names, open, pages, shell, visit } from '../browser/preview-lms.ts';
import { bestWay, builtCourse, decide, fullModule } from '../browser/learner.ts';

const course = builtCourse();
const module = fullModule(course);
const [firstCase] = module.cases;
if (firstCase === undefined) throw new Error('the module has no case');

// One platform for all tests, which opens each package once; every test finds it without attempts.
let attempts: string;
let preview: Awaited<ReturnType<typeof startPreview>>;

test.beforeAll(async () => {
  attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  preview = await startPreview({ port: 0, packages: 'dist/packages', attempts });
});
test.beforeEach(() => {
  rmSync(attempts, { recursive: true, force: true });
});
test.afterAll(async () => {
  await preview.close();
  rmSync(attempts, { recursive: true, force: true });
});

// Reports of a session, and their times, are tried without a browser for each standard (`tests/conformance`). Here
// the paths that a standard has of its own are walked in one by `npm test` and in the other by the wide tests, the
// others in one of the two, in turns.
for (const standard of ['scorm12', 'scorm2004'] as const)
  test.describe(standard, () => {
    const name = names[standard];
    const when = standard === 'scorm2004' ? '' : ' @wide';
    // Moving to a page is the business of the frame, which knows no standard.
    const moves = standard === 'scorm12' ? 20 : 2;
    test(`one session, with at most 12 calls at launch and 4 SetValue calls with 100 bytes besides the state for a lesson, survives ${moves} page changes, back, forward, a reload and a failed page (P11)${when}`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await open(page, preview.url, standard);
      await visit(page, module.lessons[0]?.href ?? '');
      await expect(pages(page).locator('a[rel="next"]')).toBeVisible();
      await page.waitForTimeout(500);
      const launch = await calls(page);
      const first = launch.findIndex((call) => call.name.endsWith('Commit'));
      expect(first === -1 ? launch.length : first).toBeLessThanOrEqual(12);
      await pages(page).locator('a[rel="next"]').click();
      await page.waitForTimeout(1000);
      const sets = (await calls(page))
        .slice(launch.length)
        .filter((call) => call.name === name.set && call.args[0] !== name.state);
      expect(sets.length).toBeLessThanOrEqual(4);
      expect(sets.reduce((sum, { args }) => sum + (args[1] ?? '').length, 0)).toBeLessThanOrEqual(
        100,
      );

      const targets = [
        ...module.lessons.map(({ href }) => href),
        'en/glossary.html',
        'en/sources.html',
      ];
      for (let move = 0; move < moves; move++) {
        const target = targets[move % targets.length] ?? '';
        await visit(page, target);
        await expect(pages(page).locator('h1')).toBeVisible();
      }
      const inFrame = (act: (frame: HTMLIFrameElement) => void) =>
        shell(page).locator('#shell-frame').evaluate(act);
      await inFrame((frame) => frame.contentWindow?.history.back());
      await expect(pages(page).locator('h1')).toBeVisible();
      await inFrame((frame) => frame.contentWindow?.history.forward());
      await expect(pages(page).locator('h1')).toBeVisible();
      await inFrame((frame) => frame.contentWindow?.location.reload());
      await expect(pages(page).locator('h1')).toBeVisible();
      await visit(page, 'en/pre-arrest/no-such-page.html');
      await expect(shell(page).locator('#shell-failed')).toBeVisible();
      await visit(page, module.lessons[0]?.href ?? '');
      await expect(pages(page).locator('h1')).toBeVisible();
      await expect(shell(page).locator('#shell-failed')).toBeHidden();
      await page.locator('#close').click();
      await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
      const made = (await calls(page)).map((call) => call.name);
      expect(made.filter((call) => call === name.init)).toHaveLength(1);
      expect(made.filter((call) => call === name.finish)).toHaveLength(1);
    });

    test(`the first text shows after at most 60 kB (P52), and opening and leaving is incomplete, never completed (P12)${when}`, async ({
      page,
    }) => {
      // Sizes as a host with compression sends them: every file of the way there, brotli, with 300 bytes of headers.
      const files: Promise<number>[] = [];
      page.on('response', (response) => {
        if (!/preview|lms\?|attempt/.test(new URL(response.url()).pathname.split('/').at(-1) ?? ''))
          files.push(
            response.body().then(
              (body) => brotliCompressSync(body).length + 300,
              () => 0,
            ),
          );
      });
      await page.goto(`${preview.url}lms?package=ati-course-en-${standard}.zip`);
      files.length = 0;
      await page.locator('#launch').click();
      await expect(pages(page).locator('h1')).toBeVisible();
      await page.waitForTimeout(1000);
      const bytes = (await Promise.all(files)).reduce((sum, one) => sum + one, 0);
      expect(bytes / 1024).toBeGreaterThan(10);
      expect(bytes / 1024).toBeLessThanOrEqual(60);

      await page.locator('#close').click();
      await expect(page.locator('#state')).toHaveAttribute('data-state', 'closed');
      await expect.poll(() => element(page, name.status)).toBe('incomplete');
    });

    test(`review mode writes nothing (P25)${when}`, async ({ page }) => {
      await page.goto(`${preview.url}lms?package=ati-course-en-${standard}.zip`);
      await page.locator('summary').first().click();
      await page.locator('#read-only').check();
      await page.locator('#launch').click();
      await expect(shell(page).locator('#shell-review')).toBeVisible();
      await visit(page, module.lessons[0]?.href ?? '');
      await pages(page).locator('a[rel="next"]').click();
      await expect(pages(page).locator('h1')).toBeVisible();
      await shell(page).locator('#shell-exit').click();
      await expect(shell(page).locator('[data-closed="readonly"]')).toBeVisible();
      await expect(shell(page).locator('[data-closed="kept"]')).toBeHidden();
      await page.locator('#close').click();
      // A course that was never opened would be completed by some LMSs when it is left (P12).
      const set = (await calls(page)).filter((call) => call.name === name.set);
      expect(set.map(({ args }) => args)).toEqual(
        standard === 'scorm12' ? [['cmi.core.lesson_status', 'incomplete']] : [],
      );
    });
  });

test('scorm12: a decision is stored even if the window is killed without an event (P09)', async ({
  page,
  context,
}) => {
  await open(page, preview.url, 'scorm12');
  await visit(page, firstCase.href);
  const [step = ''] = bestWay(module, firstCase.id);
  await decide(pages(page), module, firstCase.id, step);
  await expect(shell(page).locator('#shell-keeping')).toHaveAttribute('data-state', 'kept');
  // From here on nothing reaches the platform any more, as when a window is killed.
  await page.evaluate(() => {
    XMLHttpRequest.prototype.send = () => {
      throw new Error('the window is gone');
    };
    navigator.sendBeacon = () => false;
  });

  const again = await context.newPage();
  await open(again, preview.url, 'scorm12');
  await expect(pages(again).locator('[data-part="play"]')).toBeVisible();
  await expect(pages(again).locator('[data-part="back"]')).toBeAttached();
  const state = await element(again, names.scorm12.state);
  expect(state).not.toBe('');
});

test('scorm2004: the course runs without an API and says that nothing is recorded (P15)', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(`${preview.url}lms?package=ati-course-en-scorm2004.zip`);
  await page.locator('summary').first().click();
  await page.locator('#no-api').check();
  await page.locator('#launch').click();
  await expect(pages(page).locator('h1')).toBeVisible();
  // For some seconds an API may still come.
  await page.clock.fastForward(4000);
  await expect(shell(page).locator('#shell-no-lms')).toBeVisible();
});

test('scorm12: a failed commit is reported calmly, and the course continues', async ({ page }) => {
  await page.goto(`${preview.url}lms?package=ati-course-en-scorm12.zip`);
  await page.locator('summary').first().click();
  await page.locator('#commit-false').check();
  await page.locator('#launch').click();
  await visit(page, firstCase.href);
  const way = bestWay(module, firstCase.id);
  for (const step of way.slice(0, 3)) await decide(pages(page), module, firstCase.id, step);
  await expect(shell(page).locator('#shell-keeping')).toHaveAttribute('data-state', 'not-saved');
  await expect(shell(page).locator('#shell-receipt')).toBeVisible();
});

test('scorm2004: data lost by the platform can be restored at the next launch (P16)', async ({
  page,
}) => {
  await page.goto(`${preview.url}lms?package=ati-course-en-scorm2004.zip`);
  await page.locator('summary').first().click();
  await page.locator('#loses').check();
  await page.locator('#launch').click();
  await visit(page, firstCase.href);
  const [step = ''] = bestWay(module, firstCase.id);
  await decide(pages(page), module, firstCase.id, step);
  await shell(page).locator('#shell-exit').click();
  await expect(shell(page).locator('#shell-closed')).toBeVisible();
  await page.locator('#close').click();
  await page.reload();
  await page.locator('#launch').click();
  await expect(shell(page).locator('#shell-offer')).toBeVisible();
  await shell(page).locator('#offer-accept').click();
  await expect(pages(page).locator('[data-part="play"]')).toBeVisible();
});

test('scorm12: two windows of one learner announce each other, and no work in either is lost', async ({
  page,
  context,
}) => {
  await open(page, preview.url, 'scorm12');
  const other = await context.newPage();
  await open(other, preview.url, 'scorm12');
  await expect(shell(page).locator('#shell-elsewhere')).toBeVisible();
  await expect(shell(other).locator('#shell-elsewhere')).toBeVisible();
  const [lesson] = module.lessons;
  const read = (where: Page) =>
    where
      .frameLocator('#course')
      .locator('body')
      .evaluate(() => window.atiShell?.attempt.viewed.length);
  await visit(other, lesson?.href ?? '');
  await pages(other).locator('a[rel="next"]').click();
  await expect.poll(() => read(other)).toBe(1);
  await expect.poll(() => read(page)).toBe(1);
});

test('scorm2004: a page opened without its shell says so and leads back (D12)', async ({
  page,
}) => {
  await open(page, preview.url, 'scorm2004');
  const inside = await shell(page)
    .locator('#shell-frame')
    .evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.location.href ?? '');
  const alone = await page.context().newPage();
  await alone.goto(
    new URL(`./${module.id}/introduction.html`, inside.replace(/en\/.*$/, 'en/')).href,
  );
  const notice = alone.locator('[data-keeping="no-shell"]');
  await expect(notice).toBeVisible();
  await notice.locator('a').click();
  await expect(alone.locator('#shell-frame')).toBeAttached();
});

test('scorm12: an unpacked package is readable from a disk, starting at its first page (P34) @wide', async ({
  page,
}) => {
  const zip = readFileSync(`dist/packages/ati-course-en-scorm12.zip`);
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(join(attempts, dirname(path)), { recursive: true });
    writeFileSync(join(attempts, path), bytes);
  }
  await page.goto(pathToFileURL(join(attempts, 'index.html')).href);
  await expect(page.locator('h1')).toHaveText(course.title);
  await expect(page.locator('[data-keeping="no-shell"]')).toBeVisible();
});
