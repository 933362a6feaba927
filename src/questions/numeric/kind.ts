import { z } from 'zod';
import { nonEmptyText } from '../../course/id.ts';
import { commonFields } from '../common-fields.ts';
import { defineKind } from '../kind.ts';
import { writtenNumber } from '../written-number.ts';

/** One number, right within a tolerance. */
export const numeric = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('numeric'),
    answer: z.number(),
    /** Greatest distance from the answer that still counts as right. */
    tolerance: z.number().min(0),
    unit: nonEmptyText.max(40).optional(),
    feedback: z.strictObject({
      right: nonEmptyText.max(500),
      low: nonEmptyText.max(500),
      high: nonEmptyText.max(500),
    }),
  }),
  response: 'numeric',
  parts: () => [],
  correct: ({ answer, tolerance }) => [answer - tolerance, answer + tolerance].map(String),
  key: ({ answer, tolerance, unit, feedback }, t, number) => ({
    answer: [number(answer), unit].filter(Boolean).join(' '),
    ...(tolerance > 0 && { note: t('question.tolerance', { tolerance: number(tolerance) }) }),
    lines: (['right', 'low', 'high'] as const).map((id) => ({
      id,
      words: t(id === 'right' ? 'lesson.right' : `question.${id}`),
      feedback: feedback[id],
    })),
  }),
  problems: ({ answer }) =>
    writtenNumber(String(answer)) !== undefined
      ? []
      : [
          {
            field: 'answer',
            message: `The form cannot take ${answer} as one clear number.`,
            suggestion:
              'Ask for one of at most seven digits and two decimals, and set the tolerance to fit.',
          },
        ],
});
