import { z } from 'zod';
import { commonFields } from '../common-fields.ts';
import { defineKind } from '../kind.ts';
import { optionFields, optionProblems, optionsKey, rightOptions } from '../options.ts';

/** Some of the options are right, and all of these have to be chosen. */
export const several = defineKind({
  schema: z.strictObject({
    ...commonFields,
    kind: z.literal('several'),
    ...optionFields,
    options: optionFields.options.min(3),
  }),
  response: 'several',
  parts: ({ options }) => options,
  correct: ({ options }) => rightOptions(options),
  key: ({ options }, t) => optionsKey(options, t),
  problems: ({ id, options }) => [
    ...optionProblems(id, options),
    ...(rightOptions(options).length < options.length
      ? []
      : [
          {
            field: 'options',
            message: `Every option of ${id} is right.`,
            suggestion: 'Add an option that is wrong.',
          },
        ]),
  ],
});
