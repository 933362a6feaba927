/**
 * Numbers in mixed radix: every field of a code is a digit with a radix of its own, and all of them
 * together are one large number, which is then written in one alphabet. The least digit comes first.
 */

/** A digit and how many values it may have. */
export type Digit = readonly [value: number, radix: number];

/** A code is truncated, too long, or contains an invalid value. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

/**
 * The number that digits make.
 * @throws RangeError where a digit is not a whole number from 0 to below its radix
 */
export const toNumber = (digits: readonly Digit[]): bigint =>
  digits.reduceRight((sum, [value, radix]) => {
    if (!(value >= 0 && value < radix)) throw new RangeError(`${value} is no digit of ${radix}`);
    return sum * BigInt(radix) + BigInt(value);
  }, 0n);

/** Takes digits from a number, in the order in which `toNumber` was given them. */
export class MixedRadixReader {
  #rest: bigint;
  #values = 1n;

  constructor(number: bigint) {
    this.#rest = number;
  }

  /** The next digit. After the last digit that was not 0, every further one is 0. */
  take(radix: number): number {
    const of = BigInt(radix);
    const value = Number(this.#rest % of);
    this.#rest /= of;
    this.#values *= of;
    return value;
  }

  /** Flags, one digit each. */
  flags(count: number): boolean[] {
    return Array.from({ length: count }, () => this.take(2) === 1);
  }

  /** Whether nothing is left of the number. */
  get isAtEnd(): boolean {
    return this.#rest === 0n;
  }

  /** Number of values that all digits taken so far can have together. */
  get values(): bigint {
    return this.#values;
  }
}

/** Flags as digits, in order. */
export const flagDigits = (flags: readonly boolean[]): Digit[] =>
  flags.map((flag): Digit => [flag ? 1 : 0, 2]);

/** The item at a position that was read. @throws UnreadableError where there is none */
export function itemAt<T>(list: readonly T[], position: number): T {
  const found = list[position];
  if (found === undefined) throw new UnreadableError('names a position that does not exist');
  return found;
}
