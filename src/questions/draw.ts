import { randoms, seedOf, shuffled } from './shuffle.ts';

/** The questions of a try are drawn by a seed, so that a try can be left and resumed. */

/** A question as far as drawing depends on it. */
interface Drawable {
  readonly id: string;
  readonly objective: string;
}

/** Seeds are integers from 0 to below this. */
export const seeds = 0x4000_0000;

/**
 * The questions of a try, in the order asked. The same bank, number and seed always give the same
 * draw. Objectives are tested as evenly as the bank allows: none is asked twice more often than
 * another that still has questions left.
 * @param bank questions in authored order
 * @param count how many to draw; the whole bank where it is smaller
 * @param seed integer, 0 to 2^30 - 1
 * @returns ids of questions
 */
export function drawQuestions(bank: readonly Drawable[], count: number, seed: number): string[] {
  const random = randoms(seed);
  const byObjective = new Map<string, string[]>();
  for (const { id, objective } of shuffled(bank, random))
    byObjective.set(objective, [...(byObjective.get(objective) ?? []), id]);
  const drawn: string[] = [];
  for (let round = 0; drawn.length < Math.min(count, bank.length); round++)
    drawn.push(...shuffled([...byObjective.values()], random).flatMap((ids) => ids[round] ?? []));
  return shuffled(drawn.slice(0, count), random);
}

/**
 * The options of a drawn question in the order shown; not for options whose order has a meaning (`ordered`).
 * @param question id of the question
 * @param options ids in authored order
 * @param seed of the try
 */
export function optionOrder(question: string, options: readonly string[], seed: number): string[] {
  return shuffled(options, randoms(seedOf(`${question} ${seed}`)));
}

/**
 * The steps or targets of a drawn question in the order shown, which is never the right one, because that would
 * give the answer away.
 * @param question id of the question
 * @param ids in any order
 * @param right the order that gives the answer away
 * @param seed of the try
 */
export function shownOrder(
  question: string,
  ids: readonly string[],
  right: readonly string[],
  seed: number,
): string[] {
  const order = optionOrder(question, [...ids].sort(), seed);
  return order.join() === right.join() ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/**
 * A seed for the next try, whose draw differs from the previous one in at least one question,
 * unless the bank is too small to differ.
 * @param draw gives the questions of a seed
 * @param previous seed of the try before; undefined for the first
 * @param random gives numbers from 0 to below 1
 */
export function freshSeed(
  draw: (seed: number) => readonly string[],
  previous: number | undefined,
  random: () => number,
): number {
  const asSet = (seed: number) => [...draw(seed)].sort().join();
  const before = previous === undefined ? undefined : asSet(previous);
  for (let attempt = 0; ; attempt++) {
    const seed = Math.floor(random() * seeds);
    if (attempt === 20 || asSet(seed) !== before) return seed;
  }
}
