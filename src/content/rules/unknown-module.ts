import { oneOf } from '../diagnostics/nearest-name.ts';
import { ownerOf } from '../content-paths.ts';
import type { Rule } from './rule.ts';

/** Bench cards and questions about national law that name a module that does not exist. */
export const unknownModule: Rule = {
  id: 'unknown-module',
  check({ language, course, bodies, lawQuestions }, report) {
    const names = course.modules.map(({ id }) => id);
    for (const module of Object.keys(lawQuestions))
      if (!names.includes(module))
        report({
          file: `${language}/law-questions.yaml`,
          field: module,
          message: `There is no module "${module}" to ask for the law at home.`,
          suggestion: oneOf(module, names, 'course.yaml lists them.'),
        });
    for (const [file, { uses }] of bodies)
      for (const { name, attributes, line } of uses) {
        if (name !== 'BenchCard') continue;
        const module = attributes['module'] ?? ownerOf(file) ?? '';
        if (!names.includes(module))
          report({
            file,
            line,
            message: `There is no module "${module}" with a bench card.`,
            suggestion:
              `Write module="..." with the id of a module. ${oneOf(module, names, 'course.yaml lists them.')}`.trim(),
          });
      }
  },
};
