import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../browser/accessibility.ts';
import { kindNames } from '../../src/questions/question.ts';
import { inLesson, openTry, triesOfEveryKind } from '../browser/questions.ts';
import { fillIn, responseTo } from '../browser/respond.ts';

// An answer changes its question only; `axe.spec.ts` asks about the rest of the page.
for (const kind of kindNames)
  test(`a ${kind} question has no violations when rejected, answered wrong or answered right @wide`, async ({
    page,
  }) => {
    const { question, path } = inLesson(kind);
    await page.goto(path);
    const form = page.locator(`#form-${question.id}`);
    const asked = `check-question:has(#form-${question.id})`;
    await form.scrollIntoViewIfNeeded();
    const send = () => form.locator('button:not([type])').click();
    await send();
    expect(await violationsInBothThemes(page, asked), 'refused').toEqual([]);
    for (const isRight of [false, true]) {
      await fillIn(form, question, responseTo(question, isRight));
      await send();
      expect(await violationsInBothThemes(page, asked), isRight ? 'right' : 'wrong').toEqual([]);
      if (kind === 'several') await form.evaluate((all: HTMLFormElement) => all.reset());
    }
  });

for (const taken of triesOfEveryKind())
  test(`a check question has no violations while it is asked and in the review of a try: ${taken.firsts
    .map(({ kind }) => kind)
    .join(', ')} @wide`, async ({ page }) => {
    await openTry(page, taken, taken.firsts);
    for (let item = 0; item < taken.firsts.length; item++) {
      const asked = page.locator('[data-bank]:not(.away)');
      const id = await asked.getAttribute('data-bank');
      const question = taken.firsts.find((each) => each.id === id);
      if (question === undefined) throw new Error(`${id} should have its answer`);
      const within = item === 0 ? 'html' : `[data-bank="${id}"]`;
      expect(await violationsInBothThemes(page, within), `${question.kind}, asked`).toEqual([]);
      const form = asked.locator('form');
      await fillIn(form, question, responseTo(question, false));
      await form.locator('button:not([type])').click();
      await expect(page.locator(`[data-bank="${id}"]:not(.away) form`)).toBeHidden();
    }
    await expect(page.locator('[data-part="result"]')).toBeVisible();
    expect(await violationsInBothThemes(page), 'looked back at').toEqual([]);
  });
