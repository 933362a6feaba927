import { expect, test, type Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { violations, violationsOfLayout } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';
import { fromRightToLeft, tooWide } from '../browser/right-to-left.ts';

const course = builtCourse();
const { modules } = course;
const [firstModule] = modules;
const [firstCase] = modules.flatMap(({ cases }) => cases);
const exercises = Object.keys(course.workshop?.exercises ?? {});
const agendas = (course.workshop?.agendas ?? []).map(({ id }) => id);

/** One page of each kind, and every exercise. */
const kinds = [
  ...['index', 'agenda', 'entry', 'readiness', 'plan', 'facilitation', 'cards', 'noise'],
  ...['noise/1', 'noise/papers', 'sets/course-a', 'sets/daily-reaction', 'answers/course'],
  ...['answers/daily-reaction', `answers/${firstModule?.id}-room`, `slides/${firstModule?.id}`],
  ...['room', 'booklets', 'keys'].map((folder) => `${folder}/${firstCase?.id}`),
  ...exercises.map((id) => `exercises/${id}`),
  ...agendas.slice(-1).map((id) => `guides/${id}`),
];
const address = (name: string) => `en/workshop/${name}.html`;

const widths = [
  [360, 640],
  [1920, 1080],
] as const;

async function expectToFit(page: Page, name: string, direction: 'ltr' | 'rtl') {
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    expect.soft(await tooWide(page), `${name} at ${width} pixels`).toBeLessThanOrEqual(0);
  }
}

test('every kind of page of the kit fits 360 and 1920 pixels', async ({ page }) => {
  for (const name of kinds) {
    await page.goto(address(name));
    await expectToFit(page, name, 'ltr');
  }
});

test('every kind of page of the kit fits from right to left as well, and can be worked', async ({
  page,
}) => {
  await fromRightToLeft(page);
  for (const name of kinds) {
    await page.goto(address(name));
    await expectToFit(page, name, 'rtl');
    await page.setViewportSize({ width: 1280, height: 720 });
    expect.soft(await violationsOfLayout(page), name).toEqual([]);
  }
});

test('every slide holds what is on it from right to left, and the arrows turn round', async ({
  page,
}) => {
  await fromRightToLeft(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const { id } of modules) {
    await page.goto(address(`slides/${id}`));
    const over = await page
      .locator('.slide, .slide-body')
      .evaluateAll((all) =>
        all
          .filter(
            (each) =>
              each.scrollHeight - each.clientHeight > 1 || each.scrollWidth - each.clientWidth > 1,
          )
          .map((each) => each.closest('.slide')?.id),
      );
    expect.soft(over, id).toEqual([]);
  }
  await page.getByRole('button', { name: 'Present on this screen' }).click();
  const place = page.locator('[data-part="place"]');
  await page.keyboard.press('ArrowLeft');
  await expect(place).toContainText('Slide 2 of');
  await page.keyboard.press('ArrowRight');
  await expect(place).toContainText('Slide 1 of');
});

test('a room decides in two windows from right to left', async ({ context, page }) => {
  await fromRightToLeft(page);
  await page.goto(address(`room/${firstCase?.id}`));
  const on = page.getByRole('button', { name: 'Go on', exact: true });
  while (await on.isVisible()) await on.click();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open a window for the projector' }).click();
  const wall = await opened;
  await expect(wall.locator('html')).toHaveAttribute('dir', 'rtl');
  await wall.setViewportSize({ width: 1024, height: 768 });
  await page.getByLabel('Raised hands for A').fill('5');
  await expect(wall.locator('.bars .count').first()).toContainText('100%');
  expect(await tooWide(wall)).toBeLessThanOrEqual(0);
  expect(await violations(wall)).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test('on walls of 1920 by 1080 and 1280 by 720 a room sees the story and all choices with their bars at once, in every case', async ({
  context,
  page,
}) => {
  test.setTimeout(600_000);
  for (const { id } of modules.flatMap(({ cases }) => cases)) {
    await page.goto(address(`room/${id}`));
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open a window for the projector' }).click();
    const wall = await opened;
    for (let round = 0; round < 20; round++) {
      const { heading, choices } = await raiseHands(page);
      if (choices === 0) break;
      await expect(wall.locator('[data-part="heading"]')).toHaveText(heading);
      await expect(wall.locator('.bars .count')).toHaveCount(choices);
      for (const [width, height] of [
        [1920, 1080],
        [1280, 720],
      ] as const) {
        await wall.setViewportSize({ width, height });
        const feet = await wall.evaluate(() =>
          ['bars', 'text'].map(
            (part) =>
              document.querySelector(`[data-part="${part}"]`)?.getBoundingClientRect().bottom,
          ),
        );
        for (const foot of feet)
          expect.soft(foot, `${id}, ${heading}: bars, text`).toBeLessThanOrEqual(height);
      }
      await page.locator('[data-part="decide"] button').first().click();
    }
    await wall.close();
  }
});

/**
 * Goes on to the next decision of a room and raises three hands for each choice, in one call to the page
 * (`workshop-room.spec.ts` presses and types).
 * @returns the heading of the decision, and how many choices it has: none at the end of the case
 */
const raiseHands = (page: Page) =>
  page.evaluate(() => {
    const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
    for (let on = part('on'); on?.checkVisibility(); on = part('on')) on.click();
    const heading = part('heading')?.innerText ?? '';
    if (!part('panel')?.checkVisibility()) return { heading, choices: 0 };
    const hands = document.querySelectorAll<HTMLInputElement>(
      '[data-part="hands"] input[type="number"]',
    );
    for (const field of hands) {
      field.value = '3';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return { heading, choices: hands.length };
  });

/** The width between the margins of a page, in CSS pixels. */
const papers = { A4: (210 - 34) * 3.78, Letter: (215.9 - 34) * 3.78 } as const;

/** The most sheets of paper that a page of the kit takes. */
const sheets: Readonly<Record<string, number>> = {
  ...Object.fromEntries(exercises.map((id) => [`exercises/${id}`, 5])),
  facilitation: 6,
  'noise/papers': 8,
  cards: 3,
  ...Object.fromEntries(agendas.map((id) => [`guides/${id}`, 50])),
  [`booklets/${firstCase?.id}`]: 14,
  [`keys/${firstCase?.id}`]: 12,
};

test('every sheet of the kit fits A4 and Letter, with nothing beside the paper', async ({
  page,
}) => {
  for (const [name, most] of Object.entries(sheets)) {
    await page.goto(address(name));
    for (const format of ['A4', 'Letter'] as const) {
      const { numPages } = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
      expect.soft(numPages, `${name} on ${format}`).toBeLessThanOrEqual(most);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.floor(papers[format]), height: 1000 });
      expect.soft(await tooWide(page), `${name} on ${format}`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  }
});
