import { oneOf } from '../diagnostics/nearest-name.ts';
import { ownerOf } from '../content-paths.ts';
import type { Rule } from './rule.ts';

/** Bench cards of modules that do not exist, or of none on a page outside the modules. */
export const unknownModule: Rule = {
  id: 'unknown-module',
  check({ course, bodies }, report) {
    const names = course.modules.map(({ id }) => id);
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
              `Write module="..." with the id of a module. ${oneOf(module, names, '')}`.trim(),
          });
      }
  },
};
