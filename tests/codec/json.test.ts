import { expect, test } from 'vitest';
import {
  entriesOf,
  hasTexts,
  listOf,
  numberUpTo,
  objectOf,
  parsedJson,
  parsedObject,
  stringsOf,
} from '../../src/codec/json.ts';

test.each([null, undefined, 'text', 3, true, [], ['item']])('%j is no object', (value) => {
  expect(objectOf(value)).toBeUndefined();
});

test('an object is itself', () => {
  const value = { field: 1 };
  expect(objectOf(value)).toBe(value);
});

test('a text that is cut has no value, and a list has no object', () => {
  expect(parsedJson('{"field":')).toBeUndefined();
  expect(parsedObject('{"field":')).toBeUndefined();
  expect(parsedJson('[1]')).toEqual([1]);
  expect(parsedObject('[1]')).toBeUndefined();
  expect(parsedObject('{"field":1}')).toEqual({ field: 1 });
});

test('of a list the texts are kept, and what is no list is an empty one', () => {
  expect(stringsOf(['one', 2, null, 'two'])).toEqual(['one', 'two']);
  expect(listOf({ length: 1 })).toEqual([]);
});

test('a number counts from 0 to the most, both included', () => {
  expect([-1, 0, 5, 6, Number.NaN, '3'].map((value) => numberUpTo(value, 5))).toEqual([
    ...[undefined, 0, 5],
    ...[undefined, undefined, undefined],
  ]);
});

test('an entry that is no object is left out, and `__proto__` is a key like any other', () => {
  const stored = parsedJson('{"one":{"n":1},"two":2,"__proto__":{"n":3}}');
  const read = entriesOf(stored, ({ n }) => n);
  expect(Object.entries(read)).toEqual([
    ['one', 1],
    ['__proto__', 3],
  ]);
});

test('texts are in an object only where each field holds one', () => {
  expect(hasTexts({ page: 'a', title: 'b', more: 1 }, ['page', 'title'])).toBe(true);
  expect(hasTexts({ page: 'a' }, ['page', 'title'])).toBe(false);
  expect(hasTexts(['a'], ['0'])).toBe(false);
  expect(hasTexts(null, [])).toBe(false);
});
