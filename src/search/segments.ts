import lunr from 'lunr';
import { oneSpelling } from './english-spelling.ts';

/** A word of a text or of a query, as the search knows it. */
export interface Segment {
  /** Where it stands in the text: from the first character up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** What is looked up in the index. */
  readonly term: string;
  /** The same before it was stemmed: what an unfinished word begins with. */
  readonly plain: string;
  /** Further terms it is found by: the parts of "pre-trial", the article of "3(4)(d)". */
  readonly also: readonly string[];
  /** Too frequent to tell one text from another: not in the index. */
  readonly isCommon: boolean;
}

// Article with paragraphs, number of a resolution or amount, word. The order decides.
const word =
  /\d+(?:\([\da-z]{1,4}\))+|\d+(?:[.,/]\d+)+|[\p{L}\p{M}\p{N}]+(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*/giu;
const part = /[^-‐‑'’]+/g;
const hyphen = /[-‐‑]/;

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
};

/** Names that lower case would turn into a common word. */
const names = new Set(['WHO']);

/**
 * Folds what readers leave out: case, accents, vowel points, compatibility forms (P42). Marks that
 * make another letter (Indic vowels, Japanese voicing) stay.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłı]/g, (letter) => plainLetters[letter] ?? letter);

/**
 * Cuts a text into words. Index and query both use this function and no other, so that what was
 * indexed can be found (P42, P43): the English stemmer works in both or, in other languages, in
 * neither. It gives the same result in every browser: scripts without spaces are cut into pairs of
 * characters, because `Intl.Segmenter` is missing in Firefox ESR 115 and its dictionary differs from
 * version to version.
 * @param language BCP 47 tag of the text
 */
export function segments(text: string, language: string): Segment[] {
  const isEnglish = /^en\b/i.test(language);
  const plainForm = (token: string) => {
    const folded = fold(token);
    if (isEnglish) return oneSpelling(folded);
    // The Arabic article is written onto its noun.
    return folded.replace(/^\u0648?\u0627\u0644(?=..)/, '');
  };
  const stem = (plain: string) =>
    isEnglish && !/\d/.test(plain) ? lunr.stemmer(new lunr.Token(plain, {})).toString() : plain;
  const isCommon = (token: string) =>
    isEnglish && !names.has(token) && isStopWord(token.toLowerCase());
  const segment = (token: string, start: number): Segment => {
    const plain = plainForm(token);
    const end = start + token.length;
    return { start, end, term: stem(plain), plain, also: [], isCommon: isCommon(token) };
  };

  return [...text.matchAll(word)].flatMap(({ 0: found, index }): Segment[] => {
    if (/^\d+\(/.test(found)) {
      const whole = segment(found, index);
      return [{ ...whole, also: [found.slice(0, found.indexOf('('))] }];
    }
    if (/^\d+[.,/]/.test(found))
      return [segment(found.replace(/,(?=\d{3})/g, ''), index)].map((number) => ({
        ...number,
        end: index + found.length,
      }));
    const parts = [...found.matchAll(part)]
      // What an apostrophe cuts off is an ending or an article: court's, l'hôpital.
      .filter(({ 0: { length }, index: at }) => length > 1 || !besideApostrophe(found, at))
      .flatMap(({ 0: token, index: at }) =>
        pieces(token).map((piece) => segment(piece.text, index + at + piece.at)),
      );
    return isPrefixed(found) ? [joined(found, index, parts, segment)] : parts;
  });
}

const isStopWord = (token: string) =>
  (lunr.stopWordFilter as unknown as (word: string) => string | undefined)(token) === undefined;

const besideApostrophe = (token: string, at: number) =>
  /['’]/.test(token.charAt(at - 1)) || /['’]/.test(token.charAt(at + 1));

/** "pre-trial", "net-widening": half of the writers leave the hyphen out. */
const isPrefixed = (token: string) => /^\p{L}{2,5}[-‐‑]\p{L}+$/u.test(token);

function joined(
  token: string,
  start: number,
  parts: readonly Segment[],
  segment: (token: string, start: number) => Segment,
): Segment {
  const whole = segment(token.replace(hyphen, ''), start);
  const also = parts.filter((one) => !one.isCommon).map(({ term }) => term);
  return { ...whole, end: start + token.length, also, isCommon: false };
}

/** Takes runs of an unspaced script out of a token and cuts them into pairs of characters. */
function pieces(token: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  let from = 0;
  const keep = (to: number) => {
    if (to > from) found.push({ text: token.slice(from, to), at: from });
  };
  for (const { 0: run, index } of token.matchAll(unspaced)) {
    keep(index);
    from = index + run.length;
    const characters = [...run];
    let at = index;
    characters.forEach((character, i) => {
      const next = characters[i + 1];
      if (next !== undefined || i === 0) found.push({ text: character + (next ?? ''), at });
      at += character.length;
    });
  }
  keep(token.length);
  return found;
}

/** The terms under which a text is indexed, in its order and as often as they occur. */
export const indexTerms = (text: string, language: string): string[] =>
  segments(text, language)
    .filter(({ isCommon }) => !isCommon)
    .flatMap(({ term, also }) => [term, ...also]);
