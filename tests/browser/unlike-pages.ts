import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, type Element, elements, readPage } from '../../src/html/html.ts';

/** Attributes whose values are words or ids of a page: that an element has one is what makes it unlike. */
const ofWords =
  /^aria-(?:label|labelledby|describedby|details|controls|owns|activedescendant|errormessage|roledescription|valuetext|valuenow)$/;
const ofState = /^(?:aria-|autocomplete$|scope$|tabindex$|http-equiv$)/;

/** Properties of an element that a screen reader tells, its words apart. */
const toldOf = ({ tagName, attrs }: Element): readonly string[] => {
  const role = attrs.find(({ name }) => name === 'role')?.value ?? '';
  return attrs
    .filter(({ name }) => ofState.test(name))
    .map(
      ({ name, value }) => `${tagName}.${role}[${name}${ofWords.test(name) ? '' : `=${value}`}]`,
    );
};

/**
 * Traits of a page that code and styles can tell: its scripts and sheets, and each of its elements by name, classes and
 * state, as a child of such another, and what is told of it to a screen reader. Words are no part of it.
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
    for (const told of toldOf(element)) traits.add(told);
  }
  for (const file of codeOf(html)) traits.add(file);
  return traits;
}

/** Scripts and sheets of a page. Pages at several depths name a file in several ways. */
const codeOf = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+\.(?:css|js))"/g)].map(
      ([, file = '']) => file.replace(/^(?:\.\.\/)+/, ''),
    ),
  );

function chosenPages(root: string, traitsOf: (html: string) => Set<string>): readonly string[] {
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
    if (most.size === 0) return chosen;
    chosen.push(path);
    for (const [other, traits] of open)
      if (other === path) open.delete(path);
      else for (const trait of most) traits.delete(trait);
  }
}

const known = new Map<string, readonly string[]>();

/**
 * The fewest pages that a greedy search finds and that together have all that any page has, but for their words. Tests
 * of code and styles alone look at these.
 * @param root folder of a site, which is searched once in a process
 * @returns paths below it, that page first which has most that the pages before it have not
 */
export function unlikePages(root: string): readonly string[] {
  const found = known.get(root) ?? chosenPages(root, traitsOf);
  known.set(root, found);
  return found;
}

/** The same of scripts and sheets alone: what a browser may object to in code is objected to on these. */
export const pagesOfAllCode = (root: string): readonly string[] => chosenPages(root, codeOf);
