import type { LoadedTerms } from './loaded-terms.ts';
import { nearest } from './nearest.ts';
import { withPlaces } from './places.ts';
import { type Phrase, phrases } from './search-words.ts';
import { segments } from './segments.ts';
import { wordForm } from './word-form.ts';

/** What is read of a query; nobody types more, and time grows with it. */
const longestQuery = 200;
const mostWords = 12;

/** A word is completed from two characters on; in Latin letters one would match most of the course. */
const isBeginning = (plain: string) => plain.length > 1 || /[^\p{Script=Latin}\d]/u.test(plain);
/** Letters of an ending that is still being typed, and the least that stands before it. */
const longestEnding = 4;
const shortestStem = 6;

/** A word of a query. */
export interface Word {
  readonly plain: string;
  /** The word when it is complete; of greater weight than what completes it. */
  readonly term: string;
  /** Terms of the index one of which must be there for the word to be there. */
  readonly accepted: readonly string[];
  /** Terms that only add weight. */
  readonly also: readonly string[];
}

/**
 * The words of a query, with the terms of the index each is found by, and what is to be said of what the course
 * does not cover.
 */
export function wordsOf(text: string, known: LoadedTerms): { words: Word[]; says: string } {
  const read = withPlaces(text.slice(0, longestQuery));
  const found = segments(read, known.index.language);
  const { vocabulary } = known.index;
  const telling = found.filter(({ isCommon }) => !isCommon);
  // "Who" alone is a question after all.
  const all = (telling.length > 0 ? telling : found).slice(0, mostWords);
  const { read: meant, says } = phrases(all, vocabulary);
  const words = meant.flatMap(([typed, means]) =>
    means
      ? synonymOf(typed, means, known)
      : typed.map((one) => wordOf(one, one.end === read.length, known)),
  );
  for (const { also } of words) for (const part of also) known.posting(part);
  return { words, says };
}

/** @param isLast whether the query ends with it, so that it may be unfinished */
function wordOf(
  { term, plain, also }: Phrase[0][number],
  isLast: boolean,
  known: LoadedTerms,
): Word {
  // A name in capitals is looked for as a name first: ASSIST before assistance.
  const name = also.find((one) => one[0] === '=' && known.posting(one));
  const isOpen = isLast && isBeginning(plain);
  const completed = isOpen ? known.beginning(plain) : [];
  const accepted = known.posting(term) ? [term, ...completed] : completed;
  const isUnknown = isOpen && accepted.length === 0 && !known.lack();
  const unended = isUnknown ? withoutEnding(plain, known) : [];
  const all = new Set([...accepted, ...unended]);
  if (name) all.add(name);
  return { plain, term: name ?? term, accepted: [...all], also };
}

/** What a phrase stands for; where a word stands for a word, the one that was typed will do as well. */
const synonymOf = (typed: Phrase[0], means: readonly string[], known: LoadedTerms): Word[] =>
  means.map((term) => ({
    plain: term,
    term,
    accepted: [term, ...(means[1] || typed[1] ? [] : typed.map((one) => one.term))].filter((one) =>
      known.posting(one),
    ),
    also: [],
  }));

/** Of "prosecutio", too long for a stem and too short for the stemmer, the term "prosecut". */
function withoutEnding(plain: string, known: LoadedTerms): string[] {
  for (let length = plain.length; length >= shortestStem; length--) {
    if (plain.length - length > longestEnding) break;
    const term = plain.slice(0, length);
    // No ending begins so: "methodone" is no form of "method".
    if (plain[length] !== 'o' && known.posting(term)) return [term];
  }
  return [];
}

/** The word itself if the index has it, else the nearest to it that it has, else nothing. */
export function correctSpelling(word: Word, known: LoadedTerms): Word {
  if (word.accepted.length > 0) return word;
  const near = nearest(word.plain, known.list);
  if (near === undefined) return word;
  const { term } = wordForm(near, known.index.language);
  return { plain: near, term, accepted: [term], also: [] };
}
