import { asBase32, base32, written } from '../codec/alphabet.ts';
import { checksum } from '../codec/checksum.ts';

/** Facts of a certificate on which its verification code depends. */
export interface CertifiedFacts {
  /** Name of the learner, as it is printed. */
  readonly name: string;
  /** Id of the course. */
  readonly course: string;
  readonly version: string;
  /** Day of completion, YYYY-MM-DD. */
  readonly date: string;
  /** Best final, in whole percent. */
  readonly score: number;
  /** Id of the track. */
  readonly track: string;
}

const length = 7;

/**
 * The verification code of a certificate, such as `0K7-Q2MX`. It always differs when one character of the
 * facts is wrong or two neighbours of a fact changed places, and otherwise in all but one case of two
 * thousand million. It finds slips of the pen; anyone can compute one, so it proves nothing.
 */
export function verificationCode(facts: CertifiedFacts): string {
  const { course, version, date, track } = facts;
  const text = [canonical(facts.name), course, version, date, String(facts.score), track].join(
    '\n',
  );
  // Printed certificates have the greatest digit in front.
  const digits = Array.from(written(BigInt(checksum(text)), base32, length))
    .reverse()
    .join('');
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/**
 * Whether a code that somebody typed is that of the facts. Small letters, other groups and the
 * letters that stand for digits in handwriting (O, I, L) are taken as they were meant.
 */
export const fitsCode = (facts: CertifiedFacts, typed: string): boolean =>
  asBase32(verificationCode(facts)) === asBase32(typed);

/** A name without what no reader sees: composed characters, one space between words. */
export const canonical = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim();
