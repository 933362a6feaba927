import type { FeedbackSheet } from './feedback.ts';
import type { QuestionSet } from './question-set.ts';

/** The questions of a feedback sheet that have options, because only their answers can be summed. */
export const feedbackSet = ({ id: name, items }: FeedbackSheet): QuestionSet => ({
  id: name,
  questions: items.flatMap(({ id: item, text, options }) =>
    options ? [{ id: item, objective: item, stem: text, options }] : [],
  ),
});
