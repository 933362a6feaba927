import { describe, expect, test } from 'vitest';
import { Kept, type KeptPlace } from '../../src/kept/kept.ts';

const numbers = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof one === 'number') ? value : undefined;

function placeWith(stored: Map<string, string>, isRefused = () => false): KeptPlace {
  return {
    key: 'own',
    store: () => ({
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, text) => {
        if (isRefused()) throw new Error('full');
        stored.set(key, text);
      },
    }),
  };
}

describe('what is kept on the device', () => {
  test('is there again on the next page', () => {
    const stored = new Map<string, string>();
    new Kept(placeWith(stored), numbers, []).change((list) => [...list, 1]);
    expect(new Kept(placeWith(stored), numbers, []).value).toEqual([1]);
  });

  test('is changed from what another window wrote meanwhile', () => {
    const stored = new Map<string, string>();
    const one = new Kept<number[]>(placeWith(stored), numbers, []);
    new Kept<number[]>(placeWith(stored), numbers, []).change((list) => [...list, 1]);
    one.change((list) => [...list, 2]);
    expect(stored.get('own')).toBe('[1,2]');
  });

  test('stays in the window where the storage is full, and says so until it is written', () => {
    let isFull = true;
    const kept = new Kept<number[]>(
      placeWith(new Map([['own', '[0]']]), () => isFull),
      numbers,
      [],
    );
    kept.change(() => [1]);
    expect([kept.state, kept.value]).toEqual(['refused', [1]]);
    isFull = false;
    kept.change((list) => [...list, 2]);
    expect([kept.state, kept.value]).toEqual(['kept', [1, 2]]);
  });

  test('is set aside where it cannot be read, and not lost', () => {
    const stored = new Map([['own', '{"cut']]);
    const kept = new Kept<number[]>(placeWith(stored), numbers, []);
    expect(kept.state).toBe('unreadable');
    kept.change(() => [1]);
    expect(stored.get('own:unreadable')).toBe('{"cut');
  });
});
