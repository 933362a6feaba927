import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { builtCourse, fullModule } from '../browser/learner.ts';

const course = builtCourse();
const cards = [
  `en/${fullModule(course).id}/bench-card.html`,
  `en/cards/${course.cards[0]?.id}.html`,
];

for (const [at, path] of cards.entries())
  test(`the lines of ${path} can be filled in, are stored on the device, shared by all cards, and printed${at === 0 ? '' : ' @wide'}`, async ({
    page,
  }) => {
    await page.goto(path);
    const field = page.getByRole('textbox', { name: /^My court/ });
    // The lines of a module's card become fields when its reader begins to do something.
    await page.keyboard.press('Tab');
    await field.fill('District court, second chamber');
    expect(await violationsInBothThemes(page)).toEqual([]);
    for (const other of cards) {
      await page.goto(other);
      await page.keyboard.press('Tab');
      await expect(field).toHaveValue('District court, second chamber');
    }
    await page.emulateMedia({ media: 'print' });
    await expect(field).toBeHidden();
    await expect(page.locator('.printed', { hasText: 'District court' })).toBeVisible();
  });

test('failing storage is reported on the card that is being filled in', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await page.goto(`en/cards/${course.cards[0]?.id}.html`);
  await page.getByRole('textbox', { name: /^My court/ }).fill('District court');
  await expect(page.getByText('This browser keeps nothing here.')).toBeVisible();
  await expect(page.getByText('What you write stays on this device')).toHaveCount(0);
});
