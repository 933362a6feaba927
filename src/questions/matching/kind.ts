import { z } from 'zod';
import { id, nonEmptyText } from '../../course/id.ts';
import { commonFields } from '../common-fields.ts';
import { defineKind, withoutStop } from '../kind.ts';

/** Each item belongs to one target; a target may serve several items, or none. */
export const matching = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('matching'),
    targets: z
      .array(z.strictObject({ id, text: nonEmptyText.max(120) }))
      .min(2)
      .max(8),
    items: z
      .array(
        z.strictObject({
          id,
          text: nonEmptyText.max(240),
          target: id,
          feedback: nonEmptyText.max(500),
        }),
      )
      .min(2)
      .max(8),
  }),
  response: 'matching',
  parts: ({ items }) => items,
  targets: ({ targets }) => targets,
  correct: ({ items }) => items.map(({ target }) => target),
  key({ items, targets }) {
    const textOf = new Map(targets.map(({ id: target, text }) => [target, text]));
    return {
      isNumbered: true,
      lines: items.map(({ id: item, target, feedback }) => ({
        id: item,
        words: withoutStop(textOf.get(target) ?? ''),
        feedback,
      })),
    };
  },
  problems({ id: question, items, targets }) {
    const targetIds = targets.map((target) => target.id);
    return items.flatMap(({ target }, index) =>
      targetIds.includes(target)
        ? []
        : [
            {
              field: `items.${index}.target`,
              message: `${question} has no target "${target}".`,
              suggestion: `Write one of: ${targetIds.join(', ')}.`,
            },
          ],
    );
  },
  scriptWords: { instead: ['question.instead', 'answer'] },
});
