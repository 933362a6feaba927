import lunr from 'lunr';
import type { IndexedSection } from './section.ts';
import { indexTerms } from './segments.ts';

/** What a word weighs by where it stands. */
export const weights = { title: 3, heading: 6, text: 1 } as const;
type Field = keyof typeof weights;

/** The part of `lunr.Builder` that counts; lunr 2.3.9 fills it in `add` and ranks by it in `build`. */
interface Counts {
  documentCount: number;
  termIndex: number;
  _documents: Record<string, object>;
  invertedIndex: Record<string, Record<string, unknown>>;
  fieldTermFrequencies: Record<string, Record<string, number>>;
  fieldLengths: Record<string, number>;
}

/**
 * The lunr index of a decoded file. It hands lunr the counts that its own `add` would have made of
 * the sections' full text, so weights, ranking and order are lunr's own.
 * @returns an index whose refs are positions in `sections`, in the fields of `weights`; it has no
 * pipeline, since terms are made by `segments`
 */
export function lunrIndex(sections: readonly IndexedSection[], language: string): lunr.Index {
  const builder = new lunr.Builder();
  for (const [field, boost] of Object.entries(weights)) builder.field(field, { boost });
  const counts = builder as unknown as Counts;
  const titles = new Map<string, Map<string, number>>();

  sections.forEach(({ title, heading, excerpt, rest }, ref) => {
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

/** How often each term stands in a text, added to what was counted before. */
function tally(text: string, language: string, before?: ReadonlyMap<string, number>) {
  const found = new Map(before);
  for (const term of indexTerms(text, language)) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

function add(counts: Counts, ref: number, field: Field, terms: ReadonlyMap<string, number>) {
  const name = `${field}/${String(ref)}`; // lunr.FieldRef
  const ofField: Record<string, number> = Object.create(null);
  let length = 0;
  for (const [term, often] of terms) {
    ofField[term] = often;
    length += often;
    const entry = (counts.invertedIndex[term] ??= Object.assign(Object.create(null), {
      _index: counts.termIndex++,
      title: Object.create(null),
      heading: Object.create(null),
      text: Object.create(null),
    }));
    (entry[field] as Record<string, object>)[ref] = Object.create(null);
  }
  counts.fieldTermFrequencies[name] = ofField;
  counts.fieldLengths[name] = length;
}
