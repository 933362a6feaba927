import * as z from 'zod/mini';

const lines = z.string().check(z.maxLength(40_000));

/** A trainer's entries on a page of answers, as typed. */
export const answersSchema = z.strictObject({
  /** Lines of the only set, or of the first time. */
  before: lines,
  after: lines,
  /** Raised hands, by question and option. */
  hands: z.record(z.string().check(z.maxLength(60)), z.array(z.int().check(z.gte(0), z.lte(9999)))),
  /** Answers written by hand on sheets, one a line, by item. */
  written: z.optional(z.record(z.string().check(z.maxLength(60)), lines)),
});

export type AnswersWork = z.output<typeof answersSchema>;
