import type { LoadedTerms } from './loaded-terms.ts';
import { nearest, slipsIn } from './nearest.ts';
import { either, type ReadQuery } from './query-words.ts';
import { fold } from './word-form.ts';

/**
 * A query with the nearest words of the index in place of those that it has not.
 * @returns the whole query; empty where there is nothing like the words that are missing
 */
export function guessOf({ text, words }: ReadQuery, loaded: LoadedTerms): string {
  const hasOther = words.some(({ accepted }) => accepted[0]);
  // From the last to the first, so that the places of those before stay true.
  const guess = words.reduceRight((mended, { accepted, at }) => {
    if (accepted[0] || !at) return mended;
    const word = fold(text.slice(...at));
    if (!slipsIn(word)) return mended;
    // Few slip at the first letters, and to look for one among all words is dear.
    let near = nearest(word, loaded.listed(word));
    if (!near[0] && !hasOther && !loaded.lack()) near = nearest(word, loaded.listed(''));
    const meant = near.slice(0, 2).join(either) || text.slice(...at);
    return mended.slice(0, at[0]) + meant + mended.slice(at[1]);
  }, text);
  return guess === text ? '' : guess;
}
