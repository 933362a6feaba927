import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { storedRecord, storeRecord } from '../browser/stored-record.ts';
import type { Attempt, Step } from '../../src/progress/attempt.ts';
import { progressLink } from '../../src/progress/progress-link.ts';

const course = builtCourse();
const module = fullModule(course);
const [lesson, second] = module.lessons;
const [firstCase] = module.cases;
if (!lesson || !second || !firstCase) throw new Error('the module is empty');
const [step] = (course.structure.cases.find(({ id }) => id === firstCase.id)?.steps ??
  []) as Step[];
if (step === undefined) throw new Error('the case has no decision');

const attempt: Attempt = {
  viewed: [lesson.id, second.id],
  location: lesson.id,
  cases: { [firstCase.id]: { first: [step], run: [step], finished: true, endings: [] } },
  checks: { [module.id]: { tries: [0.5] } },
  seconds: 61,
  rows: [],
};
const kept = (page: Page) => storedRecord(page, course.id);
const said = (page: Page) => page.locator('move-progress [data-part="said"]');

/** Opens the page to take progress along, of a learner who has read two lessons, finished a case and tried a check. */
async function openMove(page: Page) {
  await storeRecord(page, course.id, attempt, 'en/about.html');
  await page.goto('en/move.html');
}

async function startAfresh(page: Page) {
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
  expect((await kept(page)).viewed).toEqual([]);
  await page.locator('a[href$="move.html"]:visible').click();
  await expect(page.locator('move-progress')).toBeVisible();
}

/** The question names what is new; the answer is yes. */
async function take(page: Page, gains: Record<string, string>) {
  await expect(page.locator('#move-ask')).toBeFocused();
  for (const [gain, count] of Object.entries(gains))
    await expect(page.locator(`[data-gain="${gain}"]`)).toHaveText(count);
  await page.locator('[data-part="take"]').click();
  await expect(said(page)).not.toBeEmpty();
  await page.locator('main a[href$="record.html"]').click();
  const line = page.locator(`[data-lesson="${lesson?.id}"]`);
  await page.locator('learner-record details', { has: line }).locator('summary').click();
  await expect(line.locator('[data-yes]')).toBeVisible();
}

const whole = { lessons: '2', cases: '1', decisions: '1', tries: '1' };

async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.locator('[data-part="save"]').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^alternatives-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await file.path(), 'utf8');
}

const choose = (page: Page, text: string) =>
  page.locator('#move-file').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

async function type(page: Page, text: string) {
  await page.locator('#move-typed').fill(text);
  await page.locator('[data-part="typed"] button').click();
}

async function shownCode(page: Page): Promise<string> {
  await page.locator('[data-part="make-code"]').click();
  await expect(page.locator('[data-part="code"]')).toBeFocused();
  return page.locator('[data-part="code"]').innerText();
}

async function shownLink(page: Page): Promise<string> {
  await page.locator('[data-part="make-link"]').click();
  await expect(page.locator('[data-part="qr"] svg')).toBeVisible();
  return page.locator('#move-link').inputValue();
}

test('progress saved as a file can be restored after a fresh start', async ({ page }) => {
  await openMove(page);
  const file = await savedFile(page);
  await startAfresh(page);
  await choose(page, file);
  await expect(page.locator('#move-ask')).toHaveText(
    /^Add this to what is recorded here\? Made on \d{1,2}\s[A-Z][a-z]+ \d{4}, in version /,
  );
  await take(page, whole);
  expect(await kept(page)).toMatchObject({
    viewed: attempt.viewed,
    cases: attempt.cases,
    checks: attempt.checks,
  });
  // Progress that is here already is not counted twice.
  await page.goto('en/move.html');
  await choose(page, file);
  await expect(page.locator('[data-part="ask"]')).toBeHidden();
  await expect(said(page)).not.toBeEmpty();
});

