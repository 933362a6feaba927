import lunr from 'lunr';
import type { IndexedSection } from './section.ts';
import { indexTerms } from './segments.ts';

/** What a word weighs by where it stands. */
export const weights = { title: 3, heading: 6, text: 1 } as const;
type Field = keyof typeof weights;

/** Number of a term, and by field the sections that hold it. */
type Posting = { _index: number } & Record<Field, Record<string, object>>;

/** The part of `lunr.Builder` that counts; lunr 2.3.9 fills it in `add` and ranks by it in `build`. */
interface Counts {
  documentCount: number;
  termIndex: number;
  _documents: Record<string, object>;
  invertedIndex: Record<string, Posting>;
  fieldTermFrequencies: Record<string, Record<string, number>>;
  fieldLengths: Record<string, number>;
}

/**
 * The lunr index of a decoded file. It hands lunr the counts that its own `add` would have made of
 * the sections' full text, so weights, ranking and order are lunr's own.
 * @returns an index whose refs are positions in `sections` (see `positionOf`), in the fields of `weights`; it has no
 * pipeline, since terms are made by `segments`
 */
export function lunrIndex(sections: readonly IndexedSection[], language: string): lunr.Index {
  const builder = new lunr.Builder();
  for (const [field, boost] of Object.entries(weights)) builder.field(field, { boost });
  const counts = builder as unknown as Counts;
  const titles = new Map<string, Map<string, number>>();

  sections.forEach(({ title, heading, excerpt, rest }, position) => {
    const ref = refOf(position);
    counts._documents[ref] = {};
    counts.documentCount += 1;
    const ofTitle = titles.get(title) ?? tally(title, language);
    titles.set(title, ofTitle);
    add(counts, ref, 'title', ofTitle);
    // What stands before the first heading stands under the title.
    add(counts, ref, 'heading', heading ? tally(heading, language) : ofTitle);
    add(counts, ref, 'text', tally(excerpt, language, rest));
  });
  return builder.build();
}

/** Not a bare number: objects with numbers for keys are stored as arrays full of holes. */
export const refOf = (position: number): string => `s${position}`;
export const positionOf = (ref: string): number => Number(ref.slice(1));

/** How often each term stands in a text, added to what was counted before. */
function tally(text: string, language: string, before?: ReadonlyMap<string, number>) {
  const found = new Map(before);
  for (const term of indexTerms(text, language)) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/** One for all that have none: thousands of empty objects would cost a phone more than the ranking. */
const none: Readonly<Record<string, object>> = Object.freeze({});

function add(counts: Counts, ref: string, field: Field, terms: ReadonlyMap<string, number>) {
  // A term may be called "constructor": no prototype.
  const frequencies = Object.create(null) as Record<string, number>;
  let length = 0;
  for (const [term, often] of terms) {
    frequencies[term] = often;
    length += often;
    const posting = (counts.invertedIndex[term] ??= {
      _index: counts.termIndex++,
      title: none,
      heading: none,
      text: none,
    });
    if (posting[field] === none) posting[field] = Object.create(null) as Record<string, object>;
    posting[field][ref] = none;
  }
  const name = `${field}/${ref}`; // lunr.FieldRef
  counts.fieldTermFrequencies[name] = frequencies;
  counts.fieldLengths[name] = length;
}
