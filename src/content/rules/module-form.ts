import { componentNamed } from '../../lesson/vocabulary.ts';
import { folderOf } from '../content-paths.ts';
import type { Rule } from './rule.ts';

/**
 * Modules that differ from `moduleForm` in `course.yaml`: number and length of lessons, a practice question in each
 * lesson, number of drawings, and size of the bank.
 */
export const moduleForm: Rule = {
  id: 'module-form',
  check({ course, lessons, bodies, questions, language }, report) {
    const form = course.moduleForm;
    if (form === undefined) return;
    course.modules.forEach((module, m) => {
      const field = `modules.${m}`;
      const tell = (message: string, suggestion: string) =>
        report({ file: 'course.yaml', field, message, suggestion });
      const folder = folderOf(language, module.id);
      const [fewest, most] = form.lessons;
      const count = module.lessons.length;
      if (count < fewest || count > most)
        tell(
          `The module ${module.id} has ${count} lessons.`,
          `Give it ${fewest} to ${most}; moduleForm in course.yaml says how many.`,
        );
      let drawings = 0;
      let isWhole = true;
      for (const { id } of module.lessons) {
        const file = lessons.get(id)?.file;
        const mdx = file && bodies.get(file);
        if (!file || !mdx) {
          isWhole = false;
          continue;
        }
        const [shortest, longest] = form.words;
        if (mdx.words < shortest || mdx.words > longest)
          report({
            file,
            message: `The lesson has ${mdx.words} words.`,
            suggestion: `Bring it to ${shortest} to ${longest} words.`,
          });
        if (!mdx.uses.some(({ name }) => name === 'Check'))
          report({
            file,
            message: 'The lesson has no practice question.',
            suggestion: 'Write <Check id="..." /> where the reader should try what was said.',
          });
        drawings += mdx.uses.filter(({ name }) => componentNamed(name)?.isDrawing).length;
      }
      if (isWhole && drawings < form.drawings)
        tell(
          `The lessons of ${module.id} show ${drawings} drawings.`,
          `Show ${form.drawings} at least: figures, charts, timelines or decision trees.`,
        );
      const bank = questions.get(module.id)?.filter(({ use }) => use === 'bank').length;
      if (bank !== undefined && bank < form.bank)
        report({
          file: `${folder}/questions.yaml`,
          message: `The bank has ${bank} questions.`,
          suggestion: `Write ${form.bank} at least, with use: bank.`,
        });
      for (const page of ['introduction', 'summary', 'bench-card']) {
        const file = `${folder}/${page}.mdx`;
        const words = bodies.get(file)?.words;
        if (words !== undefined && words < form.pages)
          report({
            file,
            message: `The page has ${words} words.`,
            suggestion: `Write ${form.pages} at least.`,
          });
      }
    });
  },
};
