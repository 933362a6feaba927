import { expect, test, type Page } from '@playwright/test';
import type { Choice, Scenario } from '../../src/cases/format.ts';
import { bestWay, builtCourse, pressOnUntil } from '../browser/learner.ts';

// Names that a screen reader is given at each step of a case (P47), in the order of reading.
const course = builtCourse();
const modules = course.modules.filter(({ cases }) => cases.length > 0);
const [first] = modules;
const inTurn = modules.find(({ cases }) => cases.some(({ roles }) => roles.length > 1));
if (first === undefined || inTurn === undefined) throw new Error('the course has no such case');
const own = first.cases[0];
const twofold = inTurn.cases.find(({ roles }) => roles.length > 1);
if (own === undefined || twofold === undefined) throw new Error('the course has no such case');

/** The accessibility tree of the scene, without the marks of YAML in it. */
const tree = async (page: Page) =>
  (await page.locator('.scene').ariaSnapshot()).replace(/\\"/g, '"').replaceAll("''", "'");

/** Checks that all of it is in the tree, one after the other. */
function expectInOrder(found: string, ...expected: readonly string[]) {
  let from = 0;
  for (const words of expected) {
    const at = found.indexOf(words, from);
    expect(at, `"${words}" after character ${from} of\n${found}`).toBeGreaterThanOrEqual(0);
    from = at + words.length;
  }
}

const decisionOf = (scenario: Scenario, step: string) => {
  const [scene = '', id = ''] = step.split('.');
  const body = scenario.scenes[scene];
  if (body === undefined || !('choices' in body)) throw new Error(`no decision ${scene}`);
  const choice = body.choices.find((one) => one.id === id);
  if (choice === undefined) throw new Error(`no choice ${step}`);
  return { body, choice };
};

/** The first words of a text, without its Markdown: as much as stands in one piece. */
const beginning = (text: string) =>
  text
    .split(/[\n*_[`"'.:]/)[0]
    ?.trim()
    .slice(0, 40) ?? '';

async function choose(page: Page, choice: Choice) {
  const button = page.locator('[data-part="list"] button', { hasText: choice.label });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="chosen"]')).toBeVisible();
}

for (const [name, module, entry, when] of [
  ['of one role', first, own, ' @wide'],
  ['of two roles', inTurn, twofold, ''],
] as const)
  test(`each step of a case ${name} exposes heading, text and choices to screen readers, then the consequence, then judgement and reason on request (P47), announces the role in turn and hides the facts of other roles${when}`, async ({
    page,
  }) => {
    await page.goto(entry.href);
    let before: string | undefined;
    let turns = 0;
    for (const step of bestWay(module, entry.id)) {
      const { body, choice } = decisionOf(entry.scenario, step);
      await pressOnUntil(page, '[data-part="choices"]');
      if (entry.roles.length > 1) {
        const known = await page.locator('[data-part="known"] > li').allTextContents();
        const allowed = Object.values(entry.scenario.scenes)
          .filter(({ role }) => role === undefined || role === body.role)
          .flatMap((scene) => scene.known);
        for (const fact of known) expect(allowed).toContain(fact);
        for (const fact of body.known) expect(known).toContain(fact);
        const turn = page.locator('[data-part="turn"]');
        await expect(turn).toBeVisible();
        if (before !== undefined && before !== body.role) {
          turns++;
          await expect(turn).toContainText('The role has changed');
        }
        before = body.role;
      }
      expectInOrder(
        await tree(page),
        `heading "${body.heading}" [level=2]`,
        beginning(body.text),
        'group "What do you do?"',
        'heading "What do you do?" [level=3]',
        'button "',
      );
      await choose(page, choice);
      await expect(page.locator('[data-part="heading"]')).toBeFocused();
      expectInOrder(
        await tree(page),
        'heading "What follows" [level=2]',
        'You decided',
        beginning(choice.consequence),
        ...(choice.judgement === 'neutral' ? [] : ['Why?']),
        'button "',
      );
      // A question asked before a decision is not judged.
      if (choice.judgement === 'neutral') continue;
      expect(await tree(page)).not.toContain(beginning(choice.reason));
      await page.locator('[data-part="why"] summary').press('Enter');
      expectInOrder(
        await tree(page),
        beginning(choice.consequence),
        'Why?',
        beginning(choice.reason),
        'link "',
        'button "',
      );
    }
    if (entry.roles.length > 1) expect(turns).toBeGreaterThanOrEqual(2);
    await pressOnUntil(page, '[data-part="ending"]');
    const end = await tree(page);
    expectInOrder(
      end,
      'The best that could be reached',
      'heading "Your path" [level=3]',
      'list',
      'group "Map of the case with your path.',
      'button "Back to ',
      'heading "The endings of this case" [level=3]',
      'button "Try another way"',
    );
    if (entry.roles.length > 1) expectInOrder(end, 'heading "What the other could not know"');
  });

test('the path map works by keyboard: a decision on it leads back to that decision @wide', async ({
  page,
}) => {
  await page.goto(own.href);
  const way = bestWay(first, own.id);
  for (const step of way) {
    await pressOnUntil(page, '[data-part="choices"]');
    await choose(page, decisionOf(own.scenario, step).choice);
  }
  await pressOnUntil(page, '[data-part="ending"]');
  const signs = page.locator('[data-part="map"] [role="button"]');
  await expect(signs).toHaveCount(way.length);
  await expect(page.locator('[data-part="map"] .taken').first()).toBeAttached();
  await page.locator('[data-part="heading"]').focus();
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'button')) break;
  }
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const decisions = way
    .map((step) => decisionOf(own.scenario, step))
    .filter(({ choice }) => choice.judgement !== 'neutral');
  expect(name).toMatch(/^Back to (decision \d|the question)/);
  await signs.filter({ hasText: '2' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="heading"]')).toHaveText(
    String(decisions[1]?.body.heading),
  );
  await expect(page.locator('[data-part="heading"]')).toBeFocused();
  await expect(page.locator('[data-part="decision"]')).toHaveText(/^Decision 2 of .*, practice$/);
});

test('nothing moves with reduced motion, and no step scrolls sideways at 320 px @wide', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 },
    baseURL: String(baseURL),
  });
  const page = await context.newPage();
  await page.goto(twofold.href);
  const expectStill = async (step: string) => {
    const { over, moving } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      moving: document.getAnimations().length,
    }));
    expect(over, step).toBeLessThanOrEqual(0);
    expect(moving, step).toBe(0);
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior),
    ).toBe('auto');
  };
  for (const step of bestWay(inTurn, twofold.id)) {
    await pressOnUntil(page, '[data-part="choices"]');
    await expectStill(step);
    await choose(page, decisionOf(twofold.scenario, step).choice);
    await expectStill(step);
  }
  await pressOnUntil(page, '[data-part="ending"]');
  await expectStill('the ending');
  await context.close();
});
