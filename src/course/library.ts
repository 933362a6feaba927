import { z } from 'zod';
import { id, nonEmptyText } from './id.ts';
import { sourceSchema } from './source.ts';

/**
 * One document of `content/library.yaml`: the id of its entry in `sources.yaml`, or its bibliographic data if the
 * course does not cite it.
 */
const libraryEntry = z.union([
  z.strictObject({ id, source: id }),
  z.strictObject({
    id,
    document: sourceSchema.pick({ authors: true, title: true, checked: true, read: true }).extend({
      /** Year of publication; absent if it is unknown. */
      year: sourceSchema.shape.year.optional(),
      /** Document number or series, such as "E/RES/2017/19". */
      container: nonEmptyText.max(200).optional(),
      url: sourceSchema.shape.url.optional(),
    }),
  }),
]);

/** `content/library.yaml`: the background documents in their order, the same for every language. */
export const librarySchema = z.array(libraryEntry);

export type LibraryEntry = z.output<typeof libraryEntry>;

/** `content/<language>/library.yaml`: the words for `content/library.yaml`, by id. */
export const libraryWordsSchema = z.record(
  id,
  z.strictObject({
    /** Purpose of the document: who uses it, and when, in one or two sentences. */
    purpose: nonEmptyText.max(400),
    /** Note on how it was read here, or on its limits. */
    note: nonEmptyText.max(300).optional(),
  }),
);

export type LibraryWords = z.output<typeof libraryWordsSchema>;

/** A document of the library as a page shows it. */
export interface LibraryDocument {
  readonly id: string;
  /** Id of its entry in the bibliography, if the course cites it. */
  readonly source?: string;
  readonly authors: string;
  readonly year?: number | undefined;
  readonly title: string;
  readonly container?: string | undefined;
  readonly url?: string | undefined;
  readonly checked: string;
  readonly read: z.output<typeof sourceSchema>['read'];
  readonly purpose: string;
  readonly note?: string | undefined;
}
