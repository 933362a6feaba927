import { guessOf } from './guess.ts';
import { LoadedTerms } from './loaded-terms.ts';
import { loadLunr } from './lunr-index.ts';
import type { MissingParts, SearchIndex } from './open-index.ts';
import { partName } from './parts.ts';
import { readQuery } from './query-words.ts';
import { type Hit, rankedHits } from './rank.ts';
import type { ShownSection } from './section.ts';

export type { Hit };

export interface Answer {
  /** `words`: a section has all words. `close`: none has, or has others spelt much like them. */
  readonly how: 'words' | 'close';
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The corrected query, where the one that was typed is misspelt. */
  readonly guess?: string;
  /** The sentence on a subject of the query that the course does not cover; empty where there is none. */
  readonly says: string;
}

/**
 * Sections that answer a query, best first. Any text is a query: it is taken as words, and lunr's query language, which
 * throws on a stray `~` or `title:`, is not used.
 * @param text as typed so far: without a space at its end, the last word may be unfinished
 * @param rank gives the lunr index of the terms that are asked for
 */
export function search(index: SearchIndex, text: string, rank = loadLunr): Answer | MissingParts {
  const loaded = new LoadedTerms(index);
  const typed = readQuery(text, loaded);
  const lack = loaded.lack();
  if (lack) return lack;
  const guess = guessOf(typed, loaded);
  // A word that was guessed may stand for another.
  const { words, says } = guess ? readQuery(guess, loaded) : typed;
  const further = loaded.lack();
  if (further) return further;
  const hits = rankedHits(loaded, words, rank);
  const hasAll =
    words.every(({ accepted }) => accepted[0]) && hits.some(({ share }) => share === 1);
  const how = !words[0] || (hasAll && !guess) ? 'words' : 'close';
  // What the course does not cover is not answered with what merely sounds like it.
  return { how, hits: says && how === 'close' ? [] : hits, says, guess };
}

/** The sections of these hits, as the results show them. */
export function shown(
  { firsts, loaded }: SearchIndex,
  hits: readonly Hit[],
): readonly ShownSection[] | MissingParts {
  const parts = new Set<string>();
  const found = hits.flatMap(({ position }) => {
    const part = firsts.findLastIndex((first) => first <= position);
    const name = partName.sections(part);
    const section = loaded.sections.get(name)?.[position - (firsts[part] ?? 0)];
    if (!section) parts.add(name);
    return section ?? [];
  });
  return parts.size > 0 ? { how: 'lack', parts } : found;
}

/** The first results are of as many pages; further ones stand as they were. */
const firstPages = 5;

/** Puts the best of each of the first pages before the rest, so that one long page does not fill the list. */
export function spread(hits: readonly Hit[]): Hit[] {
  const best = hits
    .filter((hit) => hit === hits.find(({ page }) => page === hit.page))
    .slice(0, firstPages);
  return [...best, ...hits.filter((hit) => !best.includes(hit))];
}
