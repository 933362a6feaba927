import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';

/** `content/<language>/workshop/feedback.yaml`: sheets that participants hand in, to be added up. */
export const feedbackSchema = z.array(
  z.strictObject({
    id,
    title: nonEmptyText.max(80),
    /** Titles of a sheet that is handed in anew each day, the first day first; each day is added up by itself. */
    days: z.array(nonEmptyText.max(80)).min(2).max(5).optional(),
    summary: nonEmptyText.max(300),
    items: z
      .array(
        z.strictObject({
          id,
          text: nonEmptyText.max(240),
          /** Options to choose from; without options the sheet has lines to write on. */
          options: z.array(nonEmptyText.max(80)).min(2).max(6).optional(),
        }),
      )
      .min(2),
  }),
);

export type FeedbackSheet = z.output<typeof feedbackSchema>[number];
