import { expect, test } from 'vitest';
import type { ExtendedCourse } from '../extended-course.ts';

const lesson = 'small/en/modules/first/lessons/greeting.mdx';
const shout = (text: string) => text.replace('Wish you', 'PLEASE wish you');

/** Tests of a course with the content rule `loud-word`. */
export function contentRuleSuite(course: () => ExtendedCourse): void {
  test('the content check reports what breaks it: file, line, rule, remedy', async () => {
    const output = await course().checkWith(lesson, shout);
    expect(output).toContain('The content check found 1 problem');
    expect(output).toMatch(
      /small\/en\/modules\/first\/lessons\/greeting\.mdx:\d+ {2}loud-word {2}"PLEASE" is in capital letters\. Write it in small letters\./,
    );
  });

  test('the build and the live preview have it too, for they ask the same check', async () => {
    const before = course().read(lesson);
    course().change(lesson, shout);
    expect(
      await course().evaluate(`
        import { checkContent, loadCourse } from './src/content/load.ts';
        const { diagnostics } = checkContent();
        let refused = '';
        try { loadCourse('en'); } catch (error) { refused = String(error); }
        const answer = [diagnostics.map(({ rule }) => rule), refused.includes('loud-word')];`),
    ).toEqual([['loud-word'], true]);
    course().change(lesson, () => before);
  });
}
