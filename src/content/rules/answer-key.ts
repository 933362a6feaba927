import { kindOf } from '../../questions/question.ts';
import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

/** Questions that have no right answer, too many, or one that cannot be given; each kind knows its own. */
export const answerKey: Rule = {
  id: 'answer-key',
  check(content, report) {
    eachQuestion(content, (question, file, place) => {
      for (const { field, message, suggestion } of kindOf(question).problems?.(question) ?? [])
        report({ file, field: `${place}.${field}`, message, suggestion });
    });
  },
};
