import { folderOf } from '../content-paths.ts';
import { partialModules } from './partial-modules.ts';
import { usesOf } from './uses-of.ts';
import type { Rule } from './rule.ts';

/** Practice questions that do not exist but are shown by a page, that are shown twice, or that are not shown. */
export const practiceQuestion: Rule = {
  id: 'practice-question',
  check(content, report) {
    const { course, questions, language } = content;
    const byId = new Map(
      [...questions].map(([owner, list]) => [owner, new Map(list.map((one) => [one.id, one]))]),
    );
    const shown = new Set<string>();
    const onPage = new Set<string>();
    for (const { file, line, value: id, owner } of usesOf(content, 'question')) {
      shown.add(id);
      if (onPage.has(`${file} ${id}`))
        report({
          file,
          line,
          message: `The question "${id}" appears twice on this page.`,
          suggestion: 'Delete one of the two.',
        });
      onPage.add(`${file} ${id}`);
      const ownerQuestions = byId.get(owner ?? '');
      const question = ownerQuestions?.get(id);
      if (ownerQuestions && question?.use !== 'lesson')
        report({
          file,
          line,
          message: `There is no question "${id}" with use: lesson.`,
          suggestion: question
            ? 'That one has use: bank. Show another, or write use: lesson there.'
            : `Add it to ${folderOf(language, owner ?? '')}/questions.yaml.`,
        });
    }
    const partial = partialModules(content);
    for (const { id: module } of course.modules) {
      if (partial.has(module)) continue;
      questions.get(module)?.forEach(({ id, use }, q) => {
        if (use === 'lesson' && !shown.has(id))
          report({
            file: `${language}/modules/${module}/questions.yaml`,
            field: `${q} (${id})`,
            message: `No lesson shows the question "${id}".`,
            suggestion: `Write <Check id="${id}" /> in a lesson, or use: bank.`,
          });
      });
    }
  },
};
