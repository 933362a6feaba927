import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';

const course = builtCourse();
const module = fullModule(course);
// The shortest way through the course, so that its book is printed soon.
const track = course.tracks.toSorted((a, b) => a.lessons.length - b.lessons.length)[0];
if (track === undefined) throw new Error('the course has no track');

test('P65: a learner chooses the book of a track from a disk, navigates by its contents, and downloads it as EPUB and PDF @wide', async ({
  page,
}) => {
  // A copy, because the links to files of other tests stay as they are.
  const dist = mkdtempSync(join(tmpdir(), 'a shelf '));
  try {
    cpSync('dist/site', join(dist, 'site'), { recursive: true });
    cpSync('dist/course.json', join(dist, 'course.json'));
    const made = spawnSync(process.execPath, ['src/publish/handbook/command.ts', track.id], {
      encoding: 'utf8',
      env: { ...process.env, COURSE_DIST: dist, CHROME_PATH: findBrowser() ?? '' },
    });
    expect(made.stderr).toBe('');
    await page.goto(pathToFileURL(join(dist, `site/${course.language}/handbook.html`)).href);
    const entry = page.getByRole('listitem').filter({
      has: page.getByRole('link', { name: track.title, exact: true }),
    });
    await expect(entry.getByRole('link')).toHaveCount(3);
    const file = async (kind: string) => {
      const link = entry.getByRole('link', { name: new RegExp(`^${kind}, [\\d.]+ MB: `) });
      return readFileSync(new URL((await link.getAttribute('href')) ?? '', page.url()));
    };
    expect((await file('EPUB')).subarray(30, 38).toString()).toBe('mimetype');
    const pdf = await file('PDF');

    await entry.getByRole('link', { name: track.title, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(track.title);
    const [first = ''] = track.lessons;
    const lesson = course.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === first);
    await page
      .getByRole('link', { name: lesson?.title ?? '', exact: true })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`#${first}$`));
    await expect(page.locator(`#${first}`)).toBeInViewport();
    // A note leads to its source and back.
    const mark = page.locator('section.lesson a.note-mark').first();
    const note = page.locator((await mark.getAttribute('href')) ?? '');
    await mark.click();
    await expect(note).toBeInViewport();
    await note.locator('.back').click();
    await expect(mark).toBeInViewport();

    const document = await getDocumentProxy(new Uint8Array(pdf));
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([track.title]);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const { text } = await extractText(document);
    const last = text.at(-1)?.trim() ?? '';
    // Every sheet has its number, and the contents name the one on which a lesson begins.
    expect(last).toMatch(new RegExp(`^${document.numPages}\\b`));
    const title = lesson?.title.replace(/[^\w ]/g, '.').replaceAll(' ', '\\s+');
    const named = new RegExp(`${title}\\s+(\\d+)`).exec(text.slice(1, 3).join(' '));
    expect(text[Number(named?.[1]) - 1]).toContain(lesson?.title);
  } finally {
    rmSync(dist, { recursive: true });
  }
});

test('the book list and the book of a module have no violations in the light and dark schemes @wide', async ({
  page,
}) => {
  for (const path of ['handbook.html', `handbook/modules/${module.id}.html`]) {
    await page.goto(`${course.language}/${path}`);
    expect(await violationsInBothThemes(page), path).toEqual([]);
  }
});

test('a book can be read and printed without scripts, and does not scroll sideways at 320 px', async ({
  browser,
}) => {
  const page = await browser.newPage({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  await page.goto(`${course.language}/handbook/lessons/${module.lessons[0]?.id}.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(module.lessons[0]?.title ?? '');
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.close();
});

test('the book of the whole course opens from a disk @wide', async ({ page }) => {
  await page.goto(pathToFileURL(`dist/site/${course.language}/handbook/course.html`).href);
  await expect(page.locator('section.lesson')).toHaveCount(course.structure.lessons.length);
  await expect(page.locator('nav.contents a').last()).toBeAttached();
});
