import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';

/** `content/<language>/workshop/feedback.yaml`: feedback sheets, whose answers are summed. */
export const feedbackSchema = z.array(
  z.strictObject({
    id,
    title: nonEmptyText.max(80),
    /** Titles by day, the first day first, of a sheet that is handed in each day; each day is summed separately. */
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
