/** The largest prime below each power of two that a checksum is written in. */
const primes = {
  12: 2 ** 12 - 3,
  18: 2 ** 18 - 5,
  30: 2 ** 30 - 35,
  31: 2 ** 31 - 1,
} as const;

/** A generator of the residues of each of these primes, or close to one: its order is above 2^16. */
const base = 7 ** 5;

/**
 * The one checksum of the project: the values as digits of a number in base 7^5, modulo a prime.
 *
 * Detects every replacement of one value below the prime and every swap of two neighbours; misses any other
 * change in one of 2^bits cases. It detects mistakes only: anyone can compute it, so it does not authenticate.
 * @param values a text, taken as its code points, or whole numbers from 0
 * @param bits how wide the checksum is
 * @returns a whole number from 0 to below 2^bits
 */
export function checksum(
  values: string | Iterable<number>,
  bits: keyof typeof primes = 31,
): number {
  const prime = primes[bits];
  let rest = 1;
  if (typeof values === 'string')
    for (const character of values) rest = (rest * base + (character.codePointAt(0) ?? 0)) % prime;
  else for (const value of values) rest = (rest * base + value) % prime;
  return rest;
}
