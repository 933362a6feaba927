import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asBase32, base32, base64, lengthFor, read, written } from '../../src/codec/alphabet.ts';
import {
  type Digit,
  MixedRadixReader,
  toNumber,
  UnreadableError,
} from '../../src/codec/mixed-radix.ts';

const digits = fc.array(
  fc
    .integer({ min: 1, max: 2 ** 30 })
    .chain((radix) => fc.tuple(fc.nat(radix - 1), fc.constant(radix))),
) as fc.Arbitrary<Digit[]>;
const alphabet = fc.constantFrom(base32, base64);

describe('a number in mixed radix', () => {
  test('gives its digits back, and nothing after them', () => {
    fc.assert(
      fc.property(digits, alphabet, (given, letters) => {
        const most = given.reduce((values, [, radix]) => values * BigInt(radix), 1n);
        const text = written(toNumber(given), letters, lengthFor(most, letters.length));
        const reader = new MixedRadixReader(read(text, letters));
        expect(given.map(([, radix]) => reader.take(radix))).toEqual(given.map(([value]) => value));
        expect(reader.isAtEnd).toBe(true);
        expect(reader.values).toBe(most);
        expect(reader.take(7)).toBe(0);
      }),
    );
  });

  test('takes as many characters as its values need', () => {
    expect(lengthFor(32n, 32)).toBe(1);
    expect(lengthFor(33n, 32)).toBe(2);
    expect(lengthFor(1n, 32)).toBe(1);
    expect(written(0n, base64)).toBe('');
  });

  test('refuses a digit that is none, and a character of no alphabet', () => {
    expect(() => toNumber([[3, 3]])).toThrow(RangeError);
    expect(() => toNumber([[-1, 3]])).toThrow(RangeError);
    expect(() => toNumber([[Number.NaN, 3]])).toThrow(RangeError);
    expect(() => read('A.B', base64)).toThrow(UnreadableError);
    expect(() => written(64n, base64, 1)).toThrow(RangeError);
  });

  test('is read from handwriting', () => {
    expect(asBase32('oil-abc ')).toBe('011ABC');
  });
});
