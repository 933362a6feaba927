import lunr from 'lunr';
import { boostOf } from './kind.ts';
import type { Section } from './section.ts';
import { type Cut, cutIn, indexTerms } from './segments.ts';

/** Weights of words by field: lunr's field boosts. */
export const fieldBoosts = { title: 6, heading: 6, text: 1 } as const;
export type Field = keyof typeof fieldBoosts;
export const fields = Object.keys(fieldBoosts) as Field[];

/** The serialized index: `Index.toJSON` of lunr gives it, `Index.load` takes it. */
export interface SerializedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  /** By `field/ref`, pairs of the number of a term and its score. */
  readonly fieldVectors: readonly (readonly [fieldRef: string, elements: readonly number[]])[];
  /** Sorted by term. */
  readonly invertedIndex: readonly (readonly [term: string, posting: SerializedPosting])[];
  readonly pipeline: readonly string[];
}
type SerializedPosting = { readonly _index: number } & Readonly<
  Record<Field, Readonly<Record<string, object>>>
>;

/** By field, the score of a term in each section that holds it; sections by number, ascending. */
export type Posting = Readonly<Record<Field, ReadonlyMap<number, number>>>;

/**
 * Indexes sections with `lunr.Builder`. Its pipelines are empty, because terms are made by
 * `segments` for texts and queries alike. Length normalization is off (`b(0)`): sections are of
 * like length, and a term then has few different scores, which keeps the parts small. Repeated words count for more
 * than by lunr's own `k1` of 1.2: of two pages that are called alike, the one that is called so in more ways is meant.
 * Of a text it counts whether it holds a word that its heading has not, not how often: measured over 1,400 queries, the
 * rest found nothing more, and weighed a twentieth of the index.
 * @param names by the path of a page below its language, further terms that it is looked for by
 * @param common terms that tell something in a name or a heading only
 * @param cut cuts texts into words
 * @returns the serialized index; refs are the numbers of the sections
 */
export function buildLunr(
  sections: readonly Section[],
  language: string,
  names: Readonly<Record<string, readonly string[]>> = {},
  common: ReadonlySet<string> = new Set(),
  cut: Cut = cutIn(language),
): SerializedIndex {
  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.b(0);
  builder.k1(5);
  for (const field of fields) builder.field(field, { boost: fieldBoosts[field] });
  sections.forEach(({ href, title, heading, text }, number) => {
    const termsOf = (one: string) => indexTerms(one, language, cut);
    // What stands before the first heading stands under the title.
    const named = heading
      ? termsOf(heading)
      : [...[title, title].flatMap(termsOf), ...(names[pathOf(href)] ?? [])];
    const document = {
      ref: String(number),
      title: termsOf(title),
      heading: named,
      text: [...new Set(termsOf(text))].filter(
        (term) => !named.includes(term) && !common.has(term),
      ),
    };
    builder.add(document, { boost: boostOf(href) });
  });
  return builder.build().toJSON() as SerializedIndex;
}

/** The path of a page below its language: `trial/choosing-a-sentence` of `en/trial/choosing-a-sentence.html`. */
export const pathOf = (href: string) => href.replace(/^[^/]*\/|\.html$/g, '');

/** Takes a serialized index apart by term, in the order of the terms. */
export function postingsOf(index: SerializedIndex): Map<string, Posting> {
  const vectors = new Map(
    index.fieldVectors.map(([ref, elements]) => [
      ref,
      new Map(
        elements.flatMap((term, i) => (i % 2 === 0 ? [[term, elements[i + 1] ?? 0] as const] : [])),
      ),
    ]),
  );
  return new Map(
    index.invertedIndex.map(([term, posting]) => {
      const scores = (field: Field) =>
        new Map(
          Object.keys(posting[field])
            .map(Number)
            .toSorted((one, other) => one - other)
            .map((ref) => [ref, vectors.get(`${field}/${ref}`)?.get(posting._index) ?? 0]),
        );
      return [term, { title: scores('title'), heading: scores('heading'), text: scores('text') }];
    }),
  );
}

/**
 * A lunr index of a few terms: the subset of the serialized index that holds them. A score in lunr
 * depends on the vector elements of the terms asked for and on no others, so results, scores and
 * order are those of the whole index.
 */
export function loadLunr(postings: ReadonlyMap<string, Posting>): lunr.Index {
  const terms = [...postings].sort(([one], [other]) => (one < other ? -1 : 1));
  const vectors = new Map<string, number[]>();
  const invertedIndex = terms.map(([term, posting], number): [string, object] => {
    const refs = (field: Field) =>
      Object.fromEntries(
        [...posting[field]].map(([ref, score]) => {
          const fieldRef = `${field}/${ref}`;
          vectors.set(fieldRef, [...(vectors.get(fieldRef) ?? []), number, score]);
          return [ref, {}];
        }),
      );
    return [
      term,
      { _index: number, title: refs('title'), heading: refs('heading'), text: refs('text') },
    ];
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex,
    pipeline: [],
  });
}
