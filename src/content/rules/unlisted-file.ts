import type { ReferenceFolder } from '../../course/reference-page.ts';
import type { Rule } from './rule.ts';

/** Lessons, and pages outside the modules, that are in no list and would therefore not be published. */
export const unlistedFile: Rule = {
  id: 'unlisted-file',
  check({ course, language, besides, lessonFiles }, report) {
    const modules = new Map(
      course.modules.map(({ id, lessons }) => [id, new Set(lessons.map((lesson) => lesson.id))]),
    );
    for (const path of lessonFiles) {
      const [owner = '', id = ''] = path.split('/');
      if (modules.get(owner)?.has(id) ?? true) continue;
      report({
        file: `${language}/modules/${owner}/lessons/${id}.mdx`,
        message: 'course.yaml does not list this lesson, so no page shows it.',
        suggestion: `Add "${id}" to the lessons of ${owner} in course.yaml, or move the file to drafts/.`,
      });
    }
    for (const path of besides) {
      const [folder, name = ''] = path.split('/') as [ReferenceFolder, string?];
      const listed: readonly string[] = course[folder];
      if (listed.includes(name)) continue;
      report({
        file: `${language}/${path}.mdx`,
        message: 'course.yaml does not list this page, so it is not shown.',
        suggestion: `Add "${name}" to ${folder}: in course.yaml, or delete the file.`,
      });
    }
  },
};
