import { expect, test } from 'vitest';
import { earlierParts, type Ids } from '../../../scorm/package/earlier-parts.ts';
import type { Structure } from '../../../src/course/structure.ts';

const ids = (lessons: string[]): Ids => ({
  lessons: new Set(lessons),
  cases: new Set(),
  objectives: new Set(['o']),
  checks: new Set(['m']),
});
const structure = (...lessons: string[]): Structure => ({
  ...{ lessons, cases: [], objectives: ['o', 'p'] },
  checks: [],
});
const lessonsOf = (earlier: Structure, own: string[], others: string[]) =>
  earlierParts(earlier, ids(own), {
    ...ids([...own, ...others]),
    objectives: new Set(['o', 'p']),
  }).map(({ lessons }) => lessons.join(' '));

test('an earlier version of a module had its removed and its present pages', () => {
  expect(lessonsOf(structure('x', 'a', 'b', 'y'), ['b', 'a', 'new'], ['x', 'y'])).toEqual(['a b']);
});

test('P03: a removed page between two pages of a module belonged to it', () => {
  expect(lessonsOf(structure('x', 'a', 'gone', 'b', 'y'), ['a', 'b'], ['x', 'y'])).toEqual([
    'a gone b',
  ]);
});

test('P03: a removed page between two modules may have belonged to either, and both are read', () => {
  expect(lessonsOf(structure('x', 'g', 'a', 'h', 'i', 'y'), ['a'], ['x', 'y'])).toEqual([
    'a',
    'a h',
    'a h i',
    'g a',
    'g a h',
    'g a h i',
  ]);
});

test('a module of which every page is new had nothing, or pages that are gone', () => {
  expect(lessonsOf(structure('x', 'g', 'h', 'y', 'i'), ['new'], ['x', 'y'])).toEqual([
    '',
    'g h',
    'i',
  ]);
  expect(lessonsOf(structure('x', 'y'), ['new'], ['x', 'y'])).toEqual(['']);
});
