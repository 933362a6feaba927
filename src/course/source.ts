import { z } from 'zod';
import { id, nonEmptyText } from './id.ts';

/** One document of the bibliography, `content/sources.yaml`. */
export const sourceSchema = z.strictObject({
  id,
  /** Short form shown beside a claim, such as "UN 1988" or "Blais et al. 2022"; unique. */
  short: nonEmptyText.max(48),
  /** People or bodies that wrote it. */
  authors: nonEmptyText.max(200),
  /** Family name of the first author as written in `authors`, if that is a person; lists are sorted by it. */
  family: nonEmptyText.max(60).optional(),
  /** Year of the edition that was read. */
  year: z.int().min(1900).max(2100),
  title: nonEmptyText.max(300),
  /** Journal, series or document number, such as "A/RES/45/110". */
  container: nonEmptyText.max(200).optional(),
  /** Address where it was read, or where it can be found. */
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum([
    'treaty',
    'resolution',
    'rules',
    'guidance',
    'study',
    'review',
    'report',
    'law',
    'web',
  ]),
  /** Date on which the source was last checked, YYYY-MM-DD. */
  checked: z.iso.date(),
  /**
   * Extent to which it was read: the whole text, an extract (the part cited), an abstract or summary, a report of it by
   * others, or not at all (then it is cited only as existing).
   */
  read: z.enum(['full', 'extract', 'abstract', 'secondary', 'unread']),
  /** Limits of the source that a reader should know. */
  note: nonEmptyText.max(400).optional(),
});

const firstOf = (authors: string): string => authors.split(/, | and | \(/)[0] ?? '';

export type Source = z.output<typeof sourceSchema>;

/**
 * The authors as a list of sources names them: the first by the family name, the others as they sign, such as "Mundt,
 * Adrian, Gergő Baranyi and others"; a body by its name.
 */
export function authorsInList({ authors, family }: Pick<Source, 'authors' | 'family'>): string {
  const [givenNames = '', ...after] =
    family === undefined ? [authors] : authors.split(` ${family}`);
  return family === undefined || after.length === 0
    ? authors
    : `${family}, ${givenNames}${after.join(` ${family}`)}`;
}

export const sourcesSchema = z.array(
  sourceSchema.refine(
    ({ authors, family }) => family === undefined || firstOf(authors).endsWith(` ${family}`),
    {
      path: ['family'],
      error:
        'The first of the authors does not end with this family name. Write it as "authors" has it.',
    },
  ),
);

/** A place in a source, such as `{ source: un-1988, at: "art. 3(4)(d)" }`. */
export const citationSchema = z.strictObject({
  source: id,
  /** Article, paragraph, rule, table or page; absent if the citation is of the whole document. */
  at: nonEmptyText.max(80).optional(),
});

export type Citation = z.output<typeof citationSchema>;

/** The full stop after a title; none after a title that ends with a mark of its own. */
export const stopAfter = (title: string): string => (/[.?!]$/.test(title) ? '' : '.');
