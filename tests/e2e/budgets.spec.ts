import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { elements, hasClass, readPage, textOf } from '../../src/html/html.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { storeRecord } from '../browser/stored-record.ts';

const course = builtCourse();
const [first] = fullModule(course).lessons;
if (first === undefined) throw new Error('the module is empty');

const site = 'dist/site';
const compressed = (text: string | Buffer) => brotliCompressSync(text).length;
/**
 * The heaviest of these pages, as the build compressed it; its scripts and style are those of the others of its kind.
 */
const heaviest = (...patterns: string[]): string => {
  const files = globSync(
    patterns.map((pattern) => `${pattern}.br`),
    { cwd: site },
  );
  const [most] = files
    .map((file) => ({ path: file.slice(0, -'.br'.length), bytes: statSync(join(site, file)).size }))
    .toSorted((one, other) => other.bytes - one.bytes);
  if (most === undefined) throw new Error(`no page is like ${patterns.join()}`);
  return most.path;
};
const lessons = course.modules.flatMap((module) => module.lessons.map(({ href }) => href));

/** Kilobytes on the wire, brotli, headers included, that a page costs (P52). */
async function weigh(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await act();
  await page.waitForLoadState('load');
  await page.waitForTimeout(200);
  await session.detach();
  return bytes / 1024;
}

/** The same where nothing of the course is in the browser, whatever the page has opened before. */
async function weighCold(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const weight = await weigh(page, act);
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  await session.detach();
  return weight;
}

const cold = (page: Page, path: string) => weighCold(page, () => page.goto(path));

// A page that may weigh more than its aim in P52 (14 kB for a page that is read, 18 for the start page and a
// lesson, 21 for a pre-test or a final) spends the rest on what it says of the learner's track.
const budgets = [
  // The lists of the modules come to who has begun, or opens one.
  ['the start page', 'index.html', 17.5],
  // 14 kB is the first window of a connection.
  ['an introduction', heaviest('en/*/introduction.html'), 12.8],
  ['a summary', heaviest('en/*/summary.html'), 11.3],
  ['a bench card', heaviest('en/*/bench-card.html'), 14],
  ['a card of a role or a country', heaviest('en/cards/*.html', 'en/countries/*.html'), 11.8],
  ['a lesson', heaviest(...lessons), 17.8],
  // With the ids of its bank, which the draw depends on; the questions come when the learner begins, and what shows
  // the result with the first of them.
  ['a check', heaviest('en/*/check.html'), 17.1],
  ['the questions of a check, for readers without scripts', heaviest('en/*/questions.html'), 15.9],
  // With the ids of every bank, which the draw depends on; what writes answer sheets comes on request, what shows the
  // result with the first question.
  ['a pre-test or a final', heaviest('en/{pre-test,final}.html'), 21],
  ['the glossary', 'en/glossary.html', 13.7],
  ['the sources', 'en/sources.html', 51],
  [
    'the library, the words or the index of law',
    heaviest('en/{library,words,index-of-law}.html'),
    11,
  ],
  // The words of decisions come to who has decided something.
  ['the record', 'en/record.html', 19],
  ['the page that moves progress', 'en/move.html', 22],
  ['the evaluation or the follow-up', heaviest('en/{evaluation,follow-up}.html'), 16.4],
  // The words of the questions come with the first sheets.
  ['the item statistics', 'en/statistics.html', 16.8],
  ['any other page', heaviest('en/{about,accessibility,cards,countries}.html'), 11.6],
] as const;

test('the heaviest page of each kind stays within its budget, uncached', async ({ page }) => {
  for (const [name, path, most] of budgets)
    expect.soft(await cold(page, path), `${name} in kB: ${path}`).toBeLessThanOrEqual(most);
});

test('the start page weighs at most 23 kB, uncached, with the lists of all modules for a returning learner', async ({
  page,
}) => {
  const edition = { version: course.version, again: [] };
  const attempt = { ...freshAttempt, viewed: [first.id], edition };
  await storeRecord(page, course.id, attempt, 'en/sources.html');
  expect(await cold(page, 'index.html')).toBeLessThanOrEqual(23);
  await expect(page.locator('.toc')).toHaveCount(course.modules.length);
});

test('any further lesson weighs at most 10 kB', async ({ page }) => {
  const most = heaviest(...lessons);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await page.goto(lessons.find((href) => href !== most) ?? '');
  // A reader who goes on has loaded the page, and its questions with what they load.
  await page.locator('form[data-question]').first().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(await weigh(page, () => page.goto(most)), most).toBeLessThanOrEqual(10);
});

/** Kilobytes of the words of a case alone: the text of its booklet and its debrief, compressed by themselves. */
function ownWords(href: string): number {
  const words = [...elements(readPage(readFileSync(join(site, href), 'utf8')))]
    .filter((element) => hasClass(element, 'booklet') || hasClass(element, 'debrief'))
    .map((element) => textOf(element))
    .join('\n');
  return compressed(words.replace(/\s+/g, ' ')) / 1024;
}

test('any case weighs at most 32 kB besides its own text', async ({ page }) => {
  // Cases differ in their pages alone: what these load is the same.
  const [most] = course.modules
    .flatMap(({ cases }) => cases)
    .map(({ href }) => {
      const own = ownWords(href);
      expect(own, href).toBeGreaterThan(1);
      return { href, own, beside: statSync(join(site, `${href}.br`)).size / 1024 - own };
    })
    .toSorted((one, other) => other.beside - one.beside);
  if (most === undefined) throw new Error('the course has no case');
  expect((await cold(page, most.href)) - most.own, most.href).toBeLessThanOrEqual(32);
});

test('search weighs at most 48 kB to ten results', async ({ page }) => {
  for (const query of ['naloxone', 'randomized trial', 'drug court']) {
    const weight = await weighCold(page, async () => {
      await page.goto('en/search.html');
      await page.locator('#q').fill(query);
      await expect(page.locator('search-results [data-part="list"] a')).toHaveCount(10);
    });
    expect.soft(weight, query).toBeLessThanOrEqual(48);
  }
});

test('text is readable before any script loads', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(first.href);
  await expect(page.locator('main p').first()).toBeVisible();
});

test('the administrators page states the size of a package, packed and unpacked', () => {
  const bytes = readFileSync('dist/packages/ati-course-en-scorm12.zip');
  const unpacked = Object.values(unzipSync(bytes)).reduce((sum, file) => sum + file.length, 0);
  const page = textOf(readPage(readFileSync(join(site, 'en/administrators.html'), 'utf8')));
  const said = /about ([\d.]+)\s+MB, and ([\d.]+)\s+MB unpacked/.exec(page);
  expect(Math.abs(Number(said?.[1]) - bytes.length / 1e6)).toBeLessThan(0.1);
  expect(Math.abs(Number(said?.[2]) - unpacked / 1e6)).toBeLessThan(0.25);
});

for (const standard of ['scorm12', 'scorm2004', 'scorm2004-3rd', 'cmi5'])
  test(`the ${standard} package has at most 300 files and 1.8 MB`, () => {
    const bytes = readFileSync(`dist/packages/ati-course-en-${standard}.zip`);
    expect(Object.keys(unzipSync(bytes)).length).toBeLessThanOrEqual(300);
    expect(bytes.length).toBeLessThanOrEqual(1_800_000);
  });
