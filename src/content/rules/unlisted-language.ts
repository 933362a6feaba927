import type { Rule } from './rule.ts';

/** Folders that look like those of a language and that `course.yaml` does not list. */
export const unlistedLanguage: Rule = {
  id: 'unlisted-language',
  check({ course, folders }, report) {
    for (const folder of folders)
      if (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(folder) && !course.languages.includes(folder))
        report({
          file: 'course.yaml',
          field: 'languages',
          message: `The folder ${folder}/ holds words in a language that is not listed.`,
          suggestion: `Add "${folder}" to languages: in course.yaml, or move the folder to drafts/.`,
        });
  },
};
