import { asBase32, base32, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';

/** Facts that determine the verification code of a certificate. */
export interface CertifiedFacts {
  /** Name of the learner as printed. */
  readonly name: string;
  /** Id of the course. */
  readonly course: string;
  readonly version: string;
  /** Day of completion, YYYY-MM-DD. */
  readonly date: string;
  /** Best score in the final, in whole percent. */
  readonly score: number;
  /** Id of the track. */
  readonly track: string;
}

const length = 7;

/**
 * The verification code of a certificate, such as `0K7-Q2MX`. It always detects one wrong character in the facts and
 * two swapped neighbours within a fact, and misses other errors in one case of two thousand million. It finds typing
 * errors; anyone can compute one, so it proves nothing.
 */
export function verificationCode(facts: CertifiedFacts): string {
  const { course, version, date, track } = facts;
  const text = [canonical(facts.name), course, version, date, String(facts.score), track].join(
    '\n',
  );
  // Printed certificates have the most significant digit first.
  const digits = Array.from(written(BigInt(checksum(text)), base32, length))
    .reverse()
    .join('');
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/**
 * Whether a typed code matches the facts. Lower case, other grouping and letters that resemble digits in handwriting
 * (O, I, L) are accepted.
 */
export const fitsCode = (facts: CertifiedFacts, typed: string): boolean =>
  asBase32(verificationCode(facts)) === asBase32(typed);

/** Normalises a name: composed characters, one space between words. */
export const canonical = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim();
