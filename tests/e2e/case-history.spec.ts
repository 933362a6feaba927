import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { startPreview } from '../../scorm/preview/preview.ts';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { open, pages, visit } from '../browser/preview-lms.ts';
import {
  bestWay,
  builtCourse,
  decide,
  fullModule,
  pressOnUntil,
  type Place,
} from '../browser/learner.ts';

const course = builtCourse();
const module = fullModule(course);
const [own] = module.cases;
if (own === undefined) throw new Error('the module has no case');
const { id, href, scenario } = own;
const way = bestWay(module, id);
const headingOf = (step = '') => scenario.scenes[step.split('.')[0] ?? '']?.heading ?? '';

const heading = (place: Place) => place.locator('[data-part="heading"]');

/** Takes the first decisions of the best way, up to the scene in which the next is taken. */
async function play(place: Place, count: number) {
  for (const step of way.slice(0, count)) await decide(place, module, id, step);
  await pressOnUntil(place, '[data-part="choices"]');
  await expect(heading(place)).toHaveText(headingOf(way[count]));
}

/** Goes back, scene by scene, until the first decision of the case is on the screen. */
async function backToStart(page: Page, place: Place) {
  for (let presses = 0; presses < 6; presses++) {
    if ((await heading(place).textContent()) === headingOf(way[0])) return;
    const before = await heading(place).textContent();
    await page.evaluate(() => history.back());
    await expect(heading(place)).not.toHaveText(before ?? '');
  }
}

async function expectHistory(page: Page, place: Place) {
  await play(place, 2);
  await page.evaluate(() => history.back());
  await expect(heading(place)).not.toHaveText(headingOf(way[2]));
  await backToStart(page, place);
  await expect(heading(place)).toHaveText(headingOf(way[0]));
  await expect(heading(place)).toBeFocused();
  await page.evaluate(() => history.forward());
  await expect(heading(place)).not.toHaveText(headingOf(way[0]));
}

test('Back returns to the previous scene, Forward to the next, and a reload keeps the place (P55)', async ({
  page,
}) => {
  await page.goto('en/index.html');
  await page.goto(href);
  await expectHistory(page, page);
  const shown = await heading(page).textContent();
  await page.reload();
  await expect(heading(page)).toHaveText(shown ?? '');
  await backToStart(page, page);
  // Before the first scene lies the page from which the learner came.
  await page.goBack();
  await expect(page).toHaveURL(/index\.html$/);
});

test('a reload keeps the consequence of a decision on screen, and Back returns to the decision (P55) @wide', async ({
  page,
}) => {
  await page.goto(href);
  await decide(page, module, id, way[0] ?? '');
  await page.reload();
  await expect(page.locator('[data-part="chosen"]')).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText(headingOf(way[0]));
  await expect(page.locator('[data-part="choices"]')).toBeVisible();
});

test('another decision after Back continues from there, and Forward no longer leads to the old path (P55)', async ({
  page,
}) => {
  await page.goto(href);
  await play(page, 1);
  await backToStart(page, page);
  const first = scenario.scenes[scenario.start];
  if (first === undefined || !('choices' in first)) throw new Error('the case starts otherwise');
  const other = first.choices.find(({ id: choice }) => `${scenario.start}.${choice}` !== way[0]);
  await decide(page, module, id, `${scenario.start}.${other?.id}`);
  await page.goForward().catch(() => null);
  await expect(page.locator('[data-part="chosen"]')).toContainText(other?.label ?? '');
  const run = await page.evaluate(
    ([key, id]) =>
      (
        JSON.parse(localStorage.getItem(key) ?? '{}') as {
          cases: Record<string, { run: string[] }>;
        }
      ).cases[id]?.run,
    [`ati:${course.id}`, id] as const,
  );
  expect(run).toEqual([`${scenario.start}.${other?.id}`]);
});

