import { z } from 'zod';
import type { Translate } from '../course/interface.ts';
import { id, nonEmptyText } from '../course/id.ts';
import type { AnswerKey, Problem } from './kind.ts';

/** Options to choose from: what the kinds `single` and `several` share. */

const optionSchema = z.strictObject({
  id,
  text: nonEmptyText.max(300),
  right: z.boolean().default(false),
  /** Feedback of an option, right or wrong, to a learner who chose it. */
  feedback: nonEmptyText.max(500),
});

type Option = z.output<typeof optionSchema>;

export const optionFields = {
  /** Options in authored order. The order is append-only, because reports to an LMS depend on it. */
  options: z.array(optionSchema).max(8),
  /** Whether the order of options carries meaning, so that they are not shuffled. */
  ordered: z.boolean().default(false),
};

/** Ids of the right options. */
export const rightOptions = (options: readonly Option[]): string[] =>
  options.flatMap(({ id: option, right }) => (right ? option : []));

/** The answer key of a question with options: for each, whether it is right, and its feedback. */
export const optionsKey = (options: readonly Option[], t: Translate): AnswerKey => ({
  lines: options.map(({ id: option, right, feedback }) => ({
    id: option,
    words: t(right ? 'lesson.right' : 'lesson.wrong'),
    feedback,
  })),
});

/** A question without a right option. */
export const optionProblems = (question: string, options: readonly Option[]): Problem[] =>
  rightOptions(options).length > 0
    ? []
    : [
        {
          field: 'options',
          message: `No option of ${question} is right.`,
          suggestion: 'Write "right: true" under the right one.',
        },
      ];
