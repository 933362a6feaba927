import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSymbols } from '../../src/codec/reed-solomon.ts';

const symbol = fc.nat(1023);
const data = fc.array(symbol, { minLength: 1, maxLength: 24 });
const whole = (symbols: readonly number[]) => [...symbols, ...checkSymbols(symbols)];
const isWhole = (symbols: readonly number[]) =>
  checkSymbols(symbols.slice(0, -3)).join() === symbols.slice(-3).join();

describe('the check symbols', () => {
  test('are three of ten bits', () => {
    fc.assert(
      fc.property(data, (symbols) => {
        const found = checkSymbols(symbols);
        expect(found).toHaveLength(3);
        expect(found.every((one) => one >= 0 && one < 1024)).toBe(true);
        expect(isWhole(whole(symbols))).toBe(true);
      }),
    );
  });

  test('find any one, two or three wrong symbols, among the data and among themselves', () => {
    const errors = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 1023 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(data, errors, (symbols, changes) => {
        const right = whole(symbols);
        const wrong = changes.reduce(
          (all, [at, by]) => all.with(at % all.length, (all[at % all.length] ?? 0) ^ by),
          right,
        );
        fc.pre(wrong.join() !== right.join());
        expect(isWhole(wrong)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  test('find every two symbols that changed places, whatever the first and the second are', () => {
    for (let first = 0; first < 1024; first++) {
      const right = whole([7, first]);
      for (let at = 1; at < right.length; at++) {
        const [before = 0, after = 0] = right.slice(at - 1, at + 1);
        if (before !== after)
          expect(isWhole(right.with(at - 1, after).with(at, before))).toBe(false);
      }
    }
  });

  test('find zeros that were left out at the beginning', () => {
    expect(isWhole(whole([0, 0, 5]).slice(1))).toBe(false);
  });
});
