import { expect, type Frame, type Page, test } from '@playwright/test';
import { hasFirefox, startFirefox } from '../browser/firefox.ts';
import { seenInFirefox } from '../browser/firefox-accessibility.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';
import { pagesInFrame } from '../browser/pages-in-frame.ts';
import { tooWide } from '../browser/right-to-left.ts';

const course = builtCourse();
const module = fullModule(course);
const staged = course.modules.find(({ stage }) => stage !== undefined) ?? module;

const ofContent = [module.lessons[0]?.href, module.cases[0]?.href].map((href) =>
  href?.replace(/^en\/|\.html$/g, ''),
);

/** One page of each kind that learners open, but for the kit of trainers. */
const kinds = [
  ...['index', 'ten-minutes', 'booster', 'notes', 'law-at-home', 'offline', 'record', 'move'],
  ...['search', 'glossary', 'sources', 'library', 'words', 'index-of-law', 'about', 'changes'],
  ...['pre-test', 'final', 'certificate', 'signed-certificates', 'evaluation', 'follow-up'],
  ...['statistics', 'administrators', 'cards', 'countries', 'documents', 'cards/judge'],
  ...['introduction', 'summary', 'check', 'questions', 'bench-card'].map(
    (page) => `${staged.id}/${page}`,
  ),
  ...ofContent,
];
/** Pages that many open, or that are built unlike the others. */
const oftenOpened = kinds.filter((name) =>
  /^(?:index|record|search|glossary|final|administrators|certificate)$|judge|introduction|check|bench-card/.test(
    String(name),
  ),
);
const address = (name = '') => `en/${name}.html`;

/** Headings in the margin that lie over other words, with what they lie over. */
const coveredWords = (page: Frame) =>
  page.evaluate(() => {
    const boxOf = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    const inMargin = [...document.querySelectorAll<HTMLElement>('main h2')].filter(
      (heading) => heading.offsetHeight === 0 && boxOf(heading).height > 0,
    );
    if (inMargin.length === 0) return [];
    const words = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, summary, td)')]
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    return inMargin.flatMap((heading) => {
      const own = boxOf(heading);
      return words
        .filter(({ element }) => !heading.contains(element))
        .filter(({ box: { left, right, top, bottom } }) => {
          const isBeside = own.right <= left + 1 || right <= own.left + 1;
          return !isBeside && own.bottom > top + 1 && bottom > own.top + 1;
        })
        .map(({ element }) => `${heading.innerText} / ${element.textContent.trim().slice(0, 40)}`);
    });
  });

/** Opens one page after the other in all sizes that are asked, and measures what stands out or over other words. */
async function expectToFit(
  page: Page,
  names: typeof kinds,
  sizes: Record<'ltr' | 'rtl', readonly number[]>,
) {
  const { frame, open, resize, violationsOfLayout } = await pagesInFrame(page);
  for (const name of names) {
    await open(address(name));
    await expect(frame.locator('html')).toHaveAttribute('dir', 'ltr');
    for (const direction of ['ltr', 'rtl'] as const) {
      // No script of these pages asks for the direction: it is a matter of styles, which follow at once.
      await frame.evaluate((dir) => (document.documentElement.dir = dir), direction);
      for (const width of sizes[direction]) {
        await resize(width, 800);
        const place = `${name} at ${width} pixels ${direction}`;
        expect.soft(await tooWide(frame), place).toBeLessThanOrEqual(0);
        expect.soft(await coveredWords(frame), place).toEqual([]);
      }
    }
    expect.soft(await violationsOfLayout(), name).toEqual([]);
  }
}

test('frequently used pages fit a telephone and a screen, and no margin heading covers text @wide', async ({
  page,
}) => {
  await expectToFit(page, [...oftenOpened, ...ofContent], { ltr: [1280], rtl: [320] });
});

test('every kind of page fits every width in both writing directions @wide', async ({ page }) => {
  test.setTimeout(600_000);
  await expectToFit(page, kinds, { ltr: [768, 1024, 1280, 1920], rtl: [320, 1280] });
});

test('everything is an eighth larger on a very wide screen @wide', async ({ page }) => {
  const sizeOf = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    return page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize));
  };
  await page.goto(address('changes'));
  expect((await sizeOf(1920)) / (await sizeOf(1280))).toBe(1.125);
});

test('a module opens with its title in forced colours, and its current stage stands out @wide', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(address(`${staged.id}/introduction`));
  const colours = await page
    .locator('.continuum .stop')
    .evaluateAll((stops) =>
      stops.map((stop) => `${getComputedStyle(stop).fill} ${getComputedStyle(stop).stroke}`),
    );
  expect(colours).toHaveLength(4);
  expect(new Set(colours).size).toBe(2);
  const lit = page.locator('.continuum .lit .stop');
  await expect(lit).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a page shows its stage by colour, and a page without a stage has the text colour @wide', async ({
  page,
}) => {
  const colourOf = async (name: string) => {
    await page.goto(address(name));
    return page.evaluate(
      () =>
        getComputedStyle(document.querySelector('main') ?? document.body, '::before')
          .borderTopColor,
    );
  };
  const stages = new Map(
    course.modules.flatMap(({ id, stage }) => (stage ? [[stage, id] as const] : [])),
  );
  expect(stages.size).toBe(4);
  const found = new Set([await colourOf('about')]);
  for (const id of stages.values()) found.add(await colourOf(`${id}/introduction`));
  expect(found.size).toBe(5);
});

test.describe('without scripts (D07)', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page states its purpose, and shows its content or why it cannot @wide', async ({
    page,
  }) => {
    for (const name of kinds) {
      await page.goto(address(name));
      const { heading, words } = await page.evaluate(() => ({
        heading: document.querySelector('h1')?.checkVisibility(),
        words: document.querySelector('main')?.innerText ?? '',
      }));
      expect.soft(heading, name).toBe(true);
      expect.soft(words.length, name).toBeGreaterThan(80);
    }
  });
});

test('Firefox: every kind of page fits its window, reports no error, and passes axe @wide', async ({
  baseURL,
}) => {
  test.skip(!hasFirefox, 'Firefox is not installed.');
  test.setTimeout(600_000);
  const firefox = await startFirefox();
  try {
    const seen = await seenInFirefox(firefox, baseURL ?? '', kinds.map(address));
    for (const [path, { over, violations }] of seen) {
      expect.soft(violations, path).toBe('');
      expect.soft(over, path).toBeLessThanOrEqual(0);
    }
    expect(firefox.faults).toEqual([]);
  } finally {
    await firefox.close();
  }
});
