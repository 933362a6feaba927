import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { kindNames } from '../../src/questions/question.ts';
import { inCheck, inLesson, openAt } from '../browser/questions.ts';
import { fillIn, responseTo } from '../browser/respond.ts';

for (const kind of kindNames) {
  test(`a ${kind} question has no violation, refused, answered wrong or answered right`, async ({
    page,
  }) => {
    const { question, path } = inLesson(kind);
    await page.goto(path);
    const form = page.locator(`#form-${question.id}`);
    await form.scrollIntoViewIfNeeded();
    const send = () => form.locator('button:not([type])').click();
    await send();
    expect(await violationsInBothThemes(page), 'refused').toEqual([]);
    for (const isRight of [false, true]) {
      await fillIn(form, question, responseTo(question, isRight));
      await send();
      expect(await violationsInBothThemes(page), isRight ? 'right' : 'wrong').toEqual([]);
      if (kind === 'several') await form.evaluate((all: HTMLFormElement) => all.reset());
    }
  });

  test(`a ${kind} question has no violation when a try looks back at it`, async ({ page }) => {
    const asked = inCheck(kind);
    await openAt(page, asked);
    const form = page.locator(`#form-${asked.question.id}`);
    expect(await violationsInBothThemes(page), 'asked').toEqual([]);
    await fillIn(form, asked.question, responseTo(asked.question, false));
    await form.locator('button:not([type])').click();
    await expect(page.locator('[data-part="result"]')).toBeVisible();
    expect(await violationsInBothThemes(page), 'looked back at').toEqual([]);
  });
}
