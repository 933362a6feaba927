import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { type Cmi5Platform, startCmi5Platform } from '../browser/cmi5-lms.ts';
import type { Module } from '../../src/course/course.ts';
import { bestWay, builtCourse, pressOnUntil, takeCheck } from '../browser/learner.ts';
import { passTimeUntil } from '../browser/pass-time.ts';
import { smallPackages } from '../browser/small-dist.ts';
import {
  beginFirstCase,
  finishFirstCase,
  playOtherCases,
  readLessons,
  type Walk,
} from '../browser/through-module.ts';

let module: Module;
let platform: Cmi5Platform;

const course = (page: Page): FrameLocator => page.frameLocator('#shell-frame');
const visit = (page: Page, href: string) =>
  page.locator('#shell-frame').evaluate((frame: HTMLIFrameElement, to) => {
    frame.contentWindow?.location.assign(new URL(to, frame.ownerDocument.location.href).href);
  }, href);
const saved = (page: Page) =>
  expect(page.locator('#shell-keeping [data-keeping="kept"]')).toBeVisible();
test.beforeAll(async () => {
  // It is built before the tests run, and after they are listed.
  const [only] = builtCourse('en', 'dist/small').modules;
  if (only === undefined) throw new Error('the small course has no module');
  module = only;
  // A package of one module, which its own check completes.
  platform = await startCmi5Platform(
    unzipSync(readFileSync(join(smallPackages, `ati-${module.id}-en-cmi5.zip`))),
  );
});
test.afterAll(async () => {
  await platform.close();
});

test('P26: a learner works through a cmi5 package, reloads it, loses the network, and passes', async ({
  page,
}) => {
  const { lms, origin } = platform;
  const opened: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame() && frame.url() !== 'about:blank') opened.push(frame.url());
  });
  await page.goto(lms.launch({ returnURL: `${origin}/back` }));
  await expect(course(page).locator('h1')).toBeVisible();
  await saved(page);
  // Once, although the session begins after the page was asked for.
  expect(opened).toHaveLength(1);
  const walk: Walk = { module, place: course(page), visit: (href) => visit(page, href) };
  await readLessons(walk);
  await beginFirstCase(walk, 1);
  await saved(page);

  // The same session goes on, at the same place.
  await page.reload();
  await expect(course(page).locator('[data-part="play"]')).toBeVisible();
  lms.fault = ({ path }) => (path.startsWith('/xapi') ? 'lost' : undefined);
  await finishFirstCase(walk, 1);
  await expect(
    page
      .locator('#shell-keeping :is([data-keeping="failing"], [data-keeping="not-saved"])')
      .filter({ visible: true }),
  ).toHaveCount(1);
  lms.fault = () => undefined;

  await playOtherCases(walk);
  await visit(page, module.cases[0]?.href ?? '');
  await pressOnUntil(course(page), '[data-part="outcome"]');
  await visit(page, `en/${module.id}/check.html`);
  await takeCheck(course(page), module, true);
  await saved(page);
  await page.locator('#shell-exit').click();
  await expect(page).toHaveURL(`${origin}/back`);

  const defined = lms.verbs.filter((verb) => !['answered', 'scored'].includes(verb));
  expect(defined[0]).toBe('initialized');
  expect(defined.slice(1, -1).toSorted()).toEqual(['completed', 'passed']);
  expect(defined.at(-1)).toBe('terminated');
  // Every decision and answer arrived, once and in order, those of the lost network too.
  const told = lms.statements.flatMap(({ object }) => object?.id?.split('/').at(-1) ?? []);
  const decisions = module.cases.flatMap(({ id }) =>
    bestWay(module, id).map((step) => `${id}.${step.split('.')[0]}`),
  );
  expect(told).toEqual(expect.arrayContaining([...new Set(decisions)]));
  expect(new Set(lms.statements.map(({ id }) => id)).size).toBe(lms.statements.length);
  expect(lms.refused).toEqual([]);
});

test('a launch with a used token says that the session is over, and the course stays readable @wide', async ({
  page,
}) => {
  const { lms } = platform;
  const address = lms.launch();
  await page.clock.install();
  await page.goto(address);
  await expect(course(page).locator('h1')).toBeVisible();
  await passTimeUntil(page, page.locator('#shell-keeping [data-keeping="kept"]'));
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.locator('[data-problem="ended"]')).toBeVisible();
  await expect(course(other).locator('h1')).toBeVisible();
});
