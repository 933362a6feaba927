import { describe, expect, test } from 'vitest';
import type { ExtendedCourse } from '../extended-course.ts';

const list = 'src/content/site-pages.ts';

/** Tests of a course with the page `greetings`, which has a script and a stylesheet of its own. */
export function pageSuite(course: () => ExtendedCourse): void {
  test('a lesson may link to it, which the content check refuses without the line', async () => {
    expect(await course().checkWith(list, (text) => text.replace("  'greetings',\n", ''))).toMatch(
      /greeting\.mdx:\d+ {2}link {2}.*the course has no page greetings\.html/,
    );
  });

  test('it is built with relative addresses and hashed files', () => {
    const page = course().page('en/greetings.html');
    const addresses = [...page.querySelectorAll('script, link[rel="stylesheet"]')].map((element) =>
      element.getAttribute(element.localName === 'script' ? 'src' : 'href'),
    );
    expect(addresses).toContainEqual(expect.stringMatching(/^\.\.\/assets\/greetings-\w+\.js$/));
    expect(addresses).toContainEqual(expect.stringMatching(/^\.\.\/assets\/greetings-\w+\.css$/));
  });

  test('its script runs', async () => {
    const { window } = await course().open('en/greetings.html');
    expect(window.document.querySelector('[data-part="count"]')?.textContent).toBe('2');
  });

  test('the search finds its words', async () => {
    expect(await course().found('bonjour')).toContainEqual(
      expect.stringContaining('greetings.html'),
    );
  });

  describe.for(['scorm12', 'scorm2004'])('a package for %s', (standard) => {
    test('holds it, for a lesson leads to it', async () => {
      expect((await course().package(standard))('en/greetings.html')).toContain('Bonjour is said');
      expect((await course().package(standard))('en/first/greeting.html')).toContain(
        '../greetings.html',
      );
    });
  });
}
