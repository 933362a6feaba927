import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  bestWay,
  builtCourse,
  decide,
  fullModule,
  pressOnUntil,
  takeCheck,
} from '../browser/learner.ts';
import { storeText } from '../browser/stored-record.ts';

const course = builtCourse();
const module = fullModule(course);
const [firstLesson] = module.lessons;
const [firstCase] = module.cases;
if (firstLesson === undefined || firstCase === undefined) throw new Error('the module is empty');

test('a learner completes the whole module, and the record shows it @wide', async ({ page }) => {
  await page.goto('index.html');
  await page.locator('main .act').click();
  await expect(page.locator('a[rel="next"]')).toBeVisible();

  // Every lesson, by its Next link alone.
  await page.goto(firstLesson.href);
  for (const lesson of module.lessons) {
    await expect(page).toHaveURL(new RegExp(`${lesson.href}$`));
    await page.locator('a[rel="next"]').click();
  }

  await page.goto(firstCase.href);
  for (const step of bestWay(module, firstCase.id)) await decide(page, module, firstCase.id, step);
  await pressOnUntil(page, '[data-part="outcome"]');
  await expect(page.locator('[data-part="outcome"]')).toHaveClass(/best/);

  await page.goto(`en/${module.id}/check.html`);
  await takeCheck(page, module, true);
  await expect(page.locator('[data-part="passed"]')).toBeVisible();

  await page.goto('en/record.html');
  for (const { title } of module.lessons) await expect(page.locator('main')).toContainText(title);
  await expect(page.locator('main')).toContainText(firstCase.title);
  await expect(page.locator('main')).toContainText('100%');
});

test('a case resumes at the scene where it was left (P04)', async ({ page }) => {
  await page.goto(firstCase.href);
  const [first = '', second = ''] = bestWay(module, firstCase.id);
  await decide(page, module, firstCase.id, first);
  await decide(page, module, firstCase.id, second);
  await pressOnUntil(page, '[data-part="choices"]');
  const heading = await page.locator('[data-part="heading"]').textContent();

  await page.goto('en/glossary.html');
  await page.goto(firstCase.href);
  await pressOnUntil(page, '[data-part="choices"]');
  await expect(page.locator('[data-part="heading"]')).toHaveText(heading ?? '');
});

test('a run through a case that has been edited since stops at the last decision that still exists, and says so (P03, P04) @wide', async ({
  page,
}) => {
  const [first = '', second = ''] = bestWay(module, firstCase.id);
  const [scene = ''] = second.split('.');
  const run = [first, `${scene}.a-choice-that-is-gone`, 'a-scene-that-is-gone.go'];
  await page.goto('en/about.html');
  await page.evaluate(
    ([key, id, run]) =>
      localStorage.setItem(
        key,
        JSON.stringify({
          version: 1,
          viewed: [],
          location: id,
          cases: { [id]: { first: run, run, finished: false, endings: [] } },
          checks: {},
          seconds: 0,
          rows: [],
        }),
      ),
    [`ati:${course.id}`, firstCase.id, run] as const,
  );
  await page.goto(firstCase.href);
  await expect(page.locator('[data-part="changed"]')).not.toBeEmpty();
  await expect(page.locator('[data-part="heading"]')).toHaveText(
    firstCase.scenario.scenes[scene]?.heading ?? '',
  );
  await expect(page.locator('[data-part="backs"] li')).toHaveCount(1);
  // From there it can be played to its end, and the notice goes.
  for (const step of bestWay(module, firstCase.id).slice(1))
    await decide(page, module, firstCase.id, step);
  await expect(page.locator('[data-part="changed"]')).toBeEmpty();
  await pressOnUntil(page, '[data-part="ending"]');
});

test('text from every kind of content file has typographic punctuation', () => {
  const files = globSync('dist/site/en/**/*.html');
  expect(files.length).toBeGreaterThan(course.modules.length * 4);
  const straight = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/<style>[^<]*<\/style>|<[^>]*>/g, ' ');
    const found = /\p{L}(?:'|&#39;)\p{L}|\s(?:"|&quot;|&#34;)\p{L}/u.exec(text);
    return found ? `${file}: ${text.slice(Math.max(0, found.index - 30), found.index + 30)}` : [];
  });
  expect(straight).toEqual([]);
});

test('the first run stays on record, and a later one is called practice', async ({ page }) => {
  await page.goto(firstCase.href);
  const way = bestWay(module, firstCase.id);
  for (const step of way) await decide(page, module, firstCase.id, step);
  await pressOnUntil(page, '[data-part="ending"]');
  await expect(page.locator('[data-part="kept"]')).toContainText('is your record');
  await expect(page.locator('[data-part="path"] [data-lessons] a').first()).toBeVisible();
  // An ending that was not seen has its name, and nothing of how it turns out.
  await expect(page.locator('[data-part="endings"] li:not(.muted)')).toHaveCount(1);
  const all = Object.values(firstCase.scenario.scenes).filter((scene) => 'outcome' in scene).length;
  await expect(page.locator('[data-part="seen"]')).toHaveText(`You have seen 1 of ${all} endings.`);
  const unseen = page.locator('[data-part="endings"] .muted');
  await expect(unseen).toHaveCount(all - 1);
  for (const line of await unseen.allTextContents()) expect(line).toMatch(/: not seen yet$/);

  await page.locator('[data-part="again"]').click();
  await pressOnUntil(page, '[data-part="choices"]');
  await expect(page.locator('[data-part="decision"]')).toHaveText(/^Decision 1 of .*, practice$/);
  while (!(await page.locator('[data-part="ending"]').isVisible())) {
    await page
      .locator('[data-part="choices"] button:visible, [data-part="on"]:visible')
      .last()
      .click();
  }
  await expect(page.locator('[data-part="kept"]')).toContainText('was practice');
  const kept = await page.evaluate((key) => localStorage.getItem(key) ?? '', `ati:${course.id}`);
  const { cases } = JSON.parse(kept) as { cases: Record<string, { first: string[] }> };
  expect(cases[firstCase.id]?.first).toEqual(way);
});

