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

/** Fills the places of a message. */
const said = (message: string, values: Readonly<Record<string, number>>) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    message,
  );

/** Expects the three parts of a track on which no case was played, with so many core lessons read. */
async function expectProgress(
  page: Page,
  { lessons, cases, minutes }: Track,
  done: number,
  left = minutes,
) {
  const part = (name: string) => page.locator(`.track [data-part="${name}"]`);
  await expect(part('left')).toHaveText(said(word('left'), hoursAndMinutes(left)));
  await expect(part('lessons')).toHaveText(
    said(word('lessonsDone'), { done, total: lessons.length }),
  );
  await expect(part('cases')).toHaveText(
    said(word('casesDone'), { done: 0, total: cases === 'one' ? 1 : 4 }),
  );
  const share = Number(await page.locator('progress').getAttribute('value'));
  expect(share).toBeCloseTo(1 - left / minutes, 5);
}

/** The line of a lesson in the contents. */
const line = (page: Page, id: string): Locator =>
  page.locator('.toc li', { has: page.locator(`[data-lesson="${id}"]`) });

/** Takes a track by the link that begins it, and comes back to the start page. */
async function choose(page: Page, id: string) {
  await page.locator(`[data-take="${id}"]`).click();
  await expect(page.locator('html.live [rel="next"]')).toBeAttached();
  await page.goto('en/index.html');
}

test('a chosen track is stored, marks core pages in words and hides nothing', async ({ page }) => {
  await page.goto('en/index.html');
  await expect(page.locator('.toc .on-track')).toHaveCount(0);
  await choose(page, track.id);
  for (let visit = 0; visit < 2; visit++) {
    await expect(page.locator('.track select')).toHaveValue(track.id);
    await expect(line(page, core).locator('.on-track')).toHaveText(word('core'));
    await expect(line(page, further).locator('.on-track')).toHaveText(word('further'));
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

test('a module page shows the marks too @wide', async ({ page }) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  const module = course.modules.find((each) => each.lessons.some(({ id }) => id === further));
  await page.goto(`en/${module?.id ?? ''}/introduction.html`);
  await expect(line(page, further).locator('.on-track')).toHaveText(word('further'));
});

test('the start page states the time left, and leads to the next core lesson, not the next page', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  const begin = page.locator('[data-begin]');
  await expectProgress(page, track, 0);
  await expect(begin).toHaveAttribute('href', new RegExp(`${hrefOf(core)}$`));

  await page.goto(hrefOf(core));
  await page.locator('a[rel="next"]').click();
  await expect(page.locator('h1')).toHaveText(titleOf(second));
  await expect(page.locator('html.live')).toBeAttached();
  await page.goto('en/index.html');
  await expect(begin).toContainText(titleOf(second));
  await expect(page.locator('[data-part="reason"]')).toHaveText(word('stopped', 'start'));
  const minutes = lessons.find(({ id }) => id === core)?.minutes ?? 0;
  await expectProgress(page, track, 1, track.minutes - minutes);
});

test('Next leads through every core page of a track to the final, and names what lies beyond @wide', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await choose(page, express.id);
  await page.locator('[data-begin]').click();
  const way = trackWay(course, express);
  for (const [position, { path, kind }] of way.entries()) {
    await expect(page).toHaveURL(new RegExp(`/en/${path}\\.html$`));
    await expect(page.locator('html.live')).toBeAttached();
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

test('reading progress shows as a row of dots for each module, a count at the end of a lesson, and a drawer @wide', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await choose(page, express.id);
  const start = express.first ?? '';
  const module = course.modules.find((each) => each.lessons.some(({ id }) => id === start));
  const row = page.locator(`[data-module="${module?.id}"] [data-progress]`).first();
  await expect(row).toContainText(/0 of 1/);

  await page.goto(hrefOf(start));
  await page.locator('.turn').scrollIntoViewIfNeeded();
  await expect(page.locator('.turn [role="status"]')).toHaveText(
    said(word('readCount', 'lesson'), { done: 1, total: express.lessons.length }),
  );

  const contents = page.getByRole('link', { name: word('contents', 'site'), exact: true });
  await contents.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.locator('[aria-current="page"]')).toHaveText(titleOf(start));
  await expect(drawer.locator('[aria-current="page"]')).toBeFocused();
  await expect(drawer.locator(`[data-module="${module?.id}"] [data-progress]`)).toContainText(
    '1 of 1',
  );
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(contents).toBeFocused();

  await contents.press('Enter');
  const [other] = course.modules[0]?.lessons ?? [];
  await drawer.locator('summary').first().click();
  await drawer.getByRole('link', { name: other?.title ?? '' }).click();
  await expect(page.locator('h1')).toHaveText(other?.title ?? '');
});

test('the link to the contents leads to the list on the start page without scripts @wide', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) });
  const page = await context.newPage();
  await page.goto(hrefOf(core));
  await page.getByRole('link', { name: word('contents', 'site'), exact: true }).click();
  await expect(page).toHaveURL(/index\.html#contents$/);
  await expect(page.locator('#contents')).toBeVisible();
  await context.close();
});

