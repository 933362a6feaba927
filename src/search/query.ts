import type lunr from 'lunr';
import { decode } from './decode.ts';
import { nearest } from './nearest.ts';
import { lunrIndex, positionOf } from './ranking.ts';
import type { IndexedSection, IndexFile } from './section.ts';
import { segments } from './segments.ts';

/** An index, ready to be asked. */
export interface SearchIndex {
  readonly language: string;
  readonly sections: readonly IndexedSection[];
  readonly lunr: lunr.Index;
  /** Every term, sorted. */
  readonly terms: readonly string[];
}

export interface Hit {
  readonly section: IndexedSection;
  /** Terms of the index for which the section was found. */
  readonly terms: ReadonlySet<string>;
}

export interface Answer {
  /** `words`: all words are in each section. `close`: some are, or others spelt much like them. */
  readonly how: 'words' | 'close';
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** What is read of a query; nobody types more, and time grows with it. */
const longestQuery = 200;
const mostWords = 12;

/** A word is completed from two characters on; in Latin letters one would match most of the course. */
const isBeginning = (plain: string) => plain.length > 1 || /[^\p{Script=Latin}\d]/u.test(plain);
/** A complete word counts more than words that only begin with it. */
const completeWord = 5;
/** Letters of an ending that is still being typed, and the least that stands before it. */
const longestEnding = 4;
const shortestStem = 6;

/**
 * Makes an index file ready.
 * @throws when the file cannot be read (see `decode`)
 */
export function openIndex(file: IndexFile): SearchIndex {
  const sections = decode(file);
  const index = lunrIndex(sections, file.language);
  const { invertedIndex } = index as unknown as { invertedIndex: Record<string, unknown> };
  const terms = Object.keys(invertedIndex).sort();
  return { language: file.language, sections, lunr: index, terms };
}

/**
 * Sections that answer a query, in lunr's order. Any text is a query: it is taken as words, and
 * lunr's query language, which throws on a stray `~` or `title:`, is not used.
 * @param text as typed so far: without a space at its end, the last word may be unfinished
 */
export function search(index: SearchIndex, text: string): Answer {
  const words = wordsOf(text, index);
  const hits = ask(index, words);
  const withAll = hits.filter((hit) => hasAll(hit, words));
  if (withAll.length > 0 || words.length === 0) return { how: 'words', hits: withAll };

  const mended = words.map((word) => mend(word, index.terms));
  const close = ask(index, mended);
  const known = mended.filter(({ accepted }) => accepted.length > 0);
  const closest = close.filter((hit) => hasAll(hit, known));
  return { how: 'close', hits: closest.length > 0 ? closest : close };
}

/** A word of a query. */
interface Word {
  readonly plain: string;
  /** The word when it is complete; of greater weight than what completes it. */
  readonly term: string;
  /** Terms of the index one of which must be there for the word to be there. */
  readonly accepted: readonly string[];
  /** Terms that only add weight. */
  readonly also: readonly string[];
}

function wordsOf(text: string, { language, terms }: SearchIndex): Word[] {
  const read = text.slice(0, longestQuery);
  const found = segments(read, language);
  const telling = found.filter(({ isCommon }) => !isCommon);
  // "Who" alone is a question after all.
  return (telling.length > 0 ? telling : found)
    .slice(0, mostWords)
    .map(({ term, plain, also, end }) => {
      const isOpen = end === read.length && isBeginning(plain);
      const completed = isOpen ? terms.filter((one) => one.startsWith(plain)) : [];
      const accepted = terms.includes(term) ? [term, ...completed] : completed;
      const unended = isOpen && accepted.length === 0 ? withoutEnding(plain, terms) : [];
      return { plain, term, accepted: [...new Set([...accepted, ...unended])], also };
    });
}

/** Of "prosecutio", too long for a stem and too short for the stemmer, the term "prosecut". */
const withoutEnding = (plain: string, terms: readonly string[]): string[] =>
  terms
    .filter(
      (term) =>
        term.length >= Math.max(shortestStem, plain.length - longestEnding) &&
        plain.startsWith(term),
    )
    .slice(-1);

/** The word itself if the index has it, else the nearest to it that it has, else nothing. */
function mend(word: Word, terms: readonly string[]): Word {
  if (word.accepted.length > 0) return word;
  const near = nearest(word.plain, terms);
  return near === undefined ? word : { plain: near, term: near, accepted: [near], also: [] };
}

const hasAll = ({ terms }: Hit, words: readonly Word[]): boolean =>
  words.every(({ accepted }) => accepted.some((term) => terms.has(term)));

/** Sections that have any of the words, ranked by lunr. */
function ask(index: SearchIndex, words: readonly Word[]): Hit[] {
  // To lunr, a query without terms is one that excludes nothing.
  if (words.every(({ accepted }) => accepted.length === 0)) return [];
  const results = index.lunr.query((query) => {
    for (const { term, accepted, also } of words) {
      for (const one of accepted)
        query.term(one, { boost: one === term ? completeWord : 1, usePipeline: false });
      for (const part of also) query.term(part, { usePipeline: false });
    }
  });
  return results.flatMap(({ ref, matchData }) => {
    const section = index.sections[positionOf(ref)];
    return section ? [{ section, terms: new Set(Object.keys(matchData.metadata)) }] : [];
  });
}

/**
 * Puts what goes beyond a page's first few sections after all other pages, so that one long page
 * does not fill the list.
 */
export function spread(hits: readonly Hit[], perPage: number): Hit[] {
  const seen = new Map<string, number>();
  const later: Hit[] = [];
  const first = hits.filter((hit) => {
    const [page = ''] = hit.section.href.split('#');
    const count = (seen.get(page) ?? 0) + 1;
    seen.set(page, count);
    if (count > perPage) later.push(hit);
    return count <= perPage;
  });
  return [...first, ...later];
}
