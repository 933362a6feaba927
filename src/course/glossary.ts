import { z } from 'zod';
import { id, nonEmptyText } from './id.ts';
import { citationSchema } from './source.ts';

/** One term of `content/<language>/glossary.yaml`. */
export const termSchema = z.strictObject({
  id,
  term: nonEmptyText.max(60),
  /** Plain definition, one to three sentences. */
  definition: nonEmptyText.max(400),
  /** Other names under which search and readers may look for it. */
  also: z.array(nonEmptyText.max(60)).default([]),
  sources: z.array(citationSchema).default([]),
});

export type Term = z.output<typeof termSchema>;

export const glossarySchema = z.array(termSchema);