test('the list of cases names those for the track @wide', async ({ page }) => {
  await page.goto('en/index.html');
  await expect(page.locator('.shelf .mine:visible')).toHaveCount(0);
  await choose(page, track.id);
  const own = course.modules
    .flatMap(({ cases }) => cases)
    .filter(({ roles }) => roles.some((role) => track.roles.includes(role)));
  await expect(
    page.locator('.shelf li', { has: page.locator('.mine:visible') }).locator('a'),
  ).toHaveText(own.map(({ title }) => title));
});

test('the first decision of a case can be made on the start page @wide', async ({ page }) => {
  await page.goto('en/index.html');
  const [choice] = await page.locator('.first-scene li a').allTextContents();
  await page.locator('.first-scene li a').first().click();
  await expect(page.locator('[data-part="chosen"]')).toContainText(choice ?? '');
  // Taken once: a reload comes back to the case as it stands.
  await expect(page).not.toHaveURL(/#/);
});

test('another track can be chosen, and the record follows @wide', async ({ page }) => {
  await page.goto('en/index.html');
  await choose(page, track.id);
  await page.getByLabel(word('choose')).selectOption(express.id);
  await expectProgress(page, express, 0);
  await page.goto('en/record.html');
  await expect(page.locator('.track select')).toHaveValue(express.id);
  await expect(page.locator('[data-track]:visible')).toContainText(express.summary);
  await expectProgress(page, express, 0);
});

test('the tracks are a table with times without scripts @wide', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) });
  const page = await context.newPage();
  await page.goto('en/index.html');
  for (const { title, minutes, first: trackFirst } of course.tracks) {
    const entry = page.locator('.choices tr:has(a)', { hasText: title });
    await expect(entry).toBeVisible();
    const { hours, minutes: rest } = hoursAndMinutes(minutes);
    await expect(entry).toContainText(minutes > 90 ? `${hours} h ${rest} min` : `${minutes} min`);
    const first = lessons.find((lesson) => lesson.id === trackFirst);
    await expect(entry.getByRole('link')).toHaveAttribute(
      'href',
      String(first?.href).replace(/^en\//, ''),
    );
  }
  await context.close();
});

test('a track fixed by an administrator is shown as fixed, and cannot be chosen', async ({
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
    await expect(page.locator('.toc .on-track')).toHaveCount(0);
  }
  const own = course.modules.find((module) => module.lessons.some(({ id }) => id === core));
  await page.goto(`en/${own?.id ?? ''}/introduction.html`);
  await expect(page.locator('.toc .state:visible').first()).toBeVisible();
  await expect(page.locator('.toc .on-track')).toHaveCount(0);
  await page.goto('en/index.html');
  await page.getByLabel(word('choose')).selectOption(track.id);
  await expect(page.locator('.track [data-part="gone"]')).toBeHidden();
  await expect(line(page, core).locator('.on-track')).toHaveText(word('core'));
});
