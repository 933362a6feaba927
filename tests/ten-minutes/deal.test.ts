import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardsOf, dealt, inTurn, workingDays } from '../../src/ten-minutes/deal.ts';

const card = (id: string, tracks: readonly string[], isDone = false, firstOf: string[] = []) => ({
  id,
  tracks,
  isDone,
  firstOf,
});
const days = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('P61: ten minutes today', () => {
  const cards = [
    card('a', ['judge'], true),
    card('b', ['police']),
    card('c', ['judge'], false, ['judge']),
  ];

  test('deals the way of the track, from the page with which it begins', () => {
    expect(cardsOf(cards, 'judge').map(({ id }) => id)).toEqual(['c', 'a']);
    expect(cardsOf(cards, 'nobody').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('deals what is not done, and when all is done each in turn', () => {
    expect(dealt(cards, '2026-11-29')?.id).toBe('b');
    const done = cards.map((one) => ({ ...one, isDone: true }));
    const dealtOn = ['2026-11-29', '2026-11-30', '2026-12-01'].map((day) => dealt(done, day)?.id);
    expect(new Set(dealtOn).size).toBe(3);
    expect(dealt([], '2026-11-29')).toBeUndefined();
  });

  test('deals one of the list on any day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (day, length) => {
        const list = Array.from({ length }, (_, index) => index);
        expect(list).toContain(inTurn(list, day));
      }),
    );
  });

  test('puts a card on each of the next working days', () => {
    // A Thursday.
    expect(workingDays(['a', 'b', 'c'], '2026-11-26', 2)).toEqual([
      ['2026-11-27', 'a'],
      ['2026-11-30', 'b'],
    ]);
  });
});
