import { describe, expect, test } from 'vitest';
import type { ExtendedCourse } from '../extended-course.ts';

const lesson = 'small/en/modules/first/lessons/greeting.mdx';

/** Tests of a course with the lesson component `Postcard`. */
export function lessonComponentSuite(course: () => ExtendedCourse): void {
  test('the content check reports a wrong attribute and another shape by line', async () => {
    expect(
      await course().checkWith(lesson, (text) => text.replace('<Postcard to', '<Postcard too')),
    ).toMatch(/greeting\.mdx:\d+ {2}component {2}<Postcard> has no "to"/);
    expect(
      await course().checkWith(lesson, (text) => text.replace('Wish you', 'Hello.\n\nWish you')),
    ).toMatch(/greeting\.mdx:\d+ {2}component {2}<Postcard> holds more than one paragraph/);
  });

  test('the content check corrects its name', async () => {
    expect(
      await course().checkWith(lesson, (text) => text.replaceAll('Postcard', 'Postcart')),
    ).toContain('Did you mean <Postcard>?');
  });

  test('a lesson shows it', () => {
    const postcard = course().page('en/first/greeting.html').querySelector('main .postcard');
    expect(postcard?.textContent).toContain('To the neighbour');
    expect(postcard?.textContent).toContain('Wish you were here.');
  });

  test('its styles come with its page, on screen and on paper', () => {
    const styles = course().styles('en/first/greeting.html');
    expect(styles).toContain('.postcard{border-inline-start:3px dotted');
    expect(styles).toMatch(/@media print\{.*\.postcard \.label\{display:none\}/);
  });

  test('the search finds its words', async () => {
    expect(await course().found('wish')).toContainEqual(
      expect.stringContaining('first/greeting.html'),
    );
  });

  describe.for(['scorm12', 'scorm2004'])('a package for %s', (standard) => {
    test('shows it too', async () => {
      expect((await course().package(standard))('en/first/greeting.html')).toContain(
        'class="postcard"',
      );
    });
  });
}
