import { type Segment, segments } from './segments.ts';

/** Readers' words for what the course says in other words (`content/<language>/search-words.yaml`). */
export interface SearchWords {
  readonly synonyms: readonly { readonly words: readonly string[]; readonly means: string }[];
  readonly notCovered: readonly { readonly words: readonly string[]; readonly says: string }[];
  /** Words that no page is about: passed over beside others. */
  readonly common?: readonly string[];
  /** By the path of a page below its language, what readers call it. */
  readonly pages?: Readonly<Record<string, string>>;
}

/**
 * By the terms of a phrase, what is looked up in its place or, after `!`, what is said of it; nothing for a word that
 * is passed over.
 */
export type Vocabulary = ReadonlyMap<string, string>;

/** A phrase of a query: its words as typed, and the terms that are looked up in their place. */
export type Phrase = readonly [
  typed: readonly Segment[],
  means?: readonly string[] | undefined,
  isSaid?: boolean,
];

/** As one text: a line for each entry, its phrases by their terms, a tab, and what they mean. */
export function encodeVocabulary(
  { synonyms, notCovered, common = [] }: SearchWords,
  language: string,
): string {
  const passedOver = new Set(common.map((word) => termsOf(word, language)));
  const keyOfPhrase = (phrase: string) => {
    const terms = termsOf(phrase, language);
    const telling = terms.split(' ').filter((term) => !passedOver.has(term));
    return telling.join(' ') || terms;
  };
  return [
    { keys: [...passedOver], text: '' },
    ...synonyms.map(({ words, means }) => ({
      keys: words.map(keyOfPhrase),
      text: termsOf(means, language),
    })),
    ...notCovered.map(({ words, says }) => ({ keys: words.map(keyOfPhrase), text: `!${says}` })),
  ]
    .map(({ keys, text }) => `${[...new Set(keys)].join()}\t${text}`)
    .join('\n');
}

/** Reads the text that the build wrote of the vocabulary. */
export const decodeVocabulary = (text: string): Vocabulary =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [keys = '', means = ''] = line.split('\t');
      return keys.split(',').map((key) => [key, means] as const);
    }),
  );

/** A query phrase by phrase, the longest known first; and what is to be said of it. */
export function phrases(
  words: readonly Segment[],
  vocabulary: Vocabulary,
): { read: Phrase[]; says: string } {
  const read: Phrase[] = [];
  let says = '';
  let said = 0;
  for (let at = 0; at < words.length;) {
    let typed = words.slice(at);
    while (typed[1] && !vocabulary.has(keyOf(typed))) typed = typed.slice(0, -1);
    const means = vocabulary.get(keyOf(typed));
    const isSaid = means?.[0] === '!';
    if (isSaid) {
      says = means.slice(1);
      said += typed.length;
    }
    read.push([typed, isSaid || !means ? undefined : means.split(' '), isSaid]);
    at += typed.length;
  }
  // Half of a query or more; else the rest of it is what was asked for.
  return { read, says: said * 2 < words.length ? '' : says };
}

const termsOf = (text: string, language: string) => {
  const all = segments(text, language);
  const telling = all.filter(({ isCommon }) => !isCommon);
  return keyOf(telling.length > 0 ? telling : all);
};

const keyOf = (words: readonly Segment[]) => words.map(({ term }) => term).join(' ');
