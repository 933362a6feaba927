import { z } from 'zod';
import { id, nonEmptyText } from './id.ts';
import { citationSchema } from './source.ts';

/** Subjects of the words of `content/terminology.yaml`, in the order of the words page. */
export const wordingGroups = ['people', 'disorder', 'progress', 'care', 'policy'] as const;

/** Words that the course does not use, and those it uses instead; one entry of the words page. */
export const wordingSchema = z.strictObject({
  id,
  group: z.enum(wordingGroups),
  /** The words, as a reader meets them. */
  avoid: z.array(nonEmptyText.max(60)).min(1),
  /** Reason why the course does not use them, as a sentence. */
  reason: nonEmptyText.max(200),
  /** Words that the course uses instead. */
  instead: z.array(nonEmptyText.max(80)).min(1),
  /** Sources that advise so; empty where the choice is the course's own. */
  sources: z.array(citationSchema).default([]),
});

export type Wording = z.output<typeof wordingSchema>;
