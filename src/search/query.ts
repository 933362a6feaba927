import { decodeSections, decodeTerms, unfolded } from './decode.ts';
import { loadLunr, type Posting } from './lunr-index.ts';
import { nearest } from './nearest.ts';
import { decodeVarints } from './numbers.ts';
import { form, type IndexFile, type IndexHead, partName } from './parts.ts';
import type { ShownSection } from './section.ts';
import { decodeVocabulary, type Phrase, phrases, type Vocabulary } from './search-words.ts';
import { withPlaces } from './places.ts';
import { segments } from './segments.ts';
import { wordForm } from './word-form.ts';

/** An index, ready to be asked: its head, and as much of the rest as was loaded. */
export interface SearchIndex {
  readonly language: string;
  /** For each section, its page. */
  readonly pages: readonly number[];
  /** For each page, a digit: the place of its kind in `kinds`. */
  readonly kinds: string;
  readonly vocabulary: Vocabulary;
  /** For each part of terms, what it begins with. */
  readonly keys: readonly string[];
  /** For each part of sections, the first of them. */
  readonly firsts: readonly number[];
  /** What each loaded part of terms or sections holds, by its name. */
  readonly terms: Map<string, ReadonlyMap<string, Posting>>;
  readonly sections: Map<string, readonly ShownSection[]>;
  /** Every word that a misspelt one may mean, once loaded. */
  list?: readonly string[];
}

export interface Hit {
  /** Of the section among all of the index; see `shown`. */
  readonly position: number;
  /** Of its page. */
  readonly page: number;
  /** Terms of the index for which the section was found. */
  readonly terms: ReadonlySet<string>;
}

export interface Answer {
  /** `words`: all words are in each section. `close`: some are, or others spelt much like them. */
  readonly how: 'words' | 'close';
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What was looked up in place of a misspelt query. */
  readonly guess?: string;
  /** What is to be said of what was asked for and is not covered; empty where there is nothing. */
  readonly says: string;
}

/** What stands in the way of an answer: names of parts to load and to `take`. */
export interface MissingParts {
  readonly how: 'lack';
  readonly parts: ReadonlySet<string>;
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
 * Makes the head of an index ready.
 * @throws Error or RangeError when it is cut short or of another form
 */
export function openIndex(file: IndexFile): SearchIndex {
  const head = file as IndexHead;
  if (head.v !== form) throw new Error(`search index of form ${String(head.v)}`);
  const pages = decodeVarints(head.pages).flatMap((count, page) =>
    Array.from({ length: count }, () => page),
  );
  return {
    language: head.language,
    pages,
    kinds: head.kinds,
    vocabulary: decodeVocabulary(head.words),
    keys: head.terms === '' ? [] : head.terms.split('\n'),
    firsts: starts(decodeVarints(head.sections), pages.length),
    terms: new Map(),
    sections: new Map(),
  };
}

/** Where each part begins, of parts that follow each other. */
function starts(sizes: readonly number[], all: number): number[] {
  let end = 0;
  const firsts = sizes.map((size) => (end += size) - size);
  if (end !== all) throw new Error('search index is cut short');
  return firsts;
}

/**
 * Adds a part to an index.
 * @throws Error or RangeError when it is cut short
 */
export function addPart(index: SearchIndex, name: string, part: IndexFile): void {
  if ('pages' in part) index.sections.set(name, decodeSections(part));
  else if ('gaps' in part) index.terms.set(name, decodeTerms(part));
  else index.list = unfolded(part.terms);
}

/**
 * Sections that answer a query, in lunr's order. Any text is a query: it is taken as words, and
 * lunr's query language, which throws on a stray `~` or `title:`, is not used.
 * @param text as typed so far: without a space at its end, the last word may be unfinished
 * @param rank gives the lunr index of the terms that are asked for
 */
export function search(index: SearchIndex, text: string, rank = loadLunr): Answer | MissingParts {
  const known = new LoadedTerms(index);
  const { words, says } = wordsOf(text, known);
  const lack = known.lack();
  if (lack) return lack;
  const hits = ask(known, words, rank);
  const withAll = hits.filter((hit) => hasAll(hit, words));
  if (withAll.length > 0 || words.length === 0) return { how: 'words', hits: withAll, says };

  const mended = words.map((word) => correctSpelling(word, known));
  for (const { accepted } of mended) for (const term of accepted) known.posting(term);
  const further = known.lack();
  if (further) return further;
  const close = ask(known, mended, rank);
  const found = mended.filter(({ accepted }) => accepted.length > 0);
  const closest = close.filter((hit) => hasAll(hit, found));
  return {
    how: 'close',
    // What the course does not cover is not answered with what merely sounds like it.
    hits: says ? [] : closest.length > 0 ? closest : close,
    says,
    guess: mended.every((word, i) => word === words[i])
      ? ''
      : mended.map(({ plain }) => plain).join(' '),
  };
}

/** The sections of these hits, as the results show them. */
export function shown(
  { firsts, sections }: SearchIndex,
  hits: readonly Hit[],
): readonly ShownSection[] | MissingParts {
  const parts = new Set<string>();
  const found = hits.flatMap(({ position }) => {
    const part = firsts.findLastIndex((first) => first <= position);
    const name = partName.sections(part);
    const section = sections.get(name)?.[position - (firsts[part] ?? 0)];
    if (!section) parts.add(name);
    return section ?? [];
  });
  return parts.size > 0 ? { how: 'lack', parts } : found;
}

/** The terms of an index, as far as they are loaded; notes the parts that were asked for and are not. */
class LoadedTerms {
  readonly index: SearchIndex;
  readonly #parts = new Set<string>();

