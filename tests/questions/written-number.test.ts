import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenNumber } from '../../src/questions/written-number.ts';

describe('a number is read as people write it', () => {
  test.for([
    ['12', '12'],
    [' 12 ', '12'],
    ['2.5', '2.5'],
    ['2,5', '2.5'],
    ['-3,25', '-3.25'],
    ['\u22123', '-3'],
    ['1 200', '1200'],
    ['1\u202f200,5', '1200.5'],
    ['25 %', '25'],
    ['0.125', '0.125'],
    ['-0,125', '-0.125'],
    ['1000.125', '1000.125'],
    ['٣٫٥', '3.5'],
    ['۱۲', '12'],
  ])('%s', ([written = '', read]) => {
    expect(writtenNumber(written)).toBe(read);
  });

  test.for([
    '',
    ' ',
    'twelve',
    '1e3',
    '1,200',
    '1.200',
    '1.200,5',
    '1,2,3',
    '5-',
    '--5',
    '.',
    '12345678',
    '0x10',
  ])('but "%s" is refused', (written) => {
    expect(writtenNumber(written)).toBeUndefined();
  });
});

test('P01, P23: whatever is written, what is kept of it is a short decimal number or nothing', () => {
  const character = fc.constantFrom(...Array.from('0123456789.,-+ e%٫٣'));
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 20 }), (written) => {
      const read = writtenNumber(written);
      if (read === undefined) return;
      expect(read).toMatch(/^-?\d+(\.\d+)?$/);
      expect(read.length).toBeLessThanOrEqual(15);
      expect(writtenNumber(read)).toBe(read);
    }),
    { numRuns: 1000 },
  );
});
