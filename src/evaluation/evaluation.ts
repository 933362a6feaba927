import { z } from 'zod';
import { id, nonEmptyText } from '../course/id.ts';

/** Levels of the parts of the sheet: Kirkpatrick's levels 1 to 3, and the intention in between. */
const levels = ['reaction', 'learning', 'intention', 'behaviour'] as const;

const text = nonEmptyText.max(200);

/** One item. Its answers are stored and exported under its id, or under two names derived from it. */
const itemSchema = z.discriminatedUnion('kind', [
  /** A statement, rated from 1 to 5. */
  z.strictObject({ id, kind: z.literal('scale'), text }),
  /** An ability, rated twice at the end: as before the course, and as now. */
  z.strictObject({ id, kind: z.literal('before-after'), text }),
  z.strictObject({
    id,
    kind: z.literal('single'),
    text,
    options: z
      .array(z.strictObject({ id, text: nonEmptyText.max(120) }))
      .min(2)
      .max(10),
  }),
  /** A short text in the learner's own words. */
  z.strictObject({ id, kind: z.literal('text'), text, hint: nonEmptyText.max(200).optional() }),
]);

const partSchema = z.strictObject({
  level: z.enum(levels),
  heading: nonEmptyText.max(80),
  /** One or two sentences before the items. */
  text: nonEmptyText.max(300).optional(),
  /** Labels for 1 to 5, lowest first; required if the part contains ratings. */
  labels: z.array(nonEmptyText.max(30)).length(5).optional(),
  items: z.array(itemSchema).min(1),
});

/** `content/<language>/evaluation.yaml`: the evaluation after the final, and the follow-up sheet three months later. */
export const evaluationSchema = z.strictObject({
  sheet: z.array(partSchema).min(1),
  /**
   * Id of the item, of the kind `text`, in which a learner states what they will do; the follow-up sheet begins with
   * it.
   */
  commitment: id,
  followUp: z.array(partSchema).min(1),
});

export type EvaluationSheets = z.output<typeof evaluationSchema>;
export type EvaluationPart = z.output<typeof partSchema>;
export type EvaluationItem = z.output<typeof itemSchema>;

/** The sheets of a course, and whether the first can be sent to an LMS by the learner. */
export interface Evaluation extends EvaluationSheets {
  readonly report: boolean;
}

/** The names under which the answers to an item are stored: its id, or two for an ability rated twice. */
export const answerNames = ({ id: item, kind }: EvaluationItem): string[] =>
  kind === 'before-after' ? [`${item}-before`, `${item}-now`] : [item];

/**
 * Names of the answers to all items of the given parts, in order; used as columns of the table and ids of interactions.
 */
export const namesIn = (parts: readonly EvaluationPart[]): string[] =>
  parts.flatMap(({ items }) => items.flatMap(answerNames));
