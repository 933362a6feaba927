import { expect, test } from 'vitest';
import { wrappedLines } from '../../src/lesson/Figure/page/wrapped-lines.ts';

const letters = (words: string) => words.length;

test('words stand on one line as long as they fit', () => {
  expect(wrappedLines('one two three four', 9, letters)).toEqual(['one two', 'three', 'four']);
});

test('a word wider than a line has a line of its own', () => {
  expect(wrappedLines('a decriminalisation b', 8, letters)).toEqual([
    'a',
    'decriminalisation',
    'b',
  ]);
});

test('an empty text has no line', () => {
  expect(wrappedLines('  ', 8, letters)).toEqual([]);
});
