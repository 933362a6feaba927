import { referenceFolders } from '../../course/reference-page.ts';
import { assessments } from '../../course/halves.ts';
import { courseIds } from './duplicate-id.ts';
import type { Rule } from './rule.ts';

/** Names that no id may have because they are already in use. */
const reserved = new Set<string>([
  // Pages of a module.
  ...['introduction', 'summary', 'bench-card', 'check', 'questions'],
  // Folders of a language.
  ...['cases', ...referenceFolders, 'examples'],
  // Assessments are recorded next to the checks of modules, and the evaluation is reported under a name of its own.
  ...assessments,
  'evaluation',
  // Every object inherits a property of this name.
  'constructor',
]);

/** Ids that are reserved. */
export const reservedId: Rule = {
  id: 'reserved-id',
  check(content, report) {
    for (const { id, file, field } of courseIds(content))
      if (reserved.has(id))
        report({
          file,
          field,
          message: `"${id}" is a name that the course itself uses.`,
          suggestion: 'Choose another id.',
        });
  },
};
