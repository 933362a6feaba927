import { type Field, fieldBoosts } from './lunr-index.ts';

/**
 * The score that lunr gives a term in a field of a section, by its `createFieldVectors` with `b(0)`: a part of the
 * index need not hold it, because it follows from what the part says anyway. 5 is its `k1`, 6 is one more.
 * @param times how often the term stands in the field
 * @param rarity of the term, see `rarityOf`
 * @param weight of the page, see `boostOf`
 * @returns with three decimals
 */
export const scoreOf = (times: number, rarity: number, field: Field, weight: number): number =>
  Math.round(((rarity * (6 * times)) / (5 + times)) * fieldBoosts[field] * weight * 1000) / 1000;

/**
 * What lunr calls the inverse document frequency.
 * @param held how many fields of sections hold the term
 * @param sections how many there are in all
 */
export const rarityOf = (held: number, sections: number): number =>
  Math.log(1 + Math.abs((sections - held + 0.5) / (held + 0.5)));
