import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { findChromium } from '../../scorm/copies/workshop/chromium.ts';
import { printPages } from '../../scorm/copies/workshop/print-pages.ts';
import { workshopCopy } from '../../scorm/copies/workshop/workshop.ts';
import { readWebsite } from '../../scorm/command/read-build.ts';
import { courseScope } from '../../scorm/package/scope.ts';
import { builtCourse } from '../browser/learner.ts';
import { savedBy } from '../browser/workshop-files.ts';

const course = builtCourse();
const stick = mkdtempSync(join(tmpdir(), 'a trainer’s stick '));
const chromium = findChromium() ?? '';

test.skip(chromium === '', 'No Chromium was found, so the stick has no PDF.');

// The whole of it prints in minutes; here a page of each folder is printed, and stands for the others of it.
const printed = [
  ...['slides', 'booklets', 'keys', 'guides', 'exercises', 'sets', 'noise'].map(
    (name) => `workshop/${name}/`,
  ),
  ...['documents/', 'cards/', 'workshop/cards'],
];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const { bytes } = await workshopCopy(
    { site: readWebsite('dist'), scope: courseScope(course), courses: [course] },
    async (files, pages) => {
      const folderOf = (path: string) => printed.find((each) => path.startsWith(`en/${each}`));
      const folders = [...new Set(pages.map(folderOf))];
      const first = folders.map((folder) => pages.find((path) => folderOf(path) === folder) ?? '');
      const made = await printPages(files, first, chromium);
      return pages.map((path) => made[folders.indexOf(folderOf(path))] ?? new Uint8Array());
    },
  );
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(stick, path)), { recursive: true });
    writeFileSync(join(stick, path), content);
  }
});
test.afterAll(() => rmSync(stick, { recursive: true, force: true }));

test('a trainer unzips the stick, starts, presents, lets a group decide, fills in an exercise and finds a PDF, with an empty console @wide', async ({
  page,
  context,
}) => {
  const faults: string[] = [];
  context.on('console', (message) => message.type() !== 'log' && faults.push(message.text()));
  context.on('weberror', (error) => faults.push(error.error().message));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(pathToFileURL(join(stick, 'ati-workshop/start.html')).href);

  const pdf = page.locator('a[href^="print/"][href$=".pdf"]');
  expect(await pdf.count()).toBeGreaterThanOrEqual(printed.length);
  for (const href of await pdf.evaluateAll((all) => all.map((each) => each.getAttribute('href')))) {
    const bytes = readFileSync(join(stick, 'ati-workshop', href ?? ''));
    expect(bytes.subarray(0, 5).toString('latin1'), href ?? '').toBe('%PDF-');
  }

  await page.locator('a[hreflang="en"]').first().click();
  await expect(page).toHaveURL(/course\/en\/workshop\/index\.html$/);
  const kit = page.url();

  await page.locator('a[href*="slides/"]').first().click();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open a window for the projector' }).click();
  const wall = await opened;
  const now = '.leaf[data-now] h2';
  await page.keyboard.press('PageDown');
  await expect(wall.locator(now)).toHaveText((await page.locator(now).textContent()) ?? '');
  await expect(page.locator('[data-part="place"]')).toContainText('Slide 2 of');
  await wall.close();

  await page.goto(kit);
  await page.locator('a[href*="room/bus-station"]').click();
  const on = page.getByRole('button', { name: 'Go on', exact: true });
  while (await on.isVisible()) await on.click();
  await page.getByLabel('Raised hands for B').fill('9');
  const before = await page.locator('[data-part="heading"]').textContent();
  await page.locator('[data-part="decide"] button').first().click();
  await expect(page.locator('[data-part="heading"]')).not.toHaveText(before ?? '');
  await page.reload();
  await expect(page.locator('[data-part="heading"]')).not.toHaveText(before ?? '');

  await page.goto(kit);
  await page.locator('a[href*="forms/case-conference"]').click();
  await page.locator('summary', { hasText: 'Defence lawyer' }).click();
  await expect(page.locator('details[open] > p')).toContainText('methadone');
  await page.locator('[data-row="decision"] [name="agreed"]').fill('Released to her own address');
  const file = await savedBy(page, 'Save as a file');
  expect(file.text).toContain('Released to her own address');
  const docx = await savedBy(page, 'Save for a word processor (.docx)');
  expect(docx.name).toBe('case-conference.docx');
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
});
