import { expect, type Locator, type Page } from '@playwright/test';
import { stages } from '../../src/course/content-schemas.ts';
import type { Question } from '../../src/questions/question.ts';

/** A whole response to a question, as `mark` takes it: the right one, or one that is wrong in every part. */
export function responseTo(question: Question, isRight: boolean): string[] {
  const other = (ids: readonly string[], right: string) =>
    isRight ? right : String(ids.find((id) => id !== right));
  switch (question.kind) {
    case 'single':
    case 'several': {
      const ids = question.options.flatMap(({ id, right }) => (right === isRight ? id : []));
      return question.kind === 'single' ? ids.slice(0, 1) : ids;
    }
    case 'matching': {
      const ids = question.targets.map(({ id }) => id);
      return question.items.map(({ target }) => other(ids, target));
    }
    case 'continuum':
      return question.items.map(({ stage }) => other(stages, stage));
    case 'ordering': {
      const ids = question.steps.map(({ id }) => id);
      return isRight ? ids : [...ids.slice(1), ...ids.slice(0, 1)];
    }
    case 'numeric':
      return [String(isRight ? question.answer : question.answer + question.tolerance + 1)];
  }
}

/** Gives a response in the form of a question, without sending it. */
export async function fillIn(form: Locator, question: Question, response: readonly string[]) {
  switch (question.kind) {
    case 'single':
    case 'several':
      for (const id of response) await form.locator(`[value="${id}"]`).check();
      return;
    case 'matching':
    case 'continuum':
      for (const [item, { id }] of question.items.entries())
        await form.locator(`select[name="${id}"]`).selectOption(String(response[item]));
      return;
    case 'numeric':
      return form.locator('[inputmode]').fill(String(response[0]));
    case 'ordering':
      return order(form, response, (button) => button.click());
  }
}

/** The same with the keyboard alone, from the start of the form; then sends it. */
export async function answerByKeys(
  page: Page,
  form: Locator,
  question: Question,
  response: readonly string[],
) {
  const press = (key: string) => page.keyboard.press(key);
  const reach = (wanted: Locator) => tabTo(page, wanted);
  switch (question.kind) {
    case 'single': {
      await reach(form.locator('[type="radio"]'));
      const [id = ''] = response;
      const wanted = form.locator(`[value="${id}"]`);
      await press('Space');
      for (let keys = 0; keys < 10 && !(await wanted.isChecked()); keys++) await press('ArrowDown');
      await expect(wanted).toBeChecked();
      break;
    }
    case 'several':
      for (const { id } of question.options) {
        const box = form.locator(`[value="${id}"]`);
        if ((await box.isChecked()) === response.includes(id)) continue;
        await reach(box);
        await press('Space');
      }
      break;
    case 'matching':
    case 'continuum':
      for (const [item, { id }] of question.items.entries()) {
        const select = form.locator(`select[name="${id}"]`);
        await reach(select);
        await press('Home');
        for (let keys = 0; keys < 10 && (await select.inputValue()) !== response[item]; keys++)
          await press('ArrowDown');
        await expect(select).toHaveValue(String(response[item]));
      }
      break;
    case 'numeric':
      await reach(form.locator('[inputmode]'));
      await press('ControlOrMeta+a');
      await page.keyboard.type(String(response[0]));
      break;
    case 'ordering':
      await order(form, response, async (button) => {
        await reach(button);
        await press('Enter');
        await expect(button).toBeFocused();
      });
  }
  await reach(form.locator('button:not([type])'));
  await press('Enter');
}

/** Brings steps into an order, one move after the other. */
async function order(
  form: Locator,
  response: readonly string[],
  move: (button: Locator) => Promise<void>,
) {
  // One move too many, so that an order that happens to be there already counts as given.
  const first = await form.locator('.sequence input').first().inputValue();
  await move(form.locator(`li:has([value="${first}"]) [data-move="down"]`));
  for (const [place, id] of response.entries()) {
    const step = form.locator(`li:has([value="${id}"])`);
    const at = () =>
      step.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item));
    for (let moves = 0; moves < 10 && (await at()) > place; moves++)
      await move(step.locator('[data-move="up"]'));
  }
}

/** Presses Tab, or Shift and Tab, until one of the elements has the focus. */
async function tabTo(page: Page, wanted: Locator) {
  const hasFocus = () =>
    wanted.evaluateAll((all) => all.some((element) => element === document.activeElement));
  const isBehind = await wanted
    .first()
    .evaluate(
      (element) =>
        ((document.activeElement?.compareDocumentPosition(element) ?? 0) &
          Node.DOCUMENT_POSITION_PRECEDING) !==
        0,
    );
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus()) return;
    await page.keyboard.press(isBehind ? 'Shift+Tab' : 'Tab');
  }
  throw new Error('the keyboard does not reach it');
}
