/**
 * A place in a law as a list of numbers, so that places can be compared: `3(4)(d)` is 3, 4, 4 and rule `3.10` is 3, 10.
 */
type Place = readonly number[];

const onePlace = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*`;

const toPlace = (text: string): Place =>
  [...text.matchAll(/\d+|(?<=\()[a-z](?=\))/g)].map(([part]) =>
    /\d/.test(part) ? Number(part) : part.charCodeAt(0) - 96,
  );

/** Compares two places part by part, as far as the shorter one goes. */
function compare(a: Place, b: Place): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `exact`: the place itself, a part of it, or a range around it. `wider`: only a whole that contains it. */
export type Cover = 'exact' | 'wider' | 'none';

/**
 * Extent to which a citation covers a place of the source it names.
 * @param at the citation's place, such as `art. 3(4)(b) to (d)` or `rules 3.1 to 3.3, 3.5`
 * @param place one article, paragraph or rule, such as `3(4)(c)` or `3.2`
 */
export function cover(at: string, place: string): Cover {
  const locator = toPlace(place);
  const range = new RegExp(
    String.raw`(${onePlace}) (?:to|and) ((?:\([a-z0-9]+\))+)|(${onePlace}) to (${onePlace})`,
    'g',
  );
  let exact = false;
  let wider = false;
  for (const [words, first, ending, from, to] of at.matchAll(range)) {
    const start = toPlace(first ?? from ?? '');
    const end =
      ending === undefined
        ? toPlace(to ?? '')
        : [...start.slice(0, -toPlace(ending).length), ...toPlace(ending)];
    const inside = compare(start, locator) <= 0 && compare(locator, end) <= 0;
    // "38(1) and (3)" names two places; "38(1) to (3)" those between as well.
    const named = words.includes(' and ')
      ? compare(start, locator) === 0 || compare(locator, end) === 0
      : inside;
    if (named) exact = true;
  }
  for (const named of placesIn(at)) {
    const cited = toPlace(named);
    if (compare(cited, locator) !== 0) continue;
    if (cited.length >= locator.length) exact = true;
    else wider = true;
  }
  return exact ? 'exact' : wider ? 'wider' : 'none';
}

/** Every place that a citation names. */
export const placesIn = (at: string): string[] =>
  [...at.matchAll(new RegExp(onePlace, 'g'))].map(([place]) => place);
