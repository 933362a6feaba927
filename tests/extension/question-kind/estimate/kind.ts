import { z } from 'zod';
import { nonEmptyText } from '../../../../src/course/id.ts';
import { commonFields } from '../../../../src/questions/common-fields.ts';
import { defineKind } from '../../../../src/questions/kind.ts';

/** A number that is estimated with a slider. */
export const estimate = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('estimate'),
    /** The right end of the slider; the left end is 0. */
    greatest: z.int().min(1),
    answer: z.int().min(0),
    tolerance: z.int().min(0),
    feedback: nonEmptyText,
  }),
  response: 'numeric',
  parts: () => [],
  correct: ({ answer, tolerance }) => [answer - tolerance, answer + tolerance].map(String),
  key: ({ answer, feedback }, _, number) => ({
    answer: number(answer),
    lines: [],
    explanation: feedback,
  }),
  problems: ({ answer, greatest }) =>
    answer <= greatest
      ? []
      : [
          {
            field: 'answer',
            message: `The slider ends at ${greatest}.`,
            suggestion: 'Raise "greatest", or lower the answer.',
          },
        ],
});
