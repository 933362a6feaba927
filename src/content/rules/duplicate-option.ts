import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

const lists = ['options', 'items', 'targets', 'steps'] as const;

/** Options, items, targets or steps of a question that nobody could tell apart. */
export const duplicateOption: Rule = {
  id: 'duplicate-option',
  check(content, report) {
    eachQuestion(content, (question, file, place) => {
      for (const list of lists) {
        const parts =
          (question as Partial<Record<typeof list, { id: string; text: string }[]>>)[list] ?? [];
        const what = list.slice(0, -1);
        const texts = new Set<string>();
        const ids = new Set<string>();
        parts.forEach(({ id, text }, index) => {
          if (texts.has(text))
            report({
              file,
              field: `${place}.${list}.${index}.text`,
              message: `${what[0]?.toUpperCase()}${what.slice(1)} "${text}" appears twice in ${question.id}.`,
              suggestion: 'Change one of them, or delete it.',
            });
          if (ids.has(id))
            report({
              file,
              field: `${place}.${list}.${index}.id`,
              message: `The id "${id}" appears twice in ${question.id}.`,
              suggestion: 'Choose another id.',
            });
          texts.add(text);
          ids.add(id);
        });
      }
    });
  },
};
