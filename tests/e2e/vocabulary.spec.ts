import { expect, test, type Page } from '@playwright/test';

// Every state on the page of examples, wherever a reader may meet it. That the page has no violation
// in light and dark, does not scroll sideways and stays whole from right to left, the tests that
// walk all pages see to.
const examples = 'review/en/vocabulary.html';

interface State {
  readonly name: string;
  /** Whether something of it is shown below its lines. */
  readonly isShown: boolean;
  /** Its elements that reach beyond the text, apart from those that scroll by themselves. */
  readonly beyond: readonly string[];
}

/** The states, each with what stands between its name and the next heading. */
const states = (page: Page): Promise<State[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.text > h3')].map((heading) => {
      const parts: Element[] = [];
      for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
        if (/^H[23]$/.test(next.tagName)) break;
        if (next.tagName !== 'PRE') parts.push(next);
      }
      const width = document.documentElement.clientWidth;
      const beyond = parts
        .flatMap((part) => [part, ...part.querySelectorAll('*')])
        .filter((element) => element.closest('.scroll table, .unseen, [hidden]') === null)
        .filter((element) => {
          const { left, right, width: own } = element.getBoundingClientRect();
          return own > 0 && (left < -0.5 || right > width + 0.5);
        })
        .map((element) => element.outerHTML.slice(0, 80));
      return {
        name: heading.textContent,
        isShown: parts.some((part) => part.getBoundingClientRect().height > 0),
        beyond,
      };
    }),
  );

for (const [where, set] of [
  ['at 320 px', (page: Page) => page.setViewportSize({ width: 320, height: 640 })],
  ['on a wide screen', (page: Page) => page.setViewportSize({ width: 1280, height: 800 })],
  [
    'in print',
    async (page: Page) => {
      // The width of A4 within its margins.
      await page.setViewportSize({ width: 665, height: 1017 });
      await page.emulateMedia({ media: 'print' });
    },
  ],
] as const)
  test(`every state is shown and stays within the page ${where}`, async ({ page }) => {
    await set(page);
    await page.goto(examples);
    const found = await states(page);
    expect(found.length).toBeGreaterThan(20);
    for (const { name, isShown, beyond } of found) {
      expect(isShown, name).toBe(true);
      expect(beyond, name).toEqual([]);
    }
  });

test('every state is shown with the lines that make it @wide', async ({ page }) => {
  await page.goto(examples);
  for (const heading of await page.locator('.text > h3').all()) {
    const lines = heading.locator('xpath=following-sibling::*[1][self::pre]');
    await expect(lines, await heading.innerText()).toHaveText(/\S/);
  }
});

test('no text in a chart leaves the drawing or overlaps other text', async ({ page }) => {
  await page.goto(examples);
  const faults = await page.evaluate(() =>
    [...document.querySelectorAll('.drawing svg[aria-describedby]')].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].map((text) => ({
        words: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      return boxes.flatMap(({ words, box }, index) => [
        ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [`${words} leaves`] : []),
        ...boxes
          .slice(index + 1)
          .filter(
            ({ box: other }) =>
              box.left < other.right &&
              other.left < box.right &&
              box.top < other.bottom - 2 &&
              other.top < box.bottom - 2,
          )
          .map((other) => `${words} meets ${other.words}`),
      ]);
    }),
  );
  expect(faults).toEqual([]);
});

test.describe('without styles and scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a timeline is a numbered list, a tree is lists in lists, a chart has its table @wide', async ({
    page,
  }) => {
    await page.route('**/*.css', (route) => route.abort());
    await page.goto(examples);
    await expect(page.locator('.timeline > ol > li').first()).toBeVisible();
    await expect(page.locator('.tree > ul > li > ul > li').first()).toBeVisible();
    const numbers = page.locator('figure:has(svg[aria-describedby]) details').first();
    await numbers.locator('summary').click();
    await expect(numbers.locator('tbody th')).toHaveCount(3);
    await expect(numbers.locator('tbody td').first()).toHaveText('71');
  });
});
