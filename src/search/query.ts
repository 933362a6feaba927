import { LoadedTerms } from './loaded-terms.ts';
import { loadLunr } from './lunr-index.ts';
import type { MissingParts, SearchIndex } from './open-index.ts';
import { partName } from './parts.ts';
import { correctSpelling, type Word, wordsOf } from './query-words.ts';
import type { ShownSection } from './section.ts';

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

/** A complete word counts more than words that only begin with it. */
const completeWord = 5;
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

const hasAll = ({ terms }: Hit, words: readonly Word[]): boolean =>
  words.every(({ accepted }) => accepted.some((term) => terms.has(term)));

/** Sections that have any of the words, ranked by lunr. */
function ask(known: LoadedTerms, words: readonly Word[], rank: typeof loadLunr): Hit[] {
  // To lunr, a query without terms is one that excludes nothing.
  if (words.every(({ accepted }) => accepted.length === 0)) return [];
  const searched = new Set(words.flatMap(({ accepted, also }) => [...accepted, ...also]));
  const postings = new Map(
    [...searched].flatMap((term) => {
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
