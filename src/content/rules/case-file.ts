import { oneOf } from '../diagnostics/nearest-name.ts';
import type { Rule } from './rule.ts';

/** Files of cases with an id other than the file name, or with unknown lessons. */
export const caseFile: Rule = {
  id: 'case-file',
  check({ course, scenarios, language }, report) {
    const names = course.modules.flatMap((module) => module.lessons.map(({ id }) => id));
    const lessonIds = new Set(names);
    for (const [id, scenario] of scenarios) {
      const file = `${language}/scenarios/${id}.yaml`;
      if (scenario.id !== id)
        report({
          file,
          field: 'id',
          message: `The id is "${scenario.id}", and the file is called ${id}.yaml.`,
          suggestion: `Write "${id}".`,
        });
      const lessons = [
        ...scenario.lessons.map((lesson, index) => ({ lesson, field: `lessons.${index}` })),
        ...Object.entries(scenario.scenes).flatMap(([scene, body]) =>
          (body.lessons ?? []).map((lesson, index) => ({
            lesson,
            field: `scenes.${scene}.lessons.${index}`,
          })),
        ),
      ];
      for (const { lesson, field } of lessons)
        if (!lessonIds.has(lesson))
          report({
            file,
            field,
            message: `There is no lesson "${lesson}".`,
            suggestion: oneOf(
              lesson,
              names,
              'Correct the name, or delete it; course.yaml lists the lessons.',
            ),
          });
    }
  },
};
