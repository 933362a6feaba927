import { expect, test, type Locator, type Page } from '@playwright/test';
import { hoursAndMinutes } from '../../src/course/minutes.ts';
import type { Track } from '../../src/course/track.ts';
import { trackWay } from '../../src/course/way.ts';
import { builtCourse } from '../browser/learner.ts';

const course = builtCourse();
const lessons = course.modules.flatMap((module) => module.lessons);
const track = course.tracks.find(({ roles }) => roles.includes('judge'));
const express = course.tracks.find(({ cases }) => cases === 'one');
const word = (name: string, section = 'track') => {
  const found = course.interface.messages[section]?.[name];
  if (typeof found !== 'string') throw new Error(`no word ${section}.${name}`);
  return found;
};
if (track === undefined || express === undefined) throw new Error('a track is missing');

const core = track.first ?? '';
const second = track.lessons.find((id) => id !== core) ?? '';
const further = lessons.find(({ id }) => !track.lessons.includes(id))?.id ?? '';
const titleOf = (id: string) => lessons.find((lesson) => lesson.id === id)?.title ?? '';
const hrefOf = (id: string) => lessons.find((lesson) => lesson.id === id)?.href ?? '';

/** What the page says of a track on which no case was played, with so many core lessons read. */
const sentence = ({ lessons, cases, minutes }: Track, done: number, left = minutes) =>
  Object.entries({
    done,
    total: lessons.length,
    cases: 0,
    stages: cases === 'one' ? 1 : 4,
    ...hoursAndMinutes(left),
  }).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), word('progress'));

/** The line of a lesson in the contents. */
const line = (page: Page, id: string): Locator =>
  page.locator('.toc li', { has: page.locator(`[data-lesson="${id}"]`) });

const choose = (page: Page, id: string) => page.locator('.track select').selectOption(id);

test('a chosen track is kept, marks what is core in words and hides nothing', async ({ page }) => {
  await page.goto('en/index.html');
  await expect(page.locator('.toc .mark')).toHaveCount(0);
  await page.getByLabel(word('choose')).selectOption(track.id);
  for (let visit = 0; visit < 2; visit++) {
    await expect(page.locator('.track select')).toHaveValue(track.id);
    await expect(line(page, core).locator('.mark')).toHaveText(word('core'));
    await expect(line(page, further).locator('.mark')).toHaveText(word('further'));
    await expect(page.locator('.toc a[href]')).toHaveCount(
      course.modules.reduce(
        (sum, { lessons, cases, check }) => sum + lessons.length + cases.length + (check ? 3 : 2),
        0,
      ),
    );
    await expect(page.locator('[data-track]:visible')).toContainText(track.summary);
    await page.reload();
  }
});

test('a module shows the marks too', async ({ page }) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  const module = course.modules.find((each) => each.lessons.some(({ id }) => id === further));
  await page.goto(`en/${module?.id ?? ''}/introduction.html`);
  await expect(line(page, further).locator('.mark')).toHaveText(word('further'));
});

test('says how much time is left, and leads to the next core lesson, not the next page', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  const left = page.locator('[data-part="progress"]');
  const begin = page.locator('[data-begin]');
  await expect(left).toHaveText(sentence(track, 0));
  await expect(begin).toHaveAttribute('href', new RegExp(`${hrefOf(core)}$`));

  await page.goto(hrefOf(core));
  await page.locator('a[rel="next"]').click();
  await expect(page.locator('h1')).toHaveText(titleOf(second));
  await expect(page.locator('html.live')).toBeAttached();
  await page.goto('en/index.html');
  await expect(begin).toContainText(titleOf(second));
  await expect(page.locator('[data-part="reason"]')).toHaveText(word('stopped', 'start'));
  const minutes = lessons.find(({ id }) => id === core)?.minutes ?? 0;
  await expect(left).toHaveText(sentence(track, 1, track.minutes - minutes));
});

