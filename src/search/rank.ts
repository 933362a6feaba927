import type { LoadedTerms } from './loaded-terms.ts';
import type { loadLunr } from './lunr-index.ts';
import type { Word } from './query-words.ts';
import { rarityOf } from './score.ts';

export interface Hit {
  /** Of the section among all of the index; see `shown`. */
  readonly position: number;
  /** Of its page. */
  readonly page: number;
  /** Terms of the index for which the section was found. */
  readonly terms: ReadonlySet<string>;
}

interface RankedHit extends Hit {
  /** Lunr's score, less for a section that holds less of the query. */
  readonly score: number;
  /** How much of the query the section holds, 0 to 1: a rare word is more of it than a common one. */
  readonly share: number;
}

/** A complete word counts more than words that only begin with it. */
const completeWord = 5;
/** How much of what the fullest section holds of a query another must hold to be shown. */
const leastShare = 0.5;

/** Sections that hold enough of the words, best first: by lunr's score and by how much of the query they hold, which counts twice. */
export function rankedHits(
  loaded: LoadedTerms,
  words: readonly Word[],
  rank: typeof loadLunr,
): RankedHit[] {
  // To lunr, a query without terms is one that excludes nothing.
  if (words.every(({ accepted }) => accepted.length === 0)) return [];
  const asked = new Set(words.flatMap(({ accepted, also }) => [...accepted, ...also]));
  const postings = new Map(
    [...asked].flatMap((term) => {
      const posting = loaded.posting(term);
      return posting ? [[term, posting] as const] : [];
    }),
  );
  const { pages } = loaded.index;
  const results = rank(postings).query((query) => {
    for (const { term, accepted, also } of words) {
      for (const one of accepted)
        query.term(one, { boost: one === term ? completeWord : 1, usePipeline: false });
      for (const part of also) query.term(part, { usePipeline: false });
    }
  });
  const has = ({ terms }: Hit, { accepted }: Word) => accepted.some((term) => terms.has(term));
  const hits = results.map(({ ref, score, matchData }) => {
    const position = Number(ref);
    const terms = new Set(Object.keys(matchData.metadata));
    return { position, page: pages[position] ?? 0, terms, score };
  });
  // A word that the index has not is nothing.
  const weights = words.map((word) => {
    const { length } = hits.filter((hit) => has(hit, word));
    return length && rarityOf(length, pages.length);
  });
  // Added in the same order each time, so that the sum of all is one number.
  const weigh = (hit?: Hit) =>
    weights.reduce((sum, weight, i) => sum + (!hit || has(hit, words[i] as Word) ? weight : 0), 0);
  const shared = hits.map((hit) => {
    const share = weigh(hit) / weigh();
    return { ...hit, share, score: hit.score * share ** 2 };
  });
  const fullest = Math.max(...shared.map(({ share }) => share));
  return shared
    .filter(({ share }) => share >= fullest * leastShare)
    .sort((one, other) => other.score - one.score);
}
