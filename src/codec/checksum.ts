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
 * Every value below the prime that is replaced by another, and every two neighbours that change
 * places, give another checksum for certain; any other change does in all but one of 2^bits cases.
 * It finds mistakes. Anyone can compute it, so it proves nothing about who wrote a text.
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
