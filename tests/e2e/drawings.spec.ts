import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('every drawing begins at the edge of the text @wide', async ({ page }) => {
  const cwd = 'dist/site';
  const pages = globSync('en/*/*.html', { cwd }).filter((path) =>
    readFileSync(`${cwd}/${path}`, 'utf8').includes('<figure class="drawing"'),
  );
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    await page.goto(path);
    const insets = await page.locator('.drawing svg').evaluateAll((drawings) =>
      drawings.map((drawing) => {
        const marks = [...drawing.querySelectorAll('path, rect, circle, text')];
        const first = Math.min(...marks.map((mark) => mark.getBoundingClientRect().left));
        return first - drawing.getBoundingClientRect().left;
      }),
    );
    for (const inset of insets) {
      // What is written towards a line begins where its font lets it.
      expect(inset, path).toBeLessThan(8);
      expect(inset, path).toBeGreaterThan(-4);
    }
  }
});
