import lunr from 'lunr';
import type { Posting } from './decode.ts';

/** What a word weighs by where it stands. */
export const weights = { title: 3, heading: 6, text: 1 } as const;
type Field = keyof typeof weights;

/** What of the whole course a section's rank depends on, beside the words that were asked. */
export interface Lengths {
  /** For each section, its page. */
  readonly pages: readonly number[];
  /** For each page, how many terms its title has. */
  readonly titles: readonly number[];
  /** For each section, how many terms its heading has, and one more; 0 when it has no heading. */
  readonly headings: readonly number[];
  /** For each section, how many terms its text has. */
  readonly texts: readonly number[];
}

/** The part of `lunr.Builder` that counts; lunr 2.3.9 fills it in `add` and ranks by it in `build`. */
interface Counts {
  documentCount: number;
  _documents: Record<string, object>;
  /** By term its number, and by field the sections that hold it. */
  invertedIndex: Record<string, { _index: number } & Record<Field, Record<string, object>>>;
  fieldTermFrequencies: Record<string, Record<string, number>>;
  fieldLengths: Record<string, number>;
}

/**
 * A lunr index of a few terms. It hands lunr the counts that its own `add` would have made of the
 * sections' full text, so weights, ranking and order are lunr's own: the score of a term depends on
 * the places of this term and on the lengths of all fields, not on other terms.
 * @returns an index whose refs are positions of sections (see `positionOf`), in the fields of
 * `weights`; it has no pipeline, since terms are made by `segments`
 */
export function lunrIndex(
  { pages, titles, headings, texts }: Lengths,
  postings: Iterable<readonly [term: string, posting: Posting]>,
): lunr.Index {
  const builder = new lunr.Builder();
  for (const [field, boost] of Object.entries(weights)) builder.field(field, { boost });
  const counts = builder as unknown as Counts;
  counts.documentCount = pages.length;
  pages.forEach((page, at) => {
    const ref = refOf(at);
    const title = titles[page] ?? 0;
    counts.fieldLengths[`title/${ref}`] = title; // lunr.FieldRef
    // What stands before the first heading stands under the title.
    counts.fieldLengths[`heading/${ref}`] = (headings[at] || title + 1) - 1;
    counts.fieldLengths[`text/${ref}`] = texts[at] ?? 0;
  });

  let number = 0;
  for (const [term, [inTitles, inHeadings, inTexts]] of postings) {
    // A term may be called "constructor": no prototypes.
    const posting = {
      _index: number++,
      title: bare<object>(),
      heading: bare<object>(),
      text: bare<object>(),
    };
    counts.invertedIndex[term] = posting;
    const note = (field: Field, at: number, often: number | undefined) => {
      if (often === undefined) return;
      const ref = refOf(at);
      posting[field][ref] = {};
      counts._documents[ref] ??= {};
      (counts.fieldTermFrequencies[`${field}/${ref}`] ??= bare())[term] = often;
    };
    pages.forEach((page, at) => {
      const often = inTitles.get(page);
      note('title', at, often);
      note('heading', at, headings[at] === 0 ? often : inHeadings.get(at));
      note('text', at, inTexts.get(at));
    });
  }
  return builder.build();
}

const bare = <T>() => Object.create(null) as Record<string, T>;

/** Not a bare number: objects with numbers for keys are stored as arrays full of holes. */
export const refOf = (position: number): string => `s${position}`;
export const positionOf = (ref: string): number => Number(ref.slice(1));
