import { z } from 'zod';
import { stageSchema } from '../../course/content-schemas.ts';
import { id, nonEmptyText } from '../../course/id.ts';
import { stages } from '../../course/stage.ts';
import { commonFields } from '../common-fields.ts';
import { defineKind } from '../kind.ts';

/** Each item is placed on one of the four stages of the continuum. */
export const continuum = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('continuum'),
    items: z
      .array(
        z.strictObject({
          id,
          text: nonEmptyText.max(240),
          stage: stageSchema,
          feedback: nonEmptyText.max(500),
        }),
      )
      .min(2)
      .max(6),
  }),
  response: 'continuum',
  parts: ({ items }) => items,
  targets: (_, t) => stages.map((stage) => ({ id: stage, text: t(`stage.${stage}`) })),
  correct: ({ items }) => items.map(({ stage }) => stage),
  key: ({ items }, t) => ({
    isNumbered: true,
    lines: items.map(({ id: item, stage, feedback }) => ({
      id: item,
      words: t(`stage.${stage}`),
      feedback,
    })),
  }),
  scriptWords: { instead: ['question.instead', 'answer'] },
});
