import { base32, written } from '../../codec/alphabet.ts';
import { checksum } from '../../codec/checksum.ts';

/**
 * The edition of a unit: six letters and digits, such as `7KQ-2MX`, that change with its words. A signature
 * refers to the signed edition. Variants of punctuation marks, white space and line breaks do not count (ADR
 * 11), so that typographic changes keep the signature.
 * @param texts all words for readers, in order; numbers and ids as text
 */
export function editionOf(texts: readonly string[]): string {
  const code = written(BigInt(checksum(texts.map(withoutPrint).join('\n'), 30)), base32, 6);
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

const withoutPrint = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛‹›′`]/g, "'")
    .replace(/[‐‑‒–—−]+|--+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
