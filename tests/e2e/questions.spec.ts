import { expect, type Page, test } from '@playwright/test';
import { writtenNumber } from '../../src/questions/written-number.ts';
import { kindNames } from '../../src/questions/question.ts';
import {
  askedInCheck,
  inCheck,
  inLesson,
  openAt,
  openTry,
  triesOfEveryKind,
} from '../browser/questions.ts';
import { answerByKeys, fillIn, responseTo } from '../browser/respond.ts';

for (const kind of kindNames)
  test(`a ${kind} question in a lesson reserves its space before scripts load and in print, rejects an empty answer, and explains a wrong answer, then shows the answer, then confirms a right one, by keyboard alone (P48)`, async ({
    page,
  }) => {
    const { question, path } = inLesson(kind);
    const form = page.locator(`#form-${question.id}`);
    const send = form.locator('button:not([type])');
    const status = form.locator('[role="status"]');

    await test.step('space is reserved before scripts load', async () => {
      const arrive = Promise.withResolvers<undefined>();
      await page.route('**/*.js', async (route) => {
        await arrive.promise;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await form.scrollIntoViewIfNeeded();
      await expect(send).toBeHidden();
      const height = async () => (await form.boundingBox())?.height;
      const before = await height();
      arrive.resolve(undefined);
      await expect(send).toBeVisible();
      expect(await height()).toBe(before);
      await page.unroute('**/*.js');
    });

    await test.step('print leaves space for the answer, with the key apart', async () => {
      await page.emulateMedia({ media: 'print' });
      await expect(form.getByRole('button')).toHaveCount(0);
      if ('items' in question) await expect(form.locator('.targets li').first()).toBeVisible();
      if (kind === 'ordering') await expect(form.getByText('Number the steps.')).toBeVisible();
      await expect(page.locator(`#answer-${question.id} ol > li`).first()).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
    });

    await test.step('an incomplete answer is rejected in words', async () => {
      if ('items' in question)
        await form
          .locator('select')
          .first()
          .selectOption(responseTo(question, true).at(0) ?? '');
      if (kind === 'numeric') await form.locator('input').fill('about 1,000');
      await send.click();
      await expect(status).toHaveText((await form.getAttribute('data-missing')) ?? '');
      await expect(form.locator('.feedback')).toHaveCount(0);
      if ('items' in question) await expect(form.locator('select').nth(1)).toBeFocused();
      if (kind === 'numeric') await expect(form.locator('input')).toBeFocused();
    });

    const remarks = form.locator('p.feedback:not(.true-answer)');
    const ofTheAnswer = form
      .locator('.true-answer')
      .or(remarks.filter({ hasText: /^(Right, and not chosen|Not right\. Right answer: )/ }));
    const isNotRight = kind === 'numeric' ? /^Too high\. / : /^Not right/;

    await test.step('a wrong answer is explained, by keyboard alone', async () => {
      await answerByKeys(page, form, question, responseTo(question, false));
      await expect(status).toHaveText('Not right yet. Read why, and try again.');
      await expect(remarks.filter({ hasText: isNotRight })).not.toHaveCount(0);
      await expect(ofTheAnswer).toHaveCount(0);
    });

    await test.step('the same wrong answer again shows the right one', async () => {
      await answerByKeys(page, form, question, responseTo(question, false));
      await expect(status).toHaveText(/^Not right\. The right answer is shown/);
      await expect(remarks.filter({ hasText: isNotRight })).not.toHaveCount(0);
      await expect(ofTheAnswer).not.toHaveCount(0);
      if ('steps' in question)
        await expect(ofTheAnswer.locator('li')).toHaveText(question.steps.map(({ text }) => text));
    });

    await test.step('a right answer is confirmed', async () => {
      await answerByKeys(page, form, question, responseTo(question, true));
      await expect(status).toHaveText('That is right.');
      await expect(remarks).toHaveCount(
        'items' in question
          ? question.items.length
          : 'options' in question
            ? question.options.filter(({ right }) => right).length
            : 1,
      );
      for (const words of await remarks.allTextContents())
        expect(words.trim()).toMatch(/^Right\. /);
      await expect(ofTheAnswer).toHaveCount(0);
    });
  });

/**
 * The parts that had the focus when each question was hidden. A screen reader whose focused element disappears may not
 * announce the next one.
 */
async function focusedAtHiding(page: Page): Promise<() => Promise<(string | undefined)[]>> {
  const parts = await page.evaluateHandle(() => {
    const focused: (string | undefined)[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        if ((target as HTMLElement).matches('[data-bank].away'))
          focused.push((document.activeElement as HTMLElement).dataset['part']);
    });
    observer.observe(document.body, { subtree: true, attributeFilter: ['class'] });
    return focused;
  });
  return () => parts.jsonValue();
}

for (const taken of triesOfEveryKind())
  for (const isRight of [false, true])
    test(`questions of a check are asked in a try, stored, marked ${isRight ? 'right' : 'wrong'} and reviewed: ${taken.firsts
      .map(({ kind }) => kind)
      .join(', ')}${taken.firsts.length > 1 ? '' : ' @wide'}`, async ({ page }) => {
      const { firsts, drawn } = taken;
      await openTry(page, taken, firsts);
      const focused = await focusedAtHiding(page);
      const left = new Map(firsts.map((question) => [question.id, question]));
      while (left.size > 0) {
        const asked = page.locator('[data-bank]:not(.away)');
        const id = (await asked.getAttribute('data-bank')) ?? '';
        const question = left.get(id);
        if (question === undefined) throw new Error(`${id} was answered before`);
        const form = asked.locator(`#form-${id}`);
        await expect(form).toBeVisible();
        await answerByKeys(page, form, question, responseTo(question, isRight));
        await expect(page.locator(`[data-bank="${id}"]:not(.away) form`)).toBeHidden();
        left.delete(id);
      }
      await expect(page.locator('[data-part="result"]')).toBeVisible();
      expect(await focused()).toEqual(firsts.map(() => 'asked'));
      const right = isRight ? drawn.length : drawn.length - firsts.length;
      await expect(page.locator('[data-part="score"]')).toContainText(
        `${right} of ${drawn.length} right`,
      );
      const review = page.locator('[data-part="review"] > li');
      for (const question of firsts) {
        const entry = review
          .filter({ has: page.getByText(question.stem.split('. ').at(-1) ?? '', { exact: false }) })
          .first();
        await expect(entry).toBeVisible();
        await expect(entry.getByText('Read again')).toBeVisible();
        if (!isRight) await expect(entry.locator('.feedback.no')).not.toHaveCount(0);
      }
      // No part of a right answer is called wrong.
      const wrong = review.filter({ has: page.locator('.feedback.no') });
      await expect(wrong).toHaveCount(isRight ? 0 : firsts.length);
    });

test('a wrong answer that could cost a life is named in the result, whatever the score', async ({
  page,
}) => {
  const asked = askedInCheck(({ safety }) => safety === true);
  const { question, module } = asked;
  const note = page.locator('[data-part="safety"]');
  const warning = 'A mistake here can cost a life.';
  for (const isRight of [false, true]) {
    await openAt(page, asked);
    const form = page.locator(`[data-bank]:not(.away) #form-${question.id}`);
    await fillIn(form, question, responseTo(question, isRight));
    await form.locator('button:not([type])').click();
    await expect(page.locator('[data-part="passed"]')).toBeVisible();
    await expect(note).toBeVisible({ visible: !isRight });
    const warnings = page.locator('.review').getByText(warning).filter({ visible: true });
    await expect(warnings).toHaveCount(isRight ? 0 : 1);
    if (isRight) continue;
    // The lessons behind its objective, and a way to the question.
    await expect(note.locator('li [data-part="reread"] a')).toHaveText(
      module.lessons
        .filter(({ objectives }) => objectives.includes(question.objective))
        .map(({ title }) => title),
    );
    await note.getByRole('link', { name: /^Question \d+$/ }).click();
    await expect(page.locator('.review > li:target')).toContainText(warning);
    await page.emulateMedia({ media: 'print' });
    await expect(note).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
  await page.goto(`en/${module.id}/questions.html`);
  await page.locator(`#answer-${question.id} summary`).click();
  await expect(page.locator(`#answer-${question.id}`).getByText(warning)).toBeVisible();
});

for (const [width, when] of [
  [360, ''],
  [1280, ' @wide'],
] as const)
  test(`nothing moves on a check page when its script loads late, at ${width} px${when}`, async ({
    page,
  }) => {
    const { module } = inCheck('single');
    let send = () => {};
    const isSent = new Promise<void>((done) => (send = done));
    await page.route('**/*.js', (route) => isSent.then(() => route.continue()));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`en/${module.id}/check.html`, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
    send();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
    await page.evaluate(() => new Promise((next) => setTimeout(next, 300)));
    expect(await page.evaluate('shifts')).toEqual([]);
  });

test('an incomplete answer is reported without revealing the missing part', async ({ page }) => {
  const { question, path } = inLesson('several');
  if (question.kind !== 'several') throw new Error('not several');
  await page.goto(path);
  const form = page.locator(`#form-${question.id}`);
  await form.scrollIntoViewIfNeeded();
  await fillIn(form, question, responseTo(question, true).slice(0, 1));
  await form.locator('button:not([type])').click();
  await expect(form.locator('[role="status"]')).toHaveText(/^What you chose is right, but/);
  await expect(form.locator('.feedback')).toHaveText([/^Right\. /]);
});

test('a number accepts a comma or a point, and can be corrected after the feedback @wide', async ({
  page,
}) => {
  const { question, path } = inLesson('numeric');
  if (question.kind !== 'numeric') throw new Error('not numeric');
  await page.goto(path);
  const form = page.locator(`#form-${question.id}`);
  await form.scrollIntoViewIfNeeded();
  for (const written of [`${question.answer},0`, `${question.answer}.0`, ` ${question.answer} %`]) {
    expect(Number(writtenNumber(written))).toBe(question.answer);
    await fillIn(form, question, [written]);
    await form.locator('button:not([type])').click();
    await expect(form.locator('[role="status"]')).toHaveText('That is right.');
  }
});

test('each move of a step is announced, and the step keeps the focus (P47) @wide', async ({
  page,
}) => {
  const { question, path } = inLesson('ordering');
  await page.goto(path);
  const form = page.locator(`#form-${question.id}`);
  await form.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('check-question') !== undefined);
  const step = form.locator('.sequence > li').first();
  const words = (await step.locator('span').textContent()) ?? '';
  const down = form.getByRole('button', { name: `Down: ${words}` });
  const total = await form.locator('.sequence > li').count();
  await down.focus();
  for (const place of [2, 3, 3 < total ? 4 : 3]) {
    await page.keyboard.press('Enter');
    await expect(form.locator('[role="status"]')).toHaveText(
      `Now ${Math.min(place, total)} of ${total}: ${words}`,
    );
    await expect(down).toBeFocused();
  }
});

test('a reset question shows its steps in the order of its try', async ({ page }) => {
  const asked = inCheck('ordering');
  const shown = async () => {
    await openAt(page, asked);
    const steps = page.locator(`#form-${asked.question.id} .sequence input`);
    // They come after the try has begun.
    await expect(steps.first()).toBeAttached();
    return steps.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  };
  const first = await shown();
  expect(first).not.toEqual(responseTo(asked.question, true));
  expect(await shown()).toEqual(first);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a question of any kind is readable, with its answer below', async ({ page }) => {
    for (const kind of kindNames)
      await test.step(kind, async () => {
        const { question, path } = inLesson(kind);
        await page.goto(path);
        const form = page.locator(`#form-${question.id}`);
        await form.scrollIntoViewIfNeeded();
        await expect(form).toBeVisible();
        await expect(form.getByRole('button')).toHaveCount(0);
        await form.locator('.to-key a').click();
        const key = page.locator(`#answer-${question.id}`);
        await key.locator('summary').click();
        await expect(key.locator('ol > li').first()).toBeVisible();
      });
  });
});
