import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  attribute,
  elements,
  hasClass,
  readPage,
  textOf,
  type Element,
} from '../../src/html/html.ts';

const site = 'dist/site';
const page = (path: string) => [...elements(readPage(readFileSync(join(site, path), 'utf8')))];
const named = (all: readonly Element[], name: string) =>
  all.filter(({ tagName }) => tagName === name);

/** Elements around an element, from the inside to `main`. */
function within({ parentNode }: Element): readonly Element[] {
  if (parentNode === null || !('tagName' in parentNode)) return [];
  return parentNode.tagName === 'main' ? [] : [parentNode, ...within(parentNode)];
}

describe.runIf(existsSync(join(site, 'index.html')) || process.env['CI'])('the built site', () => {
  test('an exercise of the workshop says its title once', () => {
    const exercises = globSync('en/workshop/exercises/*.html', { cwd: site });
    expect(exercises.length).toBeGreaterThan(0);
    for (const path of exercises) {
      const all = page(path);
      const [title, ...others] = ['h1', 'h2', 'h3'].flatMap((name) => named(all, name)).map(textOf);
      expect(others, path).not.toContain(title);
    }
  });

  test('headings of the booster, and of what moves progress, stand where wide screens put them into the margin', () => {
    for (const path of ['en/booster.html', 'en/move.html']) {
      const headings = named(page(path), 'h2').filter(
        (heading) => !within(heading).some((part) => hasClass(part, 'key-of-answers')),
      );
      expect(headings.length, path).toBeGreaterThan(2);
      // `Page.first.css`: in a part of the page, or in a section of such a part.
      for (const heading of headings)
        expect(
          within(heading)
            .slice(0, -1)
            .map(({ tagName }) => tagName),
          `${path}: ${textOf(heading)}`,
        ).toEqual(within(heading).length > 1 ? ['section'] : []);
    }
  });

  test('the right answers of a check print only on the page of its bank', () => {
    for (const path of ['en/final.html', ...globSync('en/*/check.html', { cwd: site })]) {
      const key = page(path).find((element) => hasClass(element, 'key-of-answers'));
      expect(key && within(key).some((part) => attribute(part, 'hidden') === ''), path).toBe(true);
    }
  });

  test('who comes for the first time may begin before the list of tracks', () => {
    const all = page('index.html');
    const place = (is: (element: Element) => boolean) => all.findIndex(is);
    const begin = place((element) => attribute(element, 'data-begin') !== undefined);
    expect(begin).toBeGreaterThan(0);
    expect(begin).toBeLessThan(place((element) => hasClass(element, 'choices')));
  });
});
