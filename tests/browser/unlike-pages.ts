import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, elements, readPage } from '../../src/html/html.ts';

/**
 * What code and styles can tell of a page: its scripts and sheets, and each of its elements by name, classes and
 * state, as a child of such another. Words are no part of it.
 */
function traitsOf(html: string): Set<string> {
  const traits = new Set<string>();
  const signs = new WeakMap<object, string>();
  for (const element of elements(readPage(html))) {
    const { tagName, attrs, parentNode } = element;
    const classes = (attribute(element, 'class') ?? '').split(/\s+/).toSorted();
    const states = attrs
      .filter(({ name }) => /^(?:hidden|role|type|open|disabled|contenteditable)$/.test(name))
      .map(({ name, value }) => `${name}=${value}`);
    const sign = [tagName, ...classes, ...states].join('.');
    signs.set(element, sign);
    traits.add(`${(parentNode && signs.get(parentNode)) ?? ''} > ${sign}`);
    const file = attribute(element, tagName === 'link' ? 'href' : 'src');
    // Pages at several depths name a file in several ways. Only what is loaded counts, not where links lead.
    if (file !== undefined && /^(?:link|script)$/.test(tagName) && /\.(?:css|js)$/.test(file))
      traits.add(file.replace(/^(?:\.\.\/)+/, ''));
  }
  return traits;
}

/**
 * As few pages as a greedy search finds that together have all that any page has, but for their words. What follows
 * from code and styles alone is tried on these.
 * @param root folder of a site
 * @returns paths below it, sorted
 */
export function unlikePages(root: string): readonly string[] {
  const open = new Map(
    globSync('**/*.html', { cwd: root })
      // A handbook has the elements of all lessons, and would stand for each of them (`handbook.spec.ts` tries it).
      .filter((path) => !/^[\w-]+[/\\]handbook[/\\]/.test(path))
      .toSorted()
      .map((path) => [path, traitsOf(readFileSync(join(root, path), 'utf8'))]),
  );
  const chosen: string[] = [];
  for (;;) {
    const [path, most] = [...open].reduce<readonly [string, Set<string>]>(
      (best, each) => (each[1].size > best[1].size ? each : best),
      ['', new Set()],
    );
    if (most.size === 0) return chosen.toSorted();
    chosen.push(path);
    for (const [other, traits] of open)
      if (other === path) open.delete(path);
      else for (const trait of most) traits.delete(trait);
  }
}
