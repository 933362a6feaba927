/** Times the root of x^10 + x^3 + 1, which generates GF(1024). */
export const timesRoot = (value: number) => (value << 1) ^ (value & 512 ? 0x409 : 0);

/**
 * The three check symbols of a Reed-Solomon code over GF(1024), whose generator polynomial has the roots 1, a
 * and a^2: x^3 + (1 + a + a^2) x^2 + (a + a^2 + a^3) x + a^3. Two codes differ in at least four symbols, so up
 * to three wrong symbols at any position are always detected, including any two swapped symbols; other errors
 * are missed in one of 2^30 cases.
 * @param data 10-bit numbers, at most 1,019 of them
 */
export function checkSymbols(data: readonly number[]): number[] {
  let [high, middle, low] = [0, 0, 0];
  // A symbol before the first; without it, leading zeros would not count.
  for (const value of [1, ...data]) {
    const factor = value ^ high;
    const once = timesRoot(factor);
    const twice = timesRoot(once);
    const thrice = timesRoot(twice);
    [high, middle, low] = [middle ^ factor ^ once ^ twice, low ^ once ^ twice ^ thrice, thrice];
  }
  return [high, middle, low];
}
