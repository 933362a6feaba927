import { expect, test } from '@playwright/test';
import { writtenNumber } from '../../src/questions/written-number.ts';
import { kindNames } from '../../src/questions/question.ts';
import { askedInCheck, inCheck, inLesson, openAt } from '../browser/questions.ts';
import { answerByKeys, fillIn, responseTo } from '../browser/respond.ts';

for (const kind of kindNames) {
  test(`a ${kind} question of a lesson: why it is wrong, then the answer, then right, by keyboard alone (P48)`, async ({
    page,
  }) => {
    const { question, path } = inLesson(kind);
    await page.goto(path);
    const form = page.locator(`#form-${question.id}`);
    await form.scrollIntoViewIfNeeded();
    const status = form.locator('[role="status"]');
    const remarks = form.locator('p.feedback:not(.true-answer)');
    const ofTheAnswer = form
      .locator('.true-answer')
      .or(remarks.filter({ hasText: /^(Right, and not chosen|Not right\. Right answer: )/ }));
    const isNotRight = kind === 'numeric' ? /^Too high\. / : /^Not right/;

    await answerByKeys(page, form, question, responseTo(question, false));
    await expect(status).toHaveText('Not right yet. Read why, and try again.');
    await expect(remarks.filter({ hasText: isNotRight })).not.toHaveCount(0);
    await expect(ofTheAnswer).toHaveCount(0);

    await answerByKeys(page, form, question, responseTo(question, false));
    await expect(status).toHaveText(/^Not right\. The right answer is shown/);
    await expect(remarks.filter({ hasText: isNotRight })).not.toHaveCount(0);
    await expect(ofTheAnswer).not.toHaveCount(0);
    if ('steps' in question)
      await expect(ofTheAnswer.locator('li')).toHaveText(question.steps.map(({ text }) => text));

    await answerByKeys(page, form, question, responseTo(question, true));
    await expect(status).toHaveText('That is right.');
    for (const remark of await remarks.all()) await expect(remark).toHaveText(/^Right\. /);
    await expect(remarks).toHaveCount(
      'items' in question
        ? question.items.length
        : 'options' in question
          ? question.options.filter(({ right }) => right).length
          : 1,
    );
    await expect(ofTheAnswer).toHaveCount(0);
  });

  test(`a ${kind} question has its room on the page before any script comes`, async ({ page }) => {
    const { question, path } = inLesson(kind);
    const arrive = Promise.withResolvers<undefined>();
    await page.route('**/*.js', async (route) => {
      await arrive.promise;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    const form = page.locator(`#form-${question.id}`);
    await form.scrollIntoViewIfNeeded();
    await expect(form.locator('button:not([type])')).toBeHidden();
    const height = async () => (await form.boundingBox())?.height;
    const before = await height();
    arrive.resolve(undefined);
    await expect(form.locator('button:not([type])')).toBeVisible();
    expect(await height()).toBe(before);
  });

  test(`a ${kind} question that is not wholly answered is refused in words`, async ({ page }) => {
    const { question, path } = inLesson(kind);
    await page.goto(path);
    const form = page.locator(`#form-${question.id}`);
    await form.scrollIntoViewIfNeeded();
    if ('items' in question)
      await form
        .locator('select')
        .first()
        .selectOption(responseTo(question, true).at(0) ?? '');
    if (kind === 'numeric') await form.locator('input').fill('about 1,000');
    await form.locator('button:not([type])').click();
    await expect(form.locator('[role="status"]')).toHaveText(
      (await form.getAttribute('data-missing')) ?? '',
    );
    await expect(form.locator('.feedback')).toHaveCount(0);
    if ('items' in question) await expect(form.locator('select').nth(1)).toBeFocused();
    if (kind === 'numeric') await expect(form.locator('input')).toBeFocused();
  });

  test(`a ${kind} question of a check is asked in a try, kept, marked and looked back at`, async ({
    page,
  }) => {
    const asked = inCheck(kind);
    const { question, module } = asked;
    for (const isRight of [false, true]) {
      await openAt(page, asked);
      const form = page.locator(`[data-bank]:not(.away) #form-${question.id}`);
      await expect(form).toBeVisible();
      await answerByKeys(page, form, question, responseTo(question, isRight));
      await expect(page.locator('[data-part="result"]')).toBeVisible();
      const draw = module.check?.draw ?? 0;
      await expect(page.locator('[data-part="score"]')).toContainText(
        `${isRight ? draw : draw - 1} of ${draw} right`,
      );
      const entry = page.locator('[data-part="review"] > li').filter({
        has: page.getByText(question.stem.split('. ').at(-1) ?? '', { exact: false }),
      });
      await expect(entry.first()).toBeVisible();
      const notRight = page.locator('[data-part="review"] .feedback.no');
      if (isRight) await expect(notRight).toHaveCount(0);
      else await expect(notRight).not.toHaveCount(0);
      await expect(entry.first().getByText('Read again')).toBeVisible();
    }
  });
}

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

for (const width of [360, 1280])
  test(`nothing moves on a check page when its script comes late, at ${width} px`, async ({
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

test('an answer that lacks a part is told so, without the part', async ({ page }) => {
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

test('a number may be written with a comma or a point, and mended after the feedback', async ({
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

test('each move of a step is told, and the step keeps the focus (P47)', async ({ page }) => {
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

test('a question that was prepared anew shows its steps in the order of its try', async ({
  page,
}) => {
  const asked = inCheck('ordering');
  const shown = async () => {
    await openAt(page, asked);
    return page
      .locator(`#form-${asked.question.id} .sequence input`)
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  };
  const first = await shown();
  expect(first).not.toEqual(responseTo(asked.question, true));
  expect(await shown()).toEqual(first);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const kind of kindNames)
    test(`a ${kind} question can be read, with its answer below`, async ({ page }) => {
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

test.describe('on paper', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  for (const kind of kindNames)
    test(`a ${kind} question has room for the answer, and the key is apart`, async ({ page }) => {
      const { question, path } = inLesson(kind);
      await page.goto(path);
      const form = page.locator(`#form-${question.id}`);
      await form.scrollIntoViewIfNeeded();
      await expect(form.getByRole('button')).toHaveCount(0);
      if ('items' in question) await expect(form.locator('.targets li').first()).toBeVisible();
      if (kind === 'ordering') await expect(form.getByText('Number the steps.')).toBeVisible();
      await expect(page.locator(`#answer-${question.id} ol > li`).first()).toBeVisible();
    });
});