test('an interrupted check resumes with the same questions', async ({ page }) => {
  await page.goto(`en/${module.id}/check.html`);
  await page.locator('[data-part="begin"]').click();
  const asked = () => page.locator('[data-bank]:not(.away)').getAttribute('data-bank');
  const before = await asked();
  await page.reload();
  await page.locator('[data-part="begin"]').click();
  expect(await asked()).toBe(before);
});

test('a failed check can be retried, and passes when answered correctly (P21)', async ({
  page,
}) => {
  await page.goto(`en/${module.id}/check.html`);
  await takeCheck(page, module, false);
  await expect(page.locator('[data-part="failed"]')).toBeVisible();
  await page.locator('[data-part="again"]').click();
  await page.goto(`en/${module.id}/check.html`);
  await takeCheck(page, module, true);
  await expect(page.locator('[data-part="passed"]')).toBeVisible();
});

test('focus is on the heading after a choice, before text and choices (P47)', async ({ page }) => {
  await page.goto(firstCase.href);
  const [first = ''] = bestWay(module, firstCase.id);
  await decide(page, module, firstCase.id, first);
  await expect(page.locator('[data-part="heading"]')).toBeFocused();
  await page.locator('[data-part="on"]').click();
  await expect(page.locator('[data-part="heading"]')).toBeFocused();
  const order = await page.locator('.scene').evaluate((scene) =>
    ['heading', 'text', 'why', 'choices'].map((name) => {
      const part = scene.querySelector(`[data-part="${name}"]`);
      return [...scene.querySelectorAll('*')].indexOf(part as Element);
    }),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a case can be played with the keyboard alone', async ({ page }) => {
  await page.goto(firstCase.href);
  await page.locator('[data-part="heading"]').focus();
  for (let act = 0; act < 40; act++) {
    if (await page.locator('[data-part="ending"]').isVisible()) break;
    await page.keyboard.press('Tab');
    const isButton = await page.evaluate(
      () =>
        document.activeElement?.tagName === 'BUTTON' &&
        document.activeElement.closest('.scene') !== null,
    );
    if (isButton) await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-part="ending"]')).toBeVisible();
});

test('a lesson question can be answered any number of times and is not recorded @wide', async ({
  page,
}) => {
  await page.goto(firstLesson.href);
  const form = page.locator('form[data-question]').first();
  await form.scrollIntoViewIfNeeded();
  for (const option of await form.locator('input').all()) {
    await option.check();
    await form.locator('button').click();
    await expect(form.locator('[role="status"]')).not.toBeEmpty();
  }
  await page.goto('en/record.html');
  expect(await page.evaluate(() => localStorage.getItem('ati:alternatives'))).not.toContain(
    'answers',
  );
});

test('"Not you? Start afresh" deletes what this browser keeps', async ({ page }) => {
  await page.goto(firstLesson.href);
  await page.locator('a[rel="next"]').click();
  await page.goto('en/record.html');
  await page.locator('[data-part="afresh"]').click();
  await page.locator('[data-part="yes"]').click();
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).not.toContain(firstLesson.id);
});

test('failing storage affects only saving, and the page says so (P15)', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(firstCase.href);
  await expect(page.locator('[data-keeping="memory"]')).toBeVisible();
  for (const step of bestWay(module, firstCase.id)) await decide(page, module, firstCase.id, step);
  expect(errors).toEqual([]);
});

test('truncated, foreign and hostile records leave the pages readable and playable (P05)', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const [first = ''] = bestWay(module, firstCase.id);
  for (const stored of [
    '{"viewed":["exi',
    '[1,2,3]',
    '{"viewed":{"length":1e9},"cases":{"bus-station":{"run":["__proto__.x"]}},"__proto__":{"x":1}}',
  ]) {
    await storeText(page, course.id, stored, 'en/about.html');
    for (const path of [
      firstLesson.href,
      `en/${module.id}/check.html`,
      'en/record.html',
      'index.html',
      firstCase.href,
    ]) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
    }
    await decide(page, module, firstCase.id, first);
  }
  expect(errors).toEqual([]);
});

test('search finds a page and leads to the matching place in it', async ({ page }) => {
  await page.goto('en/search.html');
  await page.locator('#q').fill('net-widening');
  const result = page.locator('search-results [data-part="list"] a').first();
  await expect(result).toBeVisible();
  await result.click();
  await expect(page).toHaveURL(/en\/(pre-arrest|glossary|cases)/);
});
