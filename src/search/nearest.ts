/**
 * How many slips a word may hold: none when it is short, else too many words would be near; nor with a digit in it,
 * since 58/6 is another resolution and not a misspelt 58/5.
 */
export const slipsIn = (word: string): number =>
  word.length < 4 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2;

/** How much of a word an ending may add that no listed form of it has: "monitering" is "monitor" with one. */
const longestEnding = 0.5;
/** The cost of a letter of an ending, against 1 for a slip: "metadone" is nearer to "methadon" than to "meta". */
const ofEnding = 0.6;

/** Whether a misspelt word may mean this term: it is not too short to tell, and not a number. */
export const hasNeighbours = (term: string): boolean => term.length >= 3 && !/\d/.test(term);

/** A word with one spelling for what sounds alike: "buprinorfin" and "deportashun" are few slips away. */
const soundOf = (word: string): string => word.replace(/ph/g, 'f').replace(/tion|shun/g, 'sn');

/**
 * The terms of the index that a misspelt word most likely means: one, or several that are equally near.
 * @param typed folded, not stemmed: "diverison"
 * @param terms stems: "divers"; the start of the word is compared with them, so that an ending or
 * an unfinished one does not count as a slip
 * @returns none when nothing is near
 */
export function nearest(typed: string, terms: Iterable<string>): string[] {
  const word = soundOf(typed);
  const slips = slipsIn(word);
  let best: string[] = [];
  let least = 9;
  for (const listed of terms) {
    const term = soundOf(listed);
    if (term.length > word.length + slips) continue;
    if (word.length - slips > term.length * (1 + longestEnding)) continue;
    // Few slip at the first letter.
    const distance =
      (term[0] === word[0] ? 0 : 1) + slipsBetween(term, word, Math.min(slips, slipsIn(term)));
    if (distance < least) [best, least] = [[listed], distance];
    else if (distance === least) best.push(listed);
  }
  return best;
}

/**
 * Letters put in, left out, exchanged or swapped with their neighbour (optimal string alignment)
 * between a stem and the start of a word, and a part of one for each letter of the word after it.
 * Infinity above `limit` or with more letters after it than an ending has.
 */
function slipsBetween(stem: string, word: string, limit: number): number {
  const rows = [Array.from({ length: word.length + 1 }, (_, i) => i)];
  for (let s = 1; s <= stem.length; s++) {
    const row = [s];
    for (let w = 1; w <= word.length; w++) {
      const own = stem.charAt(s - 1);
      const other = word.charAt(w - 1);
      const isSwapped = own === word[w - 2] && stem[s - 2] === other;
      // Few write another letter where it does not sound alike: "relase" is no "relate", and "polise" is no "polite".
      const exchange = own === other ? 0 : /[aeiouy]{2}|[cs]{2}/.test(own + other) ? 1 : 1.01;
      row[w] = Math.min(
        at(rows[s - 1], w) + 1,
        at(row, w - 1) + 1,
        at(rows[s - 1], w - 1) + exchange,
        isSwapped ? at(rows[s - 2], w - 2) + 1 : Infinity,
      );
    }
    rows[s] = row;
  }
  const ends = (rows[stem.length] ?? []).map((distance, w) => {
    const ending = word.length - w;
    return ending > stem.length * longestEnding || distance >= limit + 1
      ? Infinity
      : distance + ending * ofEnding;
  });
  return Math.min(...ends);
}

const at = (row: readonly number[] | undefined, i: number) => row?.[i] ?? Infinity;
