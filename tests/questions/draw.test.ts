import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawQuestions,
  freshSeed,
  optionOrder,
  shownOrder,
  seeds,
} from '../../src/questions/draw.ts';

const bank = Array.from({ length: 14 }, (_, index) => ({
  id: `q-${index}`,
  objective: `o-${index % 5}`,
}));
const seed = fc.nat(seeds - 1);

describe('a draw of questions', () => {
  test('is the same for the same seed, in every browser and every release', () => {
    expect(drawQuestions(bank, 8, 42)).toMatchInlineSnapshot(`
      [
        "q-1",
        "q-8",
        "q-12",
        "q-6",
        "q-7",
        "q-9",
        "q-5",
        "q-3",
      ]
    `);
  });

  test('has as many questions as asked for, each once, all from the bank', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 20 }), (value, count) => {
        const drawn = drawQuestions(bank, count, value);
        expect(drawn).toHaveLength(Math.min(count, bank.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(bank.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  test('tests every objective before it tests one twice', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const drawn = new Set(drawQuestions(bank, 8, value));
        const counts = [0, 1, 2, 3, 4].map(
          (objective) =>
            bank.filter(({ id, objective: own }) => drawn.has(id) && own === `o-${objective}`)
              .length,
        );
        expect(Math.min(...counts)).toBe(1);
        expect(Math.max(...counts)).toBe(2);
      }),
    );
  });

  test('gives every question its turn', () => {
    const drawn = new Set(
      Array.from({ length: 60 }, (_, value) => drawQuestions(bank, 8, value)).flat(),
    );
    expect(drawn.size).toBe(bank.length);
  });

  test('differs from the one before it', () => {
    fc.assert(
      fc.property(seed, seed, seed, (previous, one, other) => {
        const values = [previous, one, other].map((value) => value / seeds);
        const next = freshSeed(
          (seed) => drawQuestions(bank, 8, seed),
          previous,
          () => values.shift() ?? Math.random(),
        );
        const asSet = (value: number) => drawQuestions(bank, 8, value).sort();
        expect(asSet(next)).not.toEqual(asSet(previous));
      }),
    );
  });

  test('is found even when the bank is too small to differ', () => {
    expect(
      freshSeed(
        (seed) => drawQuestions(bank.slice(0, 3), 3, seed),
        1,
        () => 0.5,
      ),
    ).toBe(seeds / 2);
  });
});

describe('the options of a question', () => {
  test('are all shown, in an order that the seed and the question decide', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const order = optionOrder('q-1', ['a', 'b', 'c', 'd'], value);
        expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
        expect(optionOrder('q-1', ['a', 'b', 'c', 'd'], value)).toEqual(order);
      }),
    );
  });

  test('stand first about equally often', () => {
    const first = Array.from(
      { length: 400 },
      (_, value) => optionOrder('q', Array.from('abcd'), value)[0],
    );
    for (const option of 'abcd')
      expect(first.filter((found) => found === option).length).toBeGreaterThan(60);
  });
});

test('the steps of a question are all shown, and never initially in the right order', () => {
  const steps = ['first', 'second', 'third'];
  fc.assert(
    fc.property(seed, fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 8 }), (value, list) => {
      const ids = list.map((item) => `step-${item}`);
      const order = shownOrder('q-1', ids, ids, value);
      expect(order.toSorted()).toEqual(ids.toSorted());
      expect(order).not.toEqual(ids);
      // A form that was shuffled before must come to the same order again.
      expect(shownOrder('q-1', order, ids, value)).toEqual(order);
    }),
  );
  const shown = new Set(
    Array.from({ length: 200 }, (_, value) => shownOrder('q', steps, steps, value).join()),
  );
  expect(shown.size).toBe(5);
});
