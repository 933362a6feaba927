import type { Rule } from './rule.ts';

/** Banks with fewer questions than their check draws. */
export const bankSize: Rule = {
  id: 'bank-size',
  check({ course, questions, language }, report) {
    for (const { id, check } of course.modules) {
      const bank = questions.get(id)?.filter(({ use }) => use === 'bank').length;
      if (check !== undefined && bank !== undefined && bank < check.draw)
        report({
          file: `${language}/modules/${id}/questions.yaml`,
          message: `The bank has ${bank} questions, and the check draws ${check.draw}.`,
          suggestion: 'Write more questions with use: bank.',
        });
    }
  },
};
