import { checksum } from '../codec/checksum.ts';

/** Fisher and Yates' shuffle of a copy. @param random gives numbers from 0 to below 1 */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const rest = [...list];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return result;
}

/**
 * Numbers from 0 to below 1, evenly spread, the same for the same seed in every browser: Tommy
 * Ettinger's Mulberry32, with 32 bits of state.
 */
export function randoms(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A seed for a text. Checksums of texts that differ little differ little too; their bits are mixed as
 * in Austin Appleby's MurmurHash3, so that the shuffles have nothing to do with each other.
 */
export function seedOf(text: string): number {
  let seed = checksum(text);
  seed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  seed = Math.imul(seed ^ (seed >>> 13), 0xc2b2ae35);
  return (seed ^ (seed >>> 16)) >>> 0;
}
