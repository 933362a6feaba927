import { kindOf } from '../../questions/question.ts';
import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

/** Questions with no right answer, too many, or an impossible one; each question kind has its own check. */
export const answerKey: Rule = {
  id: 'answer-key',
  check(content, report) {
    eachQuestion(content, (question, file, place) => {
      for (const { field, message, suggestion } of kindOf(question).problems?.(question) ?? [])
        report({ file, field: `${place}.${field}`, message, suggestion });
    });
  },
};
