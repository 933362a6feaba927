import { z } from 'zod';
import { id, nonEmptyText } from '../course/id.ts';
import { citationSchema } from '../course/source.ts';

const rowSchema = z.strictObject({
  id,
  /** Item to teach: a heading, an article or rule, or a line of the initiative's text. */
  row: nonEmptyText.max(400),
  /** Source of the row, where its own text was not read. */
  known: nonEmptyText.max(200).optional(),
  /** The article or rule, or several: each lesson named must cite one of them. */
  cites: citationSchema.optional(),
  /** Lessons that teach it. */
  lessons: z.array(id).default([]),
  /** Pages outside the lessons that hold it, as paths below `content/<language>/`. */
  pages: z.array(nonEmptyText).default([]),
});

/** `content/coverage.yaml`: what the course promised to teach, and in which lesson. */
export const coverageSchema = z.array(
  z.strictObject({
    id,
    title: nonEmptyText.max(120),
    rows: z.array(rowSchema).min(1),
  }),
);

export type Coverage = z.output<typeof coverageSchema>;
export type CoverageRow = z.output<typeof rowSchema>;
