import { z } from 'zod';
import { commonFields } from '../common-fields.ts';
import { defineKind } from '../kind.ts';
import { optionFields, optionProblems, optionsKey, rightOptions } from '../options.ts';

/** One option is right. */
export const single = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('single'),
    ...optionFields,
    options: optionFields.options.min(2),
  }),
  response: 'single',
  parts: ({ options }) => options,
  correct: ({ options }) => rightOptions(options),
  key: ({ options }, t) => optionsKey(options, t),
  problems({ id, options }) {
    const right = rightOptions(options).length;
    return [
      ...optionProblems(id, options),
      ...(right <= 1
        ? []
        : [
            {
              field: 'options',
              message: `${right} options of ${id} are right.`,
              suggestion: 'Leave one, or write "kind: several".',
            },
          ]),
    ];
  },
});
