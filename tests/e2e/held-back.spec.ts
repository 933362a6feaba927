import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { passTimeUntil } from '../browser/pass-time.ts';
import { plainLms, type PlainLms } from '../browser/plain-lms.ts';
import { pages, shell, visit } from '../browser/preview-lms.ts';

const zip = 'dist/packages/ati-course-en-scorm12.zip';
const course = builtCourse();
const module = fullModule(course);
const allowed = ['scripts', 'same-origin', 'forms', 'downloads', 'modals', 'popups'];
const without = (...missing: string[]) =>
  allowed.flatMap((name) => (missing.includes(name) ? [] : `allow-${name}`)).join(' ');

/** The course in an LMS, with everything that goes wrong in its pages. */
async function inLms(page: Page, about: PlainLms, work: (faults: string[]) => Promise<void>) {
  const lms = await plainLms(zip, about);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  try {
    await page.goto(lms.url);
    if (!about.inNewWindow) await expect(pages(page).locator('h1')).toBeVisible();
    await work(faults);
    expect(faults).toEqual([]);
  } finally {
    lms.close();
  }
}

/** Leads to a page of the course by an address, which also works where the shell may not look into its frame. */
const go = (page: Page, path: string) =>
  page.evaluate((to) => {
    const frame = document.querySelector('iframe');
    if (frame) frame.src = `course/${to}`;
  }, path);

test.describe('a frame without allow-forms', () => {
  const sandbox = without('forms');

  test('P54: accepts answers by click and by Enter @wide', async ({ page }) => {
    await inLms(page, { sandbox }, async () => {
      const [lesson] = module.lessons;
      await visit(page, lesson?.href ?? '');
      const question = pages(page).locator('check-question').first();
      await question.scrollIntoViewIfNeeded();
      await question.locator('form button:not([type])').click();
      await expect(question.locator('form [role="status"]')).not.toBeEmpty();
      for (const choice of await question.locator('input[type="radio"]').all())
        await choice.check();
      for (const list of await question.locator('select').all())
        await list.selectOption({ index: 1 });
      for (const field of await question.locator('[inputmode]').all()) await field.fill('1');
      await question.locator('form button:not([type])').press('Enter');
      await expect(question.locator('[data-part="feedback"], .feedback').first()).toBeVisible();
    });
  });

  test('P54: searches, and accepts a typed code @wide', async ({ page }) => {
    await inLms(page, { sandbox }, async () => {
      await visit(page, 'en/search.html');
      await pages(page).locator('#q').fill('police');
      await pages(page).locator('#q').press('Enter');
      await expect(
        pages(page).locator('search-results [data-part="list"] li').first(),
      ).toBeVisible();
      await visit(page, 'en/move.html');
      await pages(page).locator('[data-part="typed"] button').click();
      await expect(pages(page).locator('[data-part="said"]')).not.toBeEmpty();
      await pages(page).locator('#move-typed').fill('none of our words');
      await pages(page).locator('[data-part="typed"] button').click();
      await expect(pages(page).locator('[data-part="said"]')).toContainText('none');
    });
  });
});

test('P54: a frame without allow-downloads shows the file as text to copy @wide', async ({
  page,
}) => {
  await inLms(page, { sandbox: without('downloads') }, async () => {
    await visit(page, 'en/move.html');
    const text = pages(page).locator('#copy-instead');
    await expect(text).toBeHidden();
    await pages(page).locator('[data-part="save"]').click();
    await expect(text).toBeFocused();
    expect(await text.inputValue()).toContain(course.id);
    await expect(pages(page).locator('label[for="copy-instead"]')).toContainText('.json');
    await visit(page, 'en/evaluation.html');
    await pages(page).locator('[data-part="save"]').click();
    expect(await text.inputValue()).toContain(course.id);
  });
});

test('P54: a frame with allow-downloads saves the file, and shows no text @wide', async ({
  page,
}) => {
  await inLms(page, { sandbox: without() }, async () => {
    await visit(page, 'en/move.html');
    const download = page.waitForEvent('download');
    await pages(page).locator('[data-part="save"]').click();
    expect((await download).suggestedFilename()).toContain(course.id);
    await expect(pages(page).locator('#copy-instead')).toBeHidden();
  });
});

test('P54: a frame without allow-modals says that printing is not allowed @wide', async ({
  page,
}) => {
  await inLms(page, { sandbox: without('modals') }, async () => {
    await visit(page, `en/${module.id}/bench-card.html`);
    const button = pages(page).locator('[data-print]');
    const words = (await button.getAttribute('data-forbidden')) ?? '';
    expect(words).not.toBe('');
    await button.click();
    await expect(pages(page).getByText(words)).toBeVisible();
  });
});

test('P54: a frame without allow-same-origin says why nothing is recorded, and every page works', async ({
  page,
}) => {
  await inLms(page, { sandbox: without('same-origin') }, async () => {
    await expect(shell(page).locator('[data-problem="sandbox"]')).toBeVisible();
    await expect(shell(page).locator('#shell-failed')).toBeHidden();
    for (const path of [module.lessons[0]?.href ?? '', 'en/move.html', 'en/evaluation.html']) {
      await go(page, path);
      await expect(page.frameLocator('#course').locator('h1')).toBeVisible();
    }
  });
});

test('P15: an API that appears late is found, and the session begins', async ({ page }) => {
  await page.clock.install();
  await inLms(page, { apiAfter: 6000 }, async () => {
    await page.clock.fastForward(3500);
    await expect(shell(page).locator('#shell-no-lms')).toBeVisible();
    await page.clock.fastForward(3000);
    await expect(shell(page).locator('#shell-no-lms')).toBeHidden();
    await passTimeUntil(page, shell(page).locator('#shell-keeping[data-state="kept"]'));
    await expect(shell(page).locator('#shell-no-lms')).toBeHidden();
    const calls = await page.evaluate(() => (window as unknown as { calls: string[][] }).calls);
    expect(calls.filter(([name]) => name === 'LMSInitialize')).toHaveLength(1);
  });
});

test('the print command of the browser prints the whole page in a separate course window @wide', async ({
  page,
  context,
}) => {
  await inLms(page, { inNewWindow: true }, async () => {
    const opening = context.waitForEvent('page');
    await page.locator('button').click();
    const own = await opening;
    const frame = own.frameLocator('#shell-frame');
    await expect(frame.locator('h1')).toBeVisible();
    await own.locator('#shell-frame').evaluate((to: HTMLIFrameElement, href) => {
      to.contentWindow?.location.assign(new URL(href, to.baseURI).href);
    }, module.lessons[0]?.href ?? '');
    await expect(frame.locator('a[rel="next"]')).toBeVisible();
    const last = await frame.locator('.text h2').last().textContent();
    const title = await frame.locator('h1').textContent();
    const pdf = await getDocumentProxy(new Uint8Array(await own.pdf({ format: 'A4' })));
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    const plain = (words: string | null) => (words ?? '').replaceAll(/\s+/g, '');
    expect(totalPages).toBeGreaterThan(1);
    expect(plain(text)).toContain(plain(title));
    expect(plain(text)).toContain(plain(last));
  });
});