  constructor(index: SearchIndex) {
    this.index = index;
  }

  lack(): MissingParts | undefined {
    return this.#parts.size > 0 ? { how: 'lack', parts: this.#parts } : undefined;
  }

  /** Every word that a misspelt one may mean. */
  get list(): readonly string[] {
    if (!this.index.list) this.#parts.add(partName.list);
    return this.index.list ?? [];
  }

  posting(term: string): Posting | undefined {
    return this.#between(term, term)
      .map((part) => part.get(term))
      .find(Boolean);
  }

  /** Terms that begin with these letters. */
  beginning(letters: string): string[] {
    return this.#between(letters, `${letters}\uffff`)
      .flatMap((part) => [...part.keys()])
      .filter((term) => term.startsWith(letters));
  }

  /** Parts that may hold terms from one to another, both included. */
  #between(from: string, to: string): ReadonlyMap<string, Posting>[] {
    const { keys, terms } = this.index;
    return keys.flatMap((key, i) => {
      const next = keys[i + 1];
      if (key > to || (next !== undefined && next <= from)) return [];
      const name = partName.terms(i);
      const part = terms.get(name);
      if (!part) this.#parts.add(name);
      return part ?? [];
    });
  }
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

function wordsOf(text: string, known: LoadedTerms): { words: Word[]; says: string } {
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
function correctSpelling(word: Word, known: LoadedTerms): Word {
  if (word.accepted.length > 0) return word;
  const near = nearest(word.plain, known.list);
  if (near === undefined) return word;
  const { term } = wordForm(near, known.index.language);
  return { plain: near, term, accepted: [term], also: [] };
}

const hasAll = ({ terms }: Hit, words: readonly Word[]): boolean =>
  words.every(({ accepted }) => accepted.some((term) => terms.has(term)));

/** Sections that have any of the words, ranked by lunr. */
function ask(known: LoadedTerms, words: readonly Word[], rank: typeof loadLunr): Hit[] {
  // To lunr, a query without terms is one that excludes nothing.
  if (words.every(({ accepted }) => accepted.length === 0)) return [];
  const asked = new Set(words.flatMap(({ accepted, also }) => [...accepted, ...also]));
  const postings = new Map(
    [...asked].flatMap((term) => {
      const posting = known.posting(term);
      return posting ? [[term, posting] as const] : [];
    }),
  );
  const results = rank(postings).query((query) => {
    for (const { term, accepted, also } of words) {
      for (const one of accepted)
        query.term(one, { boost: one === term ? completeWord : 1, usePipeline: false });
      for (const part of also) if (known.posting(part)) query.term(part, { usePipeline: false });
    }
  });
  return results.map(({ ref, matchData }) => {
    const position = Number(ref);
    const page = known.index.pages[position] ?? 0;
    return { position, page, terms: new Set(Object.keys(matchData.metadata)) };
  });
}

/**
 * Puts what goes beyond a page's first few sections after all other pages, so that one long page
 * does not fill the list.
 */
export function spread(hits: readonly Hit[], perPage: number): Hit[] {
  const seen = new Map<number, number>();
  const later: Hit[] = [];
  const first = hits.filter((hit) => {
    const { page } = hit;
    const count = (seen.get(page) ?? 0) + 1;
    seen.set(page, count);
    if (count > perPage) later.push(hit);
    return count <= perPage;
  });
  return [...first, ...later];
}
