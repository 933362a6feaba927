import { describe, expect, test } from 'vitest';
import { completionSentence, withStatedRule } from '../../../scorm/package/stated-rule.ts';
import { tinyCourse } from '../../fixtures/dist-tiny/course.ts';

const everything = { lessons: 'all', cases: 'all', checks: 'final' } as const;
const final = { lessons: 'none', cases: 'none', checks: 'final' } as const;
const usual = { lessons: 'core', cases: 'one-per-stage', checks: 'final' } as const;
const ruled = (completion: typeof everything | typeof final | typeof usual) => ({
  ...tinyCourse,
  ...{ completion, masteryScore: 0.75 },
});
const stated = (body: string) =>
  withStatedRule(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`, ruled(final));

describe('the pages of a package with a rule of its own', () => {
  test('name its pass mark where they named that of the course', () => {
    const page = stated(
      '<p data-percent="80%">You pass with 80% right, of 24.</p><p>80% of all</p>',
    );
    expect(page).toContain('<p data-percent="75%">You pass with 75% right, of 24.</p>');
    expect(page).toContain('<p>80% of all</p>');
  });

  test('name it in the description of the page, for whoever lists pages', () => {
    const page = stated(
      '<meta name="description" content="With 80% right."><p data-percent="80%">80%</p>',
    );
    expect(page).toContain('content="With 75% right."');
  });

  test('apply its pass mark and its rule', () => {
    const rule = JSON.stringify(usual).replaceAll('"', '&quot;');
    const page = stated(
      `<b data-mastery="0.8"></b><i data-rule="${rule}"></i><u data-rule="one"></u>`,
    );
    expect(page).toContain('<b data-mastery="0.75">');
    expect(page).toContain(JSON.stringify(final).replaceAll('"', '&quot;'));
    expect(page).toContain('<u data-rule="one">');
  });

  test('say in a sentence what completes the course', () => {
    const page = stated('<p data-complete-when="" data-percent="80%">The usual.</p>');
    expect(page).toContain(completionSentence(ruled(final)));
    expect(page).not.toContain('The usual.');
  });

  test('have a sentence of its own for each rule, with the pass mark', () => {
    const sentences = [usual, everything, final].map((rule) => completionSentence(ruled(rule)));
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) expect(sentence).toContain('75%');
  });
});
