import { writtenNumber } from '../../questions/written-number.ts';
import { oneOf } from '../diagnostics/nearest-name.ts';
import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

/** Questions that have no right answer, too many, or one that cannot be given. */
export const answerKey: Rule = {
  id: 'answer-key',
  check(content, report) {
    eachQuestion(content, (question, file, place) => {
      const tell = (field: string, message: string, suggestion: string) =>
        report({ file, field: `${place}.${field}`, message, suggestion });
      if (question.kind === 'single' || question.kind === 'several') {
        const right = question.options.filter((option) => option.right).length;
        if (right === 0)
          tell(
            'options',
            `No option of ${question.id} is right.`,
            'Write "right: true" under the right one.',
          );
        if (question.kind === 'single' && right > 1)
          tell(
            'options',
            `${right} options of ${question.id} are right.`,
            'Leave one, or write "kind: several".',
          );
        if (question.kind === 'several' && right === question.options.length)
          tell(
            'options',
            `Every option of ${question.id} is right.`,
            'Add an option that is wrong.',
          );
      }
      if (question.kind === 'numeric' && writtenNumber(String(question.answer)) === undefined)
        tell(
          'answer',
          `The form cannot take ${question.answer} as one clear number.`,
          'Ask for one of at most seven digits and two decimals, and set the tolerance to fit.',
        );
      if (question.kind === 'matching') {
        const targets = question.targets.map(({ id }) => id);
        question.items.forEach(({ target }, index) => {
          if (!targets.includes(target))
            tell(
              `items.${index}.target`,
              `${question.id} has no target "${target}".`,
              oneOf(target, targets, ''),
            );
        });
      }
    });
  },
};
