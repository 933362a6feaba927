import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';

/** The initiative's lines of action, to which a gap belongs. */
const linesOfAction = [
  'pre-assessment',
  'leadership-group',
  'capacity-building',
  'technical-assistance',
  'demonstration',
] as const;

/**
 * `content/<language>/workshop/readiness.yaml`: questions for a country's self-assessment, and indicators to choose
 * from.
 */
export const readinessSchema = z.strictObject({
  areas: z
    .array(
      z.strictObject({
        id,
        title: nonEmptyText.max(60),
        items: z
          .array(
            z.strictObject({
              id,
              text: nonEmptyText.max(200),
              line: z.enum(linesOfAction),
              /** Four levels in words, the lowest first. */
              levels: z.array(nonEmptyText.max(160)).length(4),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
  indicators: z
    .array(z.strictObject({ id, title: nonEmptyText.max(80), definition: nonEmptyText.max(300) }))
    .min(1),
});

export type Readiness = z.output<typeof readinessSchema>;
