import { describe, expect, test } from 'vitest';
import { type ExtendedCourse, until } from '../extended-course.ts';

const bank = 'small/en/modules/first/questions.yaml';

/** Tests of a course with the question kind `estimate`, a number that is chosen with a slider. */
export function questionKindSuite(course: () => ExtendedCourse): void {
  test('the content check reports its mistakes by file and line, those of its schema and its own', async () => {
    expect(
      await course().checkWith(bank, (text) => text.replace('greatest: 10\n', 'greatest: 5\n')),
    ).toContain('The slider ends at 5. Raise "greatest", or lower the answer.');
    expect(await course().checkWith(bank, (text) => text.replace('  greatest: 10\n', ''))).toMatch(
      /questions\.yaml:\d+ .*greatest/,
    );
  });

  test('a lesson has its form, with its instruction', () => {
    const form = course().page('en/first/greeting.html').querySelector('#form-which-word');
    expect(form?.querySelector('input')?.type).toBe('range');
    expect(form?.querySelector('legend small')?.textContent).toContain('Move the slider.');
  });

  test('the page of questions has its answer', () => {
    const answer = course().page('en/first/questions.html').querySelector('#answer-how-many');
    expect(answer?.querySelector('.true-answer')?.textContent.trim()).toBe('90');
    expect(answer?.textContent).toContain('Nine in ten do.');
  });

  test('its styles come with lessons and checks, on screen and on paper', () => {
    expect(course().styles('en/first/check.html')).toContain('.estimate input{inline-size:70%}');
    const styles = course().styles('en/first/greeting.html');
    expect(styles).toContain('.estimate input{inline-size:70%}');
    expect(styles).toMatch(
      /@media print\{@layer print\{(?:[^{}]*\{[^{}]*\})*\.estimate output\{display:none\}/,
    );
  });

  test('a lesson grades it: why it is wrong, the answer, right', async () => {
    const { window } = await course().open('en/first/greeting.html');
    const form = window.document.querySelector('form');
    const answer = (value: string) => {
      const slider = form?.querySelector('input');
      if (!form || !slider) throw new Error('no form');
      slider.value = value;
      slider.dispatchEvent(new window.Event('input', { bubbles: true }));
      form.requestSubmit();
      return [
        form.querySelector('[role="status"]')?.textContent,
        form.querySelector('fieldset')?.textContent.includes('Seven did'),
        form.querySelector('.true-answer') !== null,
      ];
    };
    await until(() => form?.querySelector('button')?.hidden === false);
    form?.requestSubmit();
    expect(form?.querySelector('[role="status"]')?.textContent).toBe('Move the slider first.');
    expect(answer('2')).toEqual([expect.stringContaining('Not right yet'), false, false]);
    expect(answer('3')).toEqual([expect.stringContaining('Not right.'), true, true]);
    expect(answer('6')).toEqual(['That is right.', true, false]);
  });

  test('a check asks, keeps, grades and reviews it, with its warning', async () => {
    const { window } = await course().open('en/first/check.html');
    const { document } = window;
    const begin = document.querySelector<HTMLElement>('[data-part="begin"]');
    begin?.click();
    for (let item = 0; item < 4; item++) {
      await until(() => document.querySelector('[data-bank]:not(.away)'));
      const form = document.querySelector<HTMLFormElement>('[data-bank]:not(.away) form');
      const slider = form?.querySelector('input');
      if (!form || !slider) throw new Error('no question is asked');
      slider.value = form.dataset['question'] === 'how-many' ? '50' : '210';
      slider.dispatchEvent(new window.Event('input', { bubbles: true }));
      form.requestSubmit();
      await until(() => form.closest('.away'));
    }
    await until(() => document.querySelector('[data-part="result"]:not([hidden])'));
    expect(document.querySelector('[data-part="score"]')?.textContent).toContain('3 of 4 right');
    expect(document.querySelector('[data-part="review"]')?.textContent).toContain(
      'Nine in ten do.',
    );
    expect(document.querySelector('[data-part="safety"]')?.hasAttribute('hidden')).toBe(false);
    expect(window.localStorage.getItem('ati:tiny')).toContain('"tries":[0.75]');
  });

  describe.for(['scorm12', 'scorm2004'])('a package for %s', (standard) => {
    test('tells an LMS its answer and resumes it', async () => {
      expect(
        await course().evaluate(`
          import { LmsHarness, course } from './tests/conformance/lms-harness.ts';
          import { loadCourse } from './src/content/load.ts';
          const { structure } = loadCourse('en');
          const harness = new LmsHarness('${standard}');
          const session = harness.open({ ...course, structure });
          session.record({ type: 'check.started', check: 'first', seed: 1, draw: 4 });
          session.record(
            { type: 'check.answered', check: 'first', item: 0, response: ['85'] },
            { result: 'correct', latency: 2 },
          );
          harness.flushDeferred();
          session.close();
          const value = (name) => harness.lms.kept.get('cmi.interactions.0.' + name);
          const answer = [
            harness.lms.refused,
            value('type'),
            value('student_response') ?? value('learner_response'),
            harness.open({ ...course, structure }).attempt.checks.first.open.answers[0],
          ];`),
      ).toEqual([[], 'numeric', '85', ['85']]);
    });

    test('says in its reporting guide what is sent, and holds its key', async () => {
      const text = await course().package(standard);
      const guide = text('package/reporting-guide.html');
      expect(guide).toContain('Answered with a number, which is reported as it was given.');
      const [, bank = ''] =
        /data-bank-src="[./]*(assets[^"]+)"/.exec(text('en/first/check.html')) ?? [];
      // The guide takes the words of its questions from there.
      expect(guide).toContain(`data-bank="../${bank}"`);
      expect(text(bank)).toContain('data-bank=\\"how-many\\"');
      expect(text(bank)).toContain('Nine in ten do.');
    });
  });

  test('an answer sheet states it, and item statistics count it', async () => {
    const [answers, fromCode, counts] = (await course().evaluate(`
      import { loadCourse } from './src/content/load.ts';
      import { drawAssessment } from './src/course/assessment.ts';
      import { answerSheet } from './src/statistics/answer-sheet.ts';
      import { choices } from './src/statistics/distractors.ts';
      import { sheetQuestion } from './src/statistics/sheet-question.ts';
      import { readSheetCode, sheetCode } from './src/statistics/sheet-code.ts';
      const bank = loadCourse('en').modules[0].questions.filter(({ use }) => use === 'bank');
      const questions = new Map(bank.map((each) => [each.id, sheetQuestion(each)]));
      const draw = (check, count, seed) => drawAssessment(check, [bank], [1], count, seed);
      const sheets = { id: 'tiny', print: 1, languages: ['en'], questions, draw };
      const sheet = answerSheet(sheets, 'en', 'final', 1, [['210']], []);
      const answer = [
        sheet.answers,
        readSheetCode(sheetCode(sheets, sheet), sheets).sheet.answers,
        choices(questions.get(sheet.answers[0].question), sheet.answers).map(({ count }) => count),
      ];`)) as [unknown[], unknown[], number[]];
    expect(answers).toHaveLength(1);
    expect(fromCode).toEqual(answers);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  });
}
