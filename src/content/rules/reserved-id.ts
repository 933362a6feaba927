import { referenceFolders } from '../../course/reference-page.ts';
import { assessments } from '../../course/halves.ts';
import { courseIds } from './duplicate-id.ts';
import type { Rule } from './rule.ts';

/** Names that no id may take, because something else has them. */
const reserved = new Set<string>([
  // Pages of a module.
  ...['introduction', 'summary', 'bench-card', 'check', 'questions'],
  // Folders of a language.
  ...['cases', ...referenceFolders, 'examples'],
  // What is recorded beside the checks of modules, and what the evaluation is reported under.
  ...assessments,
  'evaluation',
  // What every object has by that name.
  'constructor',
]);

/** Ids that the course itself uses. */
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