test('Next alone leads through every core page of a track to the final, and says what lies beyond', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await choose(page, express.id);
  await page.locator('[data-begin]').click();
  const way = trackWay(course, express);
  for (const [position, { path, kind }] of way.entries()) {
    await expect(page).toHaveURL(new RegExp(`/en/${path}\\.html$`));
    if (kind === 'lesson')
      await expect(page.locator('.where [data-way]:visible')).toContainText(word('core', 'lesson'));
    if (position + 1 < way.length) await page.locator('a[rel="next"]').click();
  }
  expect(way.at(-1)?.kind).toBe('final');

  const [start = ''] = express.lessons;
  await page.goto(hrefOf(start));
  const beyond = page.locator('.turn a', { hasText: word('beyond', 'lesson') });
  await beyond.click();
  await expect(page.locator('.where [data-way]:visible')).toContainText(word('further', 'lesson'));
});

test('another track may be chosen, and the record follows', async ({ page }) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  await choose(page, express.id);
  await expect(page.locator('[data-part="progress"]')).toHaveText(sentence(express, 0));
  await page.goto('en/record.html');
  await expect(page.locator('.track select')).toHaveValue(express.id);
  await expect(page.locator('[data-track]:visible')).toContainText(express.summary);
  await expect(page.locator('[data-part="progress"]')).toHaveText(sentence(express, 0));
});

test('without scripts the tracks are a list with times', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) });
  const page = await context.newPage();
  await page.goto('en/index.html');
  for (const { title, minutes } of course.tracks) {
    const entry = page.locator('[data-track]', { hasText: title }).first();
    await expect(entry).toBeVisible();
    const { hours, minutes: rest } = hoursAndMinutes(minutes);
    await expect(entry).toContainText(`${hours} h ${rest} min`);
  }
  await context.close();
});

test('a track that an administrator fixed is named as fixed, and cannot be chosen', async ({
  page,
}) => {
  // A shell in small: the page of a package finds its recorder in the window around it.
  await page.route('**/en/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<html ', '<html data-package ');
    await route.fulfill({ response, body });
  });
  await page.route('**/around.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>
        window.atiShell = {
          place: 'lms', saveStatus: 'kept', fixedTrack: '${track.id}',
          attempt: { viewed: [], location: '', track: '${express.id}', cases: {}, checks: {}, seconds: 0, rows: [] },
          record() {}, subscribe: () => () => {},
        };
      </script><iframe src="en/index.html" width="900" height="900"></iframe>`,
    }),
  );
  await page.goto('around.html');
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('[data-part="fixed"]')).toBeVisible();
  await expect(inside.locator('.track select')).toHaveCount(0);
  await expect(inside.locator('[data-track]:visible')).toContainText(track.summary);
});

test('a chosen track that the course no longer has counts as none, and the page says so', async ({
  page,
}) => {
  await page.goto('en/about.html');
  await page.evaluate(
    ([key = '', text = '']) => localStorage.setItem(key, text),
    [`ati:${course.id}`, JSON.stringify({ version: 1, viewed: [core], track: 'gone' })],
  );
  for (const path of ['en/index.html', 'en/record.html']) {
    await page.goto(path);
    await expect(page.locator('.track [data-part="gone"]')).toHaveText(
      word('track-removed', 'changes'),
    );
    await expect(page.locator('.track select')).toHaveValue(course.tracks[0]?.id ?? '');
    await expect(page.locator('.toc .mark')).toHaveCount(0);
  }
  const own = course.modules.find((module) => module.lessons.some(({ id }) => id === core));
  await page.goto(`en/${own?.id ?? ''}/introduction.html`);
  await expect(page.locator('.toc .state:visible').first()).toBeVisible();
  await expect(page.locator('.toc .mark')).toHaveCount(0);
  await page.goto('en/index.html');
  await choose(page, track.id);
  await expect(page.locator('.track [data-part="gone"]')).toBeHidden();
  await expect(line(page, core).locator('.mark')).toHaveText(word('core'));
});
