import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../src/codec/checksum.ts';

const bits = fc.constantFrom(18 as const, 30 as const, 31 as const);
const text = fc.string({ minLength: 1, maxLength: 80 });
const character = fc.string({ minLength: 1, maxLength: 1 });

describe('the checksum', () => {
  test('stays below its width', () => {
    fc.assert(
      fc.property(text, bits, (given, width) => {
        expect(checksum(given, width)).toBeLessThan(2 ** width);
      }),
    );
  });

  test('differs whenever one character is another', () => {
    fc.assert(
      fc.property(text, bits, fc.nat(), character, (given, width, at, other) => {
        const characters = Array.from(given);
        const changed = characters.with(at % characters.length, other).join('');
        fc.pre(changed !== given);
        expect(checksum(changed, width)).not.toBe(checksum(given, width));
      }),
      { numRuns: 1000 },
    );
  });

  test('differs whenever two different characters have changed places', () => {
    fc.assert(
      fc.property(text, bits, fc.nat(), fc.nat(), (given, width, one, other) => {
        const characters = Array.from(given);
        const [a, b] = [one % characters.length, other % characters.length];
        const swapped = characters.with(a, characters[b] ?? '').with(b, characters[a] ?? '');
        fc.pre(swapped.join('') !== given);
        expect(checksum(swapped.join(''), width)).not.toBe(checksum(given, width));
      }),
      { numRuns: 1000 },
    );
  });

  test('tells a text from the same text with zeros in front', () => {
    expect(checksum([0, 1])).not.toBe(checksum([1]));
    expect(checksum([0])).not.toBe(checksum([]));
  });
});
