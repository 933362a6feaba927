import { type WordForm, wordForm } from './word-form.ts';

/** A word of a text or of a query, as the search knows it. */
export interface Segment extends WordForm {
  /** Where it stands in the text: from the first character up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Further terms it is found by: the parts of "pre-trial", the article of "3(4)(d)". */
  readonly also: readonly string[];
}

// Article with its paragraphs, number of a resolution or an amount, word. The order decides.
const word =
  /\d+(?:\([\da-z]{1,4}\))+|\d+(?:[.,/]\d+)+|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}\p{Cf}]+)*/giu;
const part = /[^-‐‑'’]+/g;

/**
 * "pre-trial", "net-widening": half of all writers leave the hyphen out. In brackets, letters stay a literal in the
 * script.
 */
const prefixed = /^([\p{L}]{2,5})[-‐‑]([\p{L}]+)$/u;

/** A name made of capitals is a word of its own beside what it spells: ASSIST, MAT. */
const capitals = /^[A-Z]{3,}$/;

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/**
 * Cuts a text into words. Index and query both use this function and no other, so that what was
 * indexed can be found (P42, P43). It gives the same in every browser: scripts without spaces are
 * cut into pairs of characters, because `Intl.Segmenter` is missing in Firefox ESR 115 and cuts
 * differently from version to version.
 * @param language BCP 47 tag of the text
 * @returns segments in the order of the text; pairs of characters overlap
 */
export function segments(text: string, language: string): Segment[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index: start }): Segment[] => {
    const end = start + found.length;
    const whole = (token: string, also: readonly string[]) => [
      { ...wordForm(token, language), start, end, also },
    ];
    if (/^\d+\(/.test(found)) return whole(found, [found.slice(0, found.indexOf('('))]);
    if (/^\d+[.,/]/.test(found)) return whole(found.replace(/,(?=\d{3})/g, ''), []);

    const parts = [...found.matchAll(part)]
      .filter(({ 0: token, index }) => token.length > 1 || !isElided(found, index))
      .flatMap(({ 0: token, index }) => pieces(token, start + index))
      .map(({ token, at }) => ({
        ...wordForm(token, language),
        start: at,
        end: at + token.length,
        also: capitals.test(token) ? [`=${token.toLowerCase()}`] : [],
      }));
    const [, before, after] = prefixed.exec(found) ?? [];
    if (before === undefined || after === undefined) return parts;
    const telling = parts.filter(({ isCommon }) => !isCommon);
    return whole(
      before + after,
      telling.map(({ term }) => term),
    );
  });
}

/** Whether an apostrophe cuts the word off, as an ending or an article: court's, l'hôpital. */
const isElided = (found: string, at: number) =>
  /['’]/.test(found.slice(Math.max(0, at - 1), at + 2));

/** Takes the runs of unspaced scripts out of a word and cuts them into pairs of characters. */
function pieces(found: string, start: number): { token: string; at: number }[] {
  const cut: { token: string; at: number }[] = [];
  let from = 0;
  const keep = (to: number) => {
    if (to > from) cut.push({ token: found.slice(from, to), at: start + from });
  };
  for (const { 0: run, index } of found.matchAll(unspaced)) {
    keep(index);
    from = index + run.length;
    let at = start + index;
    Array.from(run).forEach((character, i, all) => {
      const next = all[i + 1];
      if (next !== undefined || i === 0) cut.push({ token: character + (next ?? ''), at });
      at += character.length;
    });
  }
  keep(found.length);
  return cut;
}

/** Cuts texts of one language into words. */
export type Cut = (text: string) => readonly Segment[];

/** Cuts each text once: the title of a page stands in all its sections, and an index is made in several passes. */
export function cutIn(language: string): Cut {
  const read = new Map<string, readonly Segment[]>();
  return (text) => {
    const found = read.get(text) ?? segments(text, language);
    read.set(text, found);
    return found;
  };
}

/** The terms under which a text is indexed, in its order and as often as they occur. */
export const indexTerms = (
  text: string,
  language: string,
  cut: Cut = (whole) => segments(whole, language),
): string[] =>
  cut(text)
    .filter(({ isCommon }) => !isCommon)
    .flatMap(({ term, also }) => [term, ...also]);
