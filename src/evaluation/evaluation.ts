import { z } from 'zod';
import { id, nonEmptyText } from '../course/id.ts';

/** Subjects of the parts of the sheet: Kirkpatrick's levels 1 to 3, and between them the intention. */
const levels = ['reaction', 'learning', 'intention', 'behaviour'] as const;

const text = nonEmptyText.max(200);

/** One thing that is asked. What is kept and exported is kept under its id, or under two made of it. */
const itemSchema = z.discriminatedUnion('kind', [
  /** A statement, rated from 1 to 5. */
  z.strictObject({ id, kind: z.literal('scale'), text }),
  /** An ability, rated twice at the end: as it was before the course, and as it is now. */
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
  /** A few words of the learner's own. */
  z.strictObject({ id, kind: z.literal('text'), text, hint: nonEmptyText.max(200).optional() }),
]);

const partSchema = z.strictObject({
  level: z.enum(levels),
  heading: nonEmptyText.max(80),
  /** One or two sentences before the items. */
  text: nonEmptyText.max(300).optional(),
  /** Words for 1 to 5, the least first; needed where the part rates something. */
  labels: z.array(nonEmptyText.max(30)).length(5).optional(),
  items: z.array(itemSchema).min(1),
});

/** `content/<language>/evaluation.yaml`: the evaluation after the final, and the sheet of three months later. */
export const evaluationSchema = z.strictObject({
  sheet: z.array(partSchema).min(1),
  /**
   * Id of the item, of the kind `text`, in which a learner says what they will do: the sheet of three
   * months later begins with it.
   */
  commitment: id,
  followUp: z.array(partSchema).min(1),
});

export type EvaluationSheets = z.output<typeof evaluationSchema>;
export type EvaluationPart = z.output<typeof partSchema>;
export type EvaluationItem = z.output<typeof itemSchema>;

/** The sheets of a course, and whether the first is told to an LMS when the learner sends it. */
export interface Evaluation extends EvaluationSheets {
  readonly report: boolean;
}

/** The names under which the answers to an item are kept: its id, or two for an ability rated twice. */
export const answerNames = ({ id: item, kind }: EvaluationItem): string[] =>
  kind === 'before-after' ? [`${item}-before`, `${item}-now`] : [item];

/** Names of the answers to all items of some parts, in order: columns of the table, ids of interactions. */
export const namesIn = (parts: readonly EvaluationPart[]): string[] =>
  parts.flatMap(({ items }) => items.flatMap(answerNames));
