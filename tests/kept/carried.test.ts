import { describe, expect, test } from 'vitest';
import { bringThings, keptThings } from '../../src/kept/carried.ts';
import { freshAttempt } from '../../src/progress/attempt.ts';
import { progressFile, readProgressFile } from '../../src/progress/progress-file.ts';

const storing = (stored: Map<string, string>) => () => ({
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => void stored.set(key, text),
});
const note = { text: 'Ask first.', asked: 'What?', page: 'a/b.html', title: 'B' };
const course = { id: 'alternatives', version: '1.0.0' };

describe('P60: what goes along in a file of progress', () => {
  const one = new Map([
    ['own:notes', JSON.stringify({ a: note })],
    ['own:booster', JSON.stringify([{ question: 'q', asked: 'q', streak: 1, on: '2026-11-29' }])],
    ['own:marks', 'cut'],
  ]);
  const things = keptThings(storing(one), 'own:');
  const file = progressFile(course, freshAttempt, '2026-11-29', things);

  test('is what the device keeps, without what cannot be read', () => {
    expect(Object.keys(things)).toEqual(['booster', 'notes']);
  });

  test('is there on the other device, and brought again it changes nothing', () => {
    const read = readProgressFile(file, course.id);
    const { kept = {} } = 'kept' in read ? read : {};
    const other = new Map<string, string>();
    expect(bringThings(storing(other), 'own:', kept)).toBe(2);
    expect(JSON.parse(other.get('own:notes') ?? '')).toEqual({ a: note });
    expect(bringThings(storing(other), 'own:', kept)).toBe(0);
  });

  test('is refused with the file where it was changed on the way', () => {
    expect(readProgressFile(file.replace('Ask first.', 'Ask later.'), course.id)).toEqual({
      problem: 'damaged',
    });
  });
});
