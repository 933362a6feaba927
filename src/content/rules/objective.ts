import { oneOf } from '../diagnostics/nearest-name.ts';
import type { Rule } from './rule.ts';

/** Unknown objectives, and objectives that no lesson serves or no question of the bank tests. */
export const objective: Rule = {
  id: 'objective',
  check({ course, questions, language }, report) {
    course.modules.forEach((module, m) => {
      const objectiveIds = new Set(module.objectives);
      const served = new Set(module.lessons.flatMap((lesson) => lesson.objectives));
      // If the questions cannot be read, it is not known which objectives they test.
      const bank = questions.get(module.id);
      const tested = new Set(
        bank?.filter(({ use }) => use === 'bank').map((question) => question.objective),
      );
      const unknown = (id: string, file: string, field: string) => {
        if (!objectiveIds.has(id))
          report({
            file,
            field,
            message: `The module has no objective "${id}".`,
            suggestion: oneOf(id, module.objectives, 'course.yaml lists them.'),
          });
      };
      module.lessons.forEach((lesson, l) => {
        lesson.objectives.forEach((id, o) =>
          unknown(id, 'course.yaml', `modules.${m}.lessons.${l}.objectives.${o}`),
        );
      });
      bank?.forEach((question, q) =>
        unknown(
          question.objective,
          `${language}/modules/${module.id}/questions.yaml`,
          `${q} (${question.id}).objective`,
        ),
      );
      module.objectives.forEach((id, o) => {
        const place = { file: 'course.yaml', field: `modules.${m}.objectives.${o}` };
        if (!served.has(id))
          report({
            ...place,
            message: `No lesson serves "${id}".`,
            suggestion: 'Name it under a lesson, or delete it.',
          });
        if (module.check !== undefined && bank !== undefined && !tested.has(id))
          report({
            ...place,
            message: `No question of the bank tests "${id}".`,
            suggestion: 'Write a question for it with use: bank.',
          });
      });
    });
  },
};
