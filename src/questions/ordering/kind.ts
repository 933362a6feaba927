import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';
import { commonFields } from '../common-fields.ts';
import { defineKind, withoutStop } from '../kind.ts';

/** Steps to put in order. */
export const ordering = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('ordering'),
    /** Steps in the right order; the learner sees them shuffled. */
    steps: z
      .array(z.strictObject({ id, text: nonEmptyText.max(240) }))
      .min(3)
      .max(8),
    feedback: nonEmptyText.max(700),
  }),
  response: 'ordering',
  parts: ({ steps }) => steps,
  correct: ({ steps }) => steps.map((step) => step.id),
  key: ({ steps, feedback }, t) => ({
    heading: `${t('question.order')}:`,
    isNumbered: true,
    isAnswer: true,
    lines: steps.map(({ id: step, text }) => ({ id: step, words: withoutStop(text) })),
    explanation: feedback,
  }),
  scriptWords: {
    moved: ['question.moved', 'number', 'total', 'step'],
    'in-place': ['question.inPlace', 'count', 'total'],
  },
  hasPaperInstruction: true,
});
