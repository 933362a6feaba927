import { z } from 'zod';
import { stageSchema } from './content-schemas.ts';
import { nonEmptyText } from './id.ts';
import { citationSchema } from './source.ts';

/** One entry of `content/<language>/principles.yaml`. */
export const principleSchema = z.strictObject({
  /** Stage of the continuum, or all of it. */
  stage: z.union([stageSchema, z.literal('all')]),
  /** Subject, in a few words. */
  theme: nonEmptyText.max(80),
  statement: nonEmptyText.max(400),
  source: citationSchema,
  /** Whether the statement was verified in its source; readers see only verified ones. */
  verified: z.boolean(),
});

export type Principle = z.output<typeof principleSchema>;

/** Entries for the lesson on implementation principles, in the order in which they are shown. */
export const principlesSchema = z.array(principleSchema);
