import type { LoadedTerms } from './loaded-terms.ts';
import type { loadLunr, Posting } from './lunr-index.ts';
import type { Word } from './query-words.ts';
import { rarityOf } from './score.ts';

export interface Hit {
  /** Number of the section in the index; see `shown`. */
  readonly position: number;
  /** Number of its page. */
  readonly page: number;
  /** Terms of the index for which the section was found. */
  readonly terms: ReadonlySet<string>;
}

interface RankedHit extends Hit {
  /** Lunr's score, less for a section that holds less of the query. */
  readonly score: number;
  /** How much of the query the section holds, 0 to 1: a rare word is somewhat more of it than a common one. */
  readonly share: number;
}

/** A complete word counts more than words that only begin with it. */
const completeWord = 5;
/** How much of what the fullest section holds of a query another must hold to be shown. */
const leastShare = 0.5;

/**
 * Sections that hold enough of the words, best first: by lunr's score and by how much of the query they hold, which
 * counts twice.
 */
export function rankedHits(
  loaded: LoadedTerms,
  words: readonly Word[],
  rank: typeof loadLunr,
): RankedHit[] {
  const postings = new Map<string, Posting>();
  for (const { accepted, also } of words)
    for (const term of [...accepted, ...also]) {
      const posting = loaded.posting(term);
      if (posting) postings.set(term, posting);
    }
  // To lunr, a query without terms is one that excludes nothing.
  if (postings.size === 0) return [];
  const { pages } = loaded.index;
  const results = rank(postings).query((query) => {
    for (const { term, accepted, also } of words) {
      for (const one of accepted)
        query.term(one, { boost: one === term ? completeWord : 1, usePipeline: false });
      for (const part of also) query.term(part, { usePipeline: false });
    }
  });
  const hits = results.map(({ ref, score, matchData }) => {
    const position = Number(ref);
    const terms = new Set(Object.keys(matchData.metadata));
    return { position, page: pages[position] ?? 0, terms, score };
  });
  let shares = hits.map(() => 0);
  let whole = 0;
  for (const { accepted } of words) {
    const holds = hits.map(({ terms }) => accepted.some((term) => terms.has(term)));
    const count = holds.filter(Boolean).length;
    // A word that the index has not is nothing.
    const weight = count && Math.sqrt(rarityOf(count, pages.length));
    whole += weight;
    shares = shares.map((share, i) => share + (holds[i] ? weight : 0));
  }
  const shared = hits.map((hit, i) => {
    const share = (shares[i] ?? 0) / whole;
    return { ...hit, share, score: hit.score * share ** 2 };
  });
  const fullest = Math.max(...shared.map(({ share }) => share));
  return shared
    .filter(({ share }) => share >= fullest * leastShare)
    .sort((one, other) => other.score - one.score);
}
