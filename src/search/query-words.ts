import type { LoadedTerms } from './loaded-terms.ts';
import { withPlaces } from './places.ts';
import { type Phrase, phrases } from './search-words.ts';
import { type Segment, segments } from './segments.ts';

/** Limits of a query: nobody types more, and time grows with it. */
const longestQuery = 200;
const mostWords = 6;

/** Between two words either of which may be meant: "relase" is as near to "release" as to "relapse". */
export const either = '/';

/** A word is completed from two characters on; in Latin letters one would match most of the course. */
const isBeginning = (plain: string) => plain.length > 1 || /[^\p{Script=Latin}\d]/u.test(plain);
/** How many letters an ending that is still being typed may have, and the least that stands before it. */
const endings = [0, 1, 2, 3, 4];
const shortestStem = 6;

/** A word of a query. */
export interface Word {
  /** The word when it is complete; of greater weight than what completes it. */
  readonly term: string;
  /** Terms of the index one of which must be there for the word to be there. */
  readonly accepted: readonly string[];
  /** Terms that only add weight. */
  readonly also: readonly string[];
  /** Where it stands in the query; none where it is not to be guessed. */
  readonly at?: readonly [start: number, end: number] | undefined;
}

/** A query as it was read. */
export interface ReadQuery {
  /** As typed, cut to what is read, with the places of treaties as the course writes them. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The sentence on a subject that the course does not cover; empty where there is none. */
  readonly says: string;
}

/** The words of a query, with the terms of the index each is found by. */
export function readQuery(query: string, loaded: LoadedTerms): ReadQuery {
  const text = withPlaces(query.slice(0, longestQuery));
  const found = segments(text, loaded.index.language);
  const vocabulary = loaded.index.vocabulary;
  const indexed = found.filter(({ isCommon }) => !isCommon);
  const telling = indexed.filter(({ term }) => vocabulary.get(term) !== '');
  // In "say no to treatment" the common words tell which page on treatment.
  const also = indexed.slice(0, mostWords).map(({ term }) => term);
  const asked = telling[1]
    ? telling
    : telling.map((word) => ({ ...word, also: [...word.also, ...also] }));
  // "With" alone may become "withdrawal"; "what is it" becomes nothing.
  const all = (asked[0] ? asked : found[1] ? indexed : found).slice(0, mostWords);
  const { read, says } = phrases(all, vocabulary);
  const words = read.flatMap(([typed, means, isSaid]) =>
    means
      ? synonymOf(typed, means, loaded)
      : typed.map((one) => wordOf(one, one.end === text.length, loaded, isSaid)),
  );
  words.forEach((word, i) => {
    const next = words[i + 1];
    const accepted = [...word.accepted, ...(next?.accepted ?? [])];
    if (next && word.at && text[word.at[1]] === either)
      words.splice(i, 2, { ...word, accepted }, { ...next, accepted });
  });
  for (const { also } of words) for (const part of also) loaded.posting(part);
  return { text, words, says };
}

/** @param isLast whether the query ends with it, so that it may be unfinished */
function wordOf(
  { term, plain, also, start, end }: Segment,
  isLast: boolean,
  loaded: LoadedTerms,
  isSaid?: boolean,
): Word {
  // A name in capitals is looked for as a name first: ASSIST before assistance.
  const name = also.find((one) => one[0] === '=' && loaded.posting(one));
  const isOpen = isLast && isBeginning(plain) && !loaded.lack();
  const accepted = loaded.posting(term) ? [term] : isOpen ? completed(plain, loaded) : [];
  return {
    term: name ?? term,
    accepted: name ? [...accepted, name] : accepted,
    also,
    at: isSaid ? undefined : [start, end],
  };
}

/** The terms that a phrase stands for; where a word stands for a word, the one that was typed will do as well. */
const synonymOf = (typed: Phrase[0], means: readonly string[], loaded: LoadedTerms): Word[] =>
  means.map((term) => ({
    term,
    accepted: [term, ...(means[1] || typed[1] ? [] : typed.map((one) => one.term))].filter((one) =>
      loaded.posting(one),
    ),
    also: [],
  }));

/**
 * Terms that a word may become whose ending is still being typed; where there is none, the term without what was typed
 * of it.
 */
function completed(plain: string, loaded: LoadedTerms): string[] {
  const terms = loaded.beginning(plain);
  return terms[0] || loaded.lack() ? terms : withoutEnding(plain, loaded);
}

/** The term of an unfinished word: "prosecut" of "prosecutio", too long for a stem and too short for the stemmer. */
function withoutEnding(plain: string, loaded: LoadedTerms): string[] {
  // No ending begins with "o": "methodone" is no form of "method".
  return endings
    .map((length) => plain.slice(0, plain.length - length))
    .filter((term) => term[shortestStem - 1] && plain[term.length] !== 'o' && loaded.posting(term))
    .slice(0, 1);
}