test('a decision can be changed beside "Go on" by keyboard @wide', async ({ page }) => {
  await page.goto(href);
  const judged = way.findIndex((step) => {
    const [scene = '', choice = ''] = step.split('.');
    const body = scenario.scenes[scene];
    return (
      body !== undefined &&
      'choices' in body &&
      body.choices.some((one) => one.id === choice && one.judgement !== 'neutral')
    );
  });
  await play(page, judged);
  await decide(page, module, id, way[judged] ?? '');
  await page.locator('[data-part="on"]').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Change my decision' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(headingOf(way[judged]));
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('[data-part="choices"]')).toBeVisible();
});

test('a decision states its number and the total @wide', async ({ page }) => {
  await page.goto(href);
  await pressOnUntil(page, '[data-part="choices"]');
  for (const step of way) {
    await pressOnUntil(page, '[data-part="choices"]');
    const label = page.locator('[data-part="decision"]');
    const text = (await label.textContent()) ?? '';
    if (text !== '') expect(text).toMatch(/^Decision \d of (?:about )?\d$/);
    await decide(page, module, id, step);
  }
});

test('the history works for a case opened from a disk (P55) @wide', async ({ page }) => {
  await page.goto(pathToFileURL(resolve('dist/site', href)).href);
  await expectHistory(page, page);
});

test('Back in a package steps through the scenes, then returns the platform to where it was (P55) @wide', async ({
  page,
}) => {
  const attempts = mkdtempSync(join(tmpdir(), 'attempts-'));
  const preview = await startPreview({ port: 0, packages: 'dist/packages', attempts });
  try {
    await open(page, preview.url, 'scorm12');
    await visit(page, href);
    const address = page.url();
    await expectHistory(page, pages(page));
    await backToStart(page, pages(page));
    await page.evaluate(() => history.back());
    await expect(pages(page).locator('case-player')).toHaveCount(0);
    await expect(pages(page).locator('h1')).toBeVisible();
    expect(page.url()).toBe(address);
  } finally {
    await preview.close();
    rmSync(attempts, { recursive: true });
  }
});

test('a case plays to its end without the script of endings, and reports that it is missing @wide', async ({
  page,
}) => {
  await page.route('**/case-ending-*.js', (route) => route.abort());
  await page.goto(href);
  for (const step of way) await decide(page, module, id, step);
  await pressOnUntil(page, '[data-part="ending"]');
  await expect(page.locator('[data-part="outcome"]')).not.toBeEmpty();
  await expect(page.locator('.debrief')).toBeVisible();
  await expect(page.locator('[data-part="path"]')).toContainText('load this page again');
  // The script that comes back is used as soon as the case asks for it again.
  await page.unroute('**/case-ending-*.js');
  await page.reload();
  await expect(page.locator('[data-part="path"] > li')).toHaveCount(way.length);
  await expect(page.locator('[data-part="path"]')).not.toContainText('load this page again');
});

test('the end shows a decision beside an alternative, which can then be played (P55) @wide', async ({
  page,
}) => {
  await page.goto(href);
  for (const step of way) await decide(page, module, id, step);
  await pressOnUntil(page, '[data-part="ending"]');
  const names = page.locator('[data-part="names"] li');
  await expect(names.first()).toHaveText(headingOf(`${scenario.start}.`));
  const more = page.locator('[data-part="path"] details').last();
  await more.locator('summary').focus();
  await page.keyboard.press('Enter');
  const other = more.locator('ul button').first();
  const label = (await other.textContent()) ?? '';
  await other.focus();
  await page.keyboard.press('Enter');
  const ways = page.locator('.two-ways');
  await expect(ways.locator('h4')).toBeFocused();
  await expect(ways.locator('> div')).toHaveCount(2);
  await expect(ways.locator('> div').last()).toContainText(label);
  await expect(ways.locator('[role="img"]').first()).toBeVisible();
  // An ending that was not seen is not told.
  const unseen = Object.values(scenario.scenes).filter(
    (scene) => 'outcome' in scene && scene.outcome !== 'best',
  );
  for (const scene of unseen) await expect(ways).not.toContainText(scene.text.slice(0, 40));
  expect(await violationsInBothThemes(page)).toEqual([]);
  await ways.getByRole('button', { name: 'Play on this way' }).click();
  await expect(page.locator('[data-part="chosen"]')).toContainText(label);
});
