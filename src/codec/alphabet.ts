import { UnreadableError } from './mixed-radix.ts';

/**
 * Base 64 for texts that programs keep. The alphabet survives XML, Latin-1, HTML escaping, URLs and
 * every database unchanged (P05).
 */
export const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Crockford's base 32 for codes that people copy: without I, L, O and U, which are easily misread. */
export const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The digits of a number, the least first.
 * @param length number of digits; by default as many as needed, none for 0
 * @throws RangeError where the number needs more digits than that
 */
export function digitsOf(number: bigint, base: number, length?: number): number[] {
  const digits: number[] = [];
  let rest = number;
  for (; rest > 0n || digits.length < (length ?? 0); rest /= BigInt(base))
    digits.push(Number(rest % BigInt(base)));
  if (length !== undefined && digits.length > length)
    throw new RangeError(`${number} does not fit in ${length} digits`);
  return digits;
}

/** The number of digits, the least first. */
export const numberOf = (digits: readonly number[], base: number): bigint =>
  digits.reduceRight((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);

/** A number in an alphabet; see `digitsOf`. */
export const written = (number: bigint, alphabet: string, length?: number): string =>
  digitsOf(number, alphabet.length, length)
    .map((digit) => alphabet.charAt(digit))
    .join('');

/** Reads what `written` wrote. @throws UnreadableError at a character that is not in the alphabet */
export function read(text: string, alphabet: string): bigint {
  const digits = Array.from(text, (character) => alphabet.indexOf(character));
  if (digits.includes(-1)) throw new UnreadableError('holds a strange character');
  return numberOf(digits, alphabet.length);
}

/** Number of digits that tell so many values apart. */
export const lengthFor = (values: bigint, base: number): number =>
  Math.max(1, digitsOf(values - 1n, base).length);

/**
 * Normalises a typed code to base 32: accepts small letters, any grouping, and O, I and L for the digits they
 * resemble.
 */
export const asBase32 = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
