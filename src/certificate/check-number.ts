/** What a certificate states, as far as its check number depends on it. */
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

// The text is a number written with one digit per character in base 7^5, modulo the prime 2^31 - 1.
// 7^5 generates all residues, and every character is smaller than the prime: a character put in the
// place of another, and two neighbours that changed places, always give another remainder.
const prime = 2 ** 31 - 1;
const base = 7 ** 5;

// Crockford's: no I, L, O or U, which are misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 7;

/**
 * The check number of a certificate, such as `0K7-Q2MX`. It always differs when one character of the
 * facts is wrong or two neighbours of a fact changed places, and otherwise in all but one case of two
 * thousand million. It finds slips of the pen; anyone can compute one, so it proves nothing.
 */
export function checkNumber(facts: CertifiedFacts): string {
  const { course, version, date, track } = facts;
  const text = [canonical(facts.name), course, version, date, String(facts.score), track].join(
    '\n',
  );
  let rest = 1;
  for (const character of text) rest = (rest * base + (character.codePointAt(0) ?? 0)) % prime;
  let digits = '';
  for (let place = 0; place < length; place++) {
    digits = alphabet.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/**
 * Whether a number that somebody typed is that of the facts. Small letters, other groups and the
 * letters that stand for digits in handwriting (O, I, L) are taken as they were meant.
 */
export const fitsNumber = (facts: CertifiedFacts, typed: string): boolean =>
  plain(checkNumber(facts)) === plain(typed);

/** A name without what no reader sees: composed characters, one space between words. */
export const canonical = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim();

const plain = (number: string) =>
  number
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
