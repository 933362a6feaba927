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
  Record<Field, Readonly<Record<string, Metadata>>>
>;
/** What lunr keeps of a term in a field and gives back with a match (`Place`). */
interface Metadata {
  readonly name: readonly number[];
}

/** A section that holds a term in a field. */
export interface Place {
  readonly score: number;
  /** For each time that it stands there, the number of the name of several words that it is part of, from 1; 0 for one alone. */
  readonly names: readonly number[];
}
/** By field, where a term stands; sections by number, ascending. */
export type Posting = Readonly<Record<Field, ReadonlyMap<number, Place>>>;

/**
 * Indexes sections with `lunr.Builder`. Its pipelines are empty, because terms are made by
 * `segments` for texts and queries alike. Length normalization is off (`b(0)`): sections are of
 * like length, and a term then has few different scores, which keeps the parts small. Repeated words count for more
 * than by lunr's own `k1` of 1.2: of two pages that are called alike, the one that is called so in more ways is meant.
 * Of a text it counts whether it holds a word that its heading has not, not how often: measured over 1,400 queries, the
 * rest found nothing more, and weighed a twentieth of the index. Nor did words that many texts hold, where readers have
 * them in names: without them, a right page was as often first, and the index a fifth smaller.
 * @param names by the path of a page below its language, the terms of each further name that it is looked for by
 * @param common terms that tell something in a name or a heading only
 * @param cut cuts texts into words
 * @returns the serialized index; refs are the numbers of the sections
 */
export function buildLunr(
  sections: readonly Section[],
  language: string,
  names: Readonly<Record<string, readonly (readonly string[])[]>> = {},
  common: ReadonlySet<string> = new Set(),
  cut: Cut = cutIn(language),
): SerializedIndex {
  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.b(0);
  builder.k1(2.2);
  for (const field of fields) builder.field(field, { boost: fieldBoosts[field] });
  builder.metadataWhitelist = ['name'];
  builder.tokenizer = asTokens;
  const termsOf = (one: string) => indexTerms(one, language, cut);
  const texts = sections.map(({ text }) => new Set(termsOf(text)));
  const holders = Map.groupBy(
    texts.flatMap((terms) => [...terms]),
    (term) => term,
  );
  const isNamed = new Set(Object.values(names).flat(2));
  const tells = (term: string) =>
    !common.has(term) && !(isNamed.has(term) && (holders.get(term)?.length ?? 0) >= widespread);
  sections.forEach(({ href, title, heading }, number) => {
    // What stands before the first heading stands under the title.
    const own = heading
      ? [termsOf(heading)]
      : [termsOf(title), termsOf(title), ...(names[pathOf(href)] ?? [])];
    const named = new Set(own.flat());
    const document = {
      ref: String(number),
      title: [termsOf(title)],
      heading: own,
      text: [...(texts[number] ?? [])]
        .filter((term) => !named.has(term) && tells(term))
        .map((term) => [term]),
    };
    builder.add(document, { boost: boostOf(href) });
  });
  return builder.build().toJSON() as SerializedIndex;
}

/** A word that readers have in names, and so many texts hold, is found in names and headings only. */
const widespread = 8;
/** Names next to each other in the list of a page are of one matter, and count as one: its title twice is the first. */
const together = 2;

/** The terms of names as tokens of lunr, each with the number of its name (`Place`). */
const asTokens = ((names: readonly (readonly string[])[]) =>
  names.flatMap((terms, i) => {
    const name = terms.length > 1 ? 1 + Math.floor(i / together) : 0;
    return terms.map((term) => new lunr.Token(term, { name }));
  })) as typeof lunr.tokenizer;

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
            .map((ref): [number, Place] => {
              const score = vectors.get(`${field}/${ref}`)?.get(posting._index) ?? 0;
              return [
                ref,
                {
                  score,
                  names: (posting[field][ref]?.name ?? []).toSorted((one, other) => one - other),
                },
              ];
            }),
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
        [...posting[field]].map(([ref, { score, names }]): [number, Metadata] => {
          const fieldRef = `${field}/${ref}`;
          vectors.set(fieldRef, [...(vectors.get(fieldRef) ?? []), number, score]);
          return [ref, { name: names }];
        }),
      );
    const places = fields.map((field) => [field, refs(field)]);
    return [term, { _index: number, ...Object.fromEntries(places) }];
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex,
    pipeline: [],
  });
}
