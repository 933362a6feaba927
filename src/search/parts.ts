/**
 * The files of an index (ADR 5). Each is a script that sets the global `atiSearch` to one of these
 * values. The head is loaded at the first query and says which parts hold a word; parts of sections
 * are loaded for what is shown, parts of the list for a word that is misspelt. Numbers are written by `toDigits`.
 */
export type IndexFile = IndexHead | TermPart | SectionPart | TermList;

/** The form of index files that this code writes and reads. */
export const form = 6;

/** The head of the index, which every query needs: in which parts words and sections are found. */
export interface IndexHead {
  /** `form`. */
  readonly v: number;
  readonly language: string;
  /** For each page, the number of its sections. */
  readonly pages: string;
  /** For each page, a digit: the place of its kind in `kinds`. */
  readonly kinds: string;
  /** For each page, what it weighs, in hundredths (`boostOf`). */
  readonly weights: string;
  /** Readers' words for what the course says in other words (`encodeVocabulary`). */
  readonly words: string;
  /** A line for each part of terms: what its first term begins with, and none before it does. */
  readonly terms: string;
  /** The same of the parts of the list of words. */
  readonly list: string;
  /** For each part of sections, how many it holds. */
  readonly sections: string;
}

/** A subset of lunr's serialized index: terms next to each other in the alphabet, packed. */
export interface TermPart {
  /** In order; a capital says how many characters each shares with the one before it. */
  readonly terms: string;
  /** For each term and field: how many sections hold it. */
  readonly counts: string;
  /** For each of these sections in turn, the distance from the section before. */
  readonly gaps: string;
  /** For each of these sections, how often the term stands in the field; from it follows its score (`scoreOf`). */
  readonly times: string;
}

/** Sections next to each other in the course, as the results show them. */
export interface SectionPart {
  /** A line a page: path, title, number of its sections in this part. */
  readonly pages: string;
  /** A line a section: heading, anchor unless the heading gives it, excerpt. */
  readonly sections: string;
}

/**
 * Words that a misspelt one may mean, next to each other in the alphabet, not stemmed; written as the terms of a part.
 */
export type TermList = Pick<TermPart, 'terms'>;

/** Names of the parts: what stands between the name of the index's file and `.js`. */
export const partName = {
  head: '',
  terms: (part: number) => `-t${part}`,
  sections: (part: number) => `-s${part}`,
  list: (part: number) => `-l${part}`,
} as const;

/** The address of a part, from that of the index's head. */
export const partOf = (head: string, name: string): string => head.replace(/\.js$/, `${name}.js`);
