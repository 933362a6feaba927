import { z } from 'zod';
import { stageSchema } from '../course/content-schemas.ts';
import { id, prose, words } from '../course/id.ts';
import { citationSchema } from '../course/source.ts';

const option = z.strictObject({
  id,
  text: words.max(300),
  right: z.boolean().default(false),
  /** What this option teaches when it was chosen, right or wrong. */
  feedback: words.max(500),
});

const shared = {
  id,
  /** The learning objective, of the same module, that the question tests. */
  objective: id,
  /** In a lesson: unlimited tries, never reported. In the bank: drawn by the module check. */
  use: z.enum(['lesson', 'bank']),
  /** A wrong answer could cost a life: the result names it, whatever the score. */
  safety: z.boolean().optional(),
  /** The small situation and the question, in one or more paragraphs. */
  stem: prose.max(900),
  sources: z.array(citationSchema).min(1),
};

const single = z.strictObject({
  ...shared,
  kind: z.literal('single'),
  /** Options in the authored order. The order is append-only: what an LMS is told rests on it. */
  options: z.array(option).min(2).max(8),
  /** Whether the order of options carries meaning and must not be shuffled. */
  ordered: z.boolean().default(false),
});

const several = z.strictObject({
  ...shared,
  kind: z.literal('several'),
  options: z.array(option).min(3).max(8),
  ordered: z.boolean().default(false),
});

const matching = z.strictObject({
  ...shared,
  kind: z.literal('matching'),
  /** Each left-hand item belongs to one right-hand target; a target may serve several or none. */
  targets: z
    .array(z.strictObject({ id, text: words.max(120) }))
    .min(2)
    .max(8),
  items: z
    .array(z.strictObject({ id, text: words.max(240), target: id, feedback: words.max(500) }))
    .min(2)
    .max(8),
});

const ordering = z.strictObject({
  ...shared,
  kind: z.literal('ordering'),
  /** Steps in the right order; the learner sees them shuffled. */
  steps: z
    .array(z.strictObject({ id, text: words.max(240) }))
    .min(3)
    .max(8),
  feedback: words.max(700),
});

const numeric = z.strictObject({
  ...shared,
  kind: z.literal('numeric'),
  answer: z.number(),
  /** Greatest distance from the answer that still counts as right. */
  tolerance: z.number().min(0),
  unit: words.max(40).optional(),
  feedback: z.strictObject({ right: words.max(500), low: words.max(500), high: words.max(500) }),
});

const continuum = z.strictObject({
  ...shared,
  kind: z.literal('continuum'),
  /** Each item is placed on one of the four stages. */
  items: z
    .array(
      z.strictObject({ id, text: words.max(240), stage: stageSchema, feedback: words.max(500) }),
    )
    .min(2)
    .max(6),
});

/** One question of `content/<language>/modules/<module>/questions.yaml`. */
export const questionSchema = z.discriminatedUnion('kind', [
  single,
  several,
  matching,
  ordering,
  numeric,
  continuum,
]);

export type Question = z.output<typeof questionSchema>;
export type QuestionKind = Question['kind'];

export const questionsSchema = z.array(questionSchema);
