import type { Part } from '../../questions/kind.ts';
import type { Question } from '../../questions/question.ts';
import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

/** The lists of a question that hold its parts: options, items, targets, steps. */
const partLists = (question: Question): [name: string, parts: Part[]][] =>
  Object.entries(question).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.every(isPart) ? [[name, value]] : [],
  );

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value;

/** Options, items, targets or steps of a question that are indistinguishable. */
export const duplicateOption: Rule = {
  id: 'duplicate-option',
  check(content, report) {
    eachQuestion(content, (question, file, place) => {
      for (const [list, parts] of partLists(question)) {
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
