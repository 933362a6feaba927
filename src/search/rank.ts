import type { LoadedTerms } from './loaded-terms.ts';
import type { loadLunr, Posting } from './lunr-index.ts';
import { sumOf } from './numbers.ts';
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
/** A name that holds the whole query triples the score. */
const wholeName = 2;
/** How much of what the fullest section holds of a query another must hold to be shown. */
const leastShare = 0.5;

/** What lunr gives back of a match. */
type Metadata = Readonly<Record<string, { heading?: { name: readonly number[] } }>>;

/** Sections that hold enough of the words, best first: by lunr's score and by how much of the query they hold, which counts twice. */
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
      for (const one of accepted) query.term(one, { boost: one === term ? completeWord : 1 });
      for (const part of also) query.term(part, {});
    }
  });
  const hits = results.map(({ ref, score, matchData }) => {
    const metadata = matchData.metadata as Metadata;
    const position = Number(ref);
    const terms = new Set(Object.keys(metadata));
    // For each word, 0 where the section holds it, and the names that hold it (`Place`).
    const held = words.map(({ accepted }) =>
      accepted
        .filter((term) => terms.has(term))
        .flatMap((term) => [0, ...(metadata[term]?.heading?.name ?? [])]),
    );
    return { position, page: pages[position] ?? 0, terms, score, held };
  });
  const weights = words.map((_, i) => {
    const { length } = hits.filter(({ held }) => held[i]?.[0] === 0);
    // A word that the index has not is nothing.
    return length && Math.sqrt(rarityOf(length, pages.length));
  });
  const whole = sumOf(weights);
  const shared = hits.map(({ held, ...hit }) => {
    const shares = [...new Set(held.flat())].map((name) => {
      const own = weights.filter((_, i) => held[i]?.includes(name));
      // One word alone stands in many names.
      return name && !own[1] ? 0 : sumOf(own) / whole;
    });
    const [share = 0, ...ofNames] = shares;
    const score = hit.score * share ** 2 * (1 + wholeName * Math.max(0, ...ofNames));
    return { ...hit, share, score };
  });
  const fullest = Math.max(...shared.map(({ share }) => share));
  return shared
    .filter(({ share }) => share >= fullest * leastShare)
    .sort((one, other) => other.score - one.score);
}
