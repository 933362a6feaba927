import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { violations } from '../browser/accessibility.ts';
import { builtCourse } from '../browser/learner.ts';

const { modules } = builtCourse();
const deck = 'en/workshop/slides/pre-arrest.html';
const heading = (of: Page) => of.locator('.leaf[data-now] h2').innerText();

test('every slide of every module fits its content at 16:9 and 4:3, and from right to left @wide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const { id } of modules) {
    await page.goto(`en/workshop/slides/${id}.html`);
    for (const [shape, direction] of [
      ['16:9', 'ltr'],
      ['16:9', 'rtl'],
      ['4:3', 'ltr'],
    ] as const) {
      await page.getByLabel('Shape').selectOption(shape);
      // The layout of a slide follows from the attribute alone.
      await page.evaluate((to) => void (document.dir = to), direction);
      const slides = await page.locator('.slide').evaluateAll((all) =>
        all.map((slide) => {
          const body = slide.querySelector('.slide-body') ?? slide;
          const over = [slide, body].flatMap((each) => [
            each.scrollHeight - each.clientHeight,
            each.scrollWidth - each.clientWidth,
          ]);
          return { id: slide.id, over: Math.max(...over) };
        }),
      );
      expect(slides.length).toBeGreaterThan(20);
      expect
        .soft(
          slides.filter(({ over }) => over > 1),
          `${id} ${shape} ${direction}`,
        )
        .toEqual([]);
    }
  }
});

test('on small screens a slide grows with its text, and the cells of its tables have its width', async ({
  page,
}) => {
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 780 });
    await page.goto('en/workshop/slides/left-out.html');
    const narrow = await page.locator('.slide').evaluateAll((slides) =>
      slides.flatMap((slide) => {
        const { clientWidth, scrollWidth, clientHeight, scrollHeight, id } = slide;
        const cells = [...slide.querySelectorAll('tbody td')].map((cell) => cell.clientWidth);
        const isWhole = scrollWidth <= clientWidth && scrollHeight <= clientHeight;
        return isWhole && cells.every((cell) => cell > clientWidth * 0.8) ? [] : [id];
      }),
    );
    expect(narrow, String(width)).toEqual([]);
  }
});

test('a deck prints one slide per page without scripts, on A4 and Letter, with nothing outside the page @wide', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve('dist/site', deck)).href);
  const count = await page.locator('.slide').count();
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await page.pdf({ format, landscape: true, tagged: true });
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
    expect(totalPages, format).toBe(count);
    expect(text[0]?.replace(/\s+/g, ' ')).toContain(
      modules.find(({ id }) => id === 'pre-arrest')?.title,
    );
  }
  await context.close();
});

for (const place of ['a server', 'a disk'] as const)
  test(`the wall and the facilitator's desk from ${place} stay synchronised by clicker keys in either window @wide`, async ({
    page,
    context,
  }) => {
    await page.goto(place === 'a disk' ? pathToFileURL(resolve('dist/site', deck)).href : deck);
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open a window for the projector' }).click();
    const wall = await opened;
    await expect(wall.locator('.leaf[data-now] .slide')).toBeVisible();
    await expect(wall.locator('.slide-notes').first()).toBeHidden();
    await expect(page.locator('.leaf[data-next] .slide')).toBeVisible();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect.poll(() => heading(wall)).toBe(await heading(page));
    await expect(page.locator('[data-part="place"]')).toContainText('Slide 3 of');
    await expect(page.locator('[data-part="clock"]')).not.toBeEmpty();
    await wall.keyboard.press('ArrowRight');
    await expect(page.locator('[data-part="place"]')).toContainText('Slide 4 of');
    await wall.keyboard.press('b');
    await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(wall.locator('.leaf[data-now] .slide')).toBeHidden();
    await page.keyboard.press('PageUp');
    await expect(wall.locator('.leaf[data-now] .slide')).toBeVisible();
    await page.keyboard.press('PageUp');
    await expect.poll(() => heading(wall)).toBe(await heading(page));
    expect(await violations(page)).toEqual([]);
    expect(await violations(wall)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Present on this screen' })).toBeFocused();
  });

test("the facilitator's desk opens at its top, wherever the page was scrolled to @wide", async ({
  page,
  context,
}) => {
  for (const width of [1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(deck);
    await page.locator('.leaf').nth(3).scrollIntoViewIfNeeded();
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open a window for the projector' }).click();
    await (await opened).close();
    for (const part of ['clock', 'back', 'next', 'leave'])
      await expect(page.locator(`[data-part="${part}"]`)).toBeInViewport({ ratio: 1 });
    const clock = await page.locator('[data-part="clock"]').boundingBox();
    expect(clock?.x, 'the edge of the window').toBeGreaterThan(8);
    await expect(page.locator('.leaf[data-now] .slide')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.leaf[data-next] .slide')).toBeInViewport({ ratio: 1 });
  }
});

test('one screen is enough: the slide fills it in both schemes, and a phone shows the deck @wide', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(deck);
  for (const scheme of ['light', 'dark']) {
    await page.getByLabel('Colours').selectOption(scheme);
    await page.getByRole('button', { name: 'Present on this screen' }).click();
    const slide = page.locator('.leaf[data-now] .slide');
    const box = await slide.boundingBox();
    expect(Math.round(box?.width ?? 0)).toBeGreaterThanOrEqual(1020);
    expect(await violations(page), scheme).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.setViewportSize({ width: 360, height: 640 });
  await page.reload();
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(tooWide).toBe(false);
  expect(await violations(page)).toEqual([]);
});
