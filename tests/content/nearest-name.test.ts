import { expect, test } from 'vitest';
import { nearestName, oneOf } from '../../src/content/diagnostics/nearest-name.ts';

test('two swapped digits are nearer than two different digits', () => {
  expect(nearestName('wdr-2042', ['wdr-2016', 'wdr-2019', 'wdr-2024'])).toBe('wdr-2024');
});

test('case does not count, and a word unlike every name has no nearest one', () => {
  expect(nearestName('TimeLine', ['Steps', 'Timeline'])).toBe('Timeline');
  expect(nearestName('weather', ['Steps', 'Timeline'])).toBeUndefined();
});

test('a short list is told whole, a long one is not', () => {
  expect(oneOf('weather', ['red', 'blue'], 'Look.')).toBe('Write one of: red, blue.');
  const many = Array.from({ length: 13 }, (_, index) => `lesson-${index}`);
  expect(oneOf('weather', many, 'Look.')).toBe('Look.');
});