test('a link transfers progress to another browser, which asks first', async ({
  page,
  browser,
}) => {
  await openMove(page);
  const link = await shownLink(page);
  expect(new URL(link).hash).toMatch(/^#p=/);

  const other = await browser.newPage();
  const asked: string[] = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(other.locator('#move-ask')).toBeFocused();
  expect((await kept(other)).viewed).toEqual([]);
  await other.locator('[data-part="leave"]').click();
  expect((await kept(other)).viewed).toEqual([]);

  await other.goto(new URL('about.html', link).href);
  await other.goto(link);
  await take(other, whole);
  expect((await kept(other)).cases).toEqual(attempt.cases);
  // The state leaves the address once it is read, and no server ever sees it.
  expect(other.url()).not.toContain('#p=');
  const [, carried = ''] = link.split('#p=');
  expect(asked.filter((url) => url.split('#')[0]?.includes(carried))).toEqual([]);
  await other.close();
});

test('a short code typed in capitals restores the summary', async ({ page }) => {
  await openMove(page);
  const code = await shownCode(page);
  expect(code.split(' ').length).toBeLessThanOrEqual(24);
  await startAfresh(page);
  await type(page, `  ${code.toUpperCase().replaceAll(' ', '\n')}  `);
  await take(page, { lessons: '2', cases: '1', decisions: '0', tries: '1' });
  expect((await kept(page)).checks[module.id]?.tries).toEqual([0.5]);
});

test('damaged, foreign and mistyped input is rejected with a reason, and changes nothing', async ({
  page,
}) => {
  await openMove(page);
  const file = await savedFile(page);
  const link = await shownLink(page);
  const code = (await shownCode(page)).split(' ');
  const before = await kept(page);
  const reasons = new Set<string>();
  const isRefused = async (bring: () => Promise<void>, problem: string) => {
    await bring();
    const sentence = await page.locator(`[data-problem="${problem}"]`).textContent();
    const [start = ''] = (sentence ?? '').split(/[{]/);
    await expect(said(page)).toContainText(start.trim());
    await expect(page.locator('[data-part="ask"]')).toBeHidden();
    reasons.add(problem);
  };
  await isRefused(() => choose(page, 'a letter'), 'foreign');
  await isRefused(() => choose(page, file.slice(0, -40)), 'damaged');
  await isRefused(() => choose(page, file.replace('0.5', '1')), 'damaged');
  await isRefused(() => choose(page, file.replace('"alternatives"', '"another"')), 'other-course');
  await isRefused(() => choose(page, file.replace(/"form": \d+/, '"form": 99')), 'newer');
  await isRefused(() => type(page, link.slice(0, -2)), 'damaged');
  const { structure } = course;
  const ofAnother = { ...structure, lessons: structure.lessons.toReversed() };
  await isRefused(() => type(page, progressLink(link, attempt, ofAnother)), 'version');
  await isRefused(() => type(page, code.with(0, 'abracadabra').join(' ')), 'code-word');
  await expect(said(page)).toContainText('abracadabra');
  await isRefused(() => type(page, code.slice(1).join(' ')), 'code-length');
  const [one = '', two = ''] = code;
  await isRefused(() => type(page, code.with(0, two).with(1, one).join(' ')), 'code-check');
  expect(reasons.size).toBe(8);
  // Time goes on; nothing else does.
  expect({ ...(await kept(page)), seconds: 0 }).toEqual({ ...before, seconds: 0 });
});

test('the transfer of progress has no axe violations at 320 px in the light and dark schemes @wide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openMove(page);
  const file = await savedFile(page);
  await startAfresh(page);
  await shownLink(page);
  await shownCode(page);
  await choose(page, file);
  await expect(page.locator('#move-ask')).toBeFocused();
  expect(await violationsInBothThemes(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test('the script that transfers progress weighs at most 20 kB (brotli)', async ({
  page,
  request,
}) => {
  await page.goto('en/move.html');
  const src = await page.locator('script[src*="move"]').getAttribute('src');
  const body = await (await request.get(new URL(src ?? '', page.url()).href)).body();
  expect(brotliCompressSync(body).length).toBeLessThanOrEqual(20_000);
});
