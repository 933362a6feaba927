import type { Fault } from '../course/fault.ts';
import { chartPath, folderOf } from './content-paths.ts';
import type { Material } from './material.ts';
import type { MdxFile } from './mdx-file.ts';

/** What lessons and other pages name: sources, terms, questions, figures. */
export function useFaults(material: Material): Fault[] {
  const { course, questions, glossary, figures, charts, language } = material;
  const sources = new Set(material.sources.map(({ id }) => id));
  const terms = new Set(glossary.map(({ id }) => id));
  const used = new Set<string>();
  const shown = new Set<string>();
  const faults: Fault[] = [];

  const check = (file: string, moduleId: string | undefined, mdx: MdxFile) => {
    const folder = folderOf(language, moduleId ?? '');
    const lessonQuestions = (questions.get(moduleId ?? '') ?? [])
      .filter(({ use }) => use === 'lesson')
      .map(({ id }) => id);
    for (const { name, attributes, line } of mdx.uses) {
      const fault = (found: string, remedy: string) =>
        faults.push({ file, field: `line ${line}`, found, remedy });
      const { source = '', id = '', name: figure = '', module = moduleId } = attributes;
      if ((name === 'Cite' || name === 'Law') && !sources.has(source))
        fault(`No source is called "${source}".`, 'Add it to sources.yaml, or mend the spelling.');
      if (name === 'Term' && !terms.has(id))
        fault(`No term is called "${id}".`, 'Add it to glossary.yaml, or mend the spelling.');
      if (name === 'Figure' && !figures.has(`${moduleId}/${figure}`))
        fault(`No drawing figures/${figure}.svg.`, `Save it in ${folder}/figures/.`);
      if (name === 'Chart') shown.add(`${moduleId}/${figure}`);
      if (name === 'Chart' && !charts.has(`${moduleId}/${figure}`))
        fault(`No chart figures/${figure}.yaml.`, `Save it in ${folder}/figures/.`);
      if (name === 'BenchCard' && !course.modules.some(({ id }) => id === module))
        fault(
          `No module "${module ?? ''}" has a bench card.`,
          `Write module="..." with one of: ${course.modules.map(({ id }) => id).join(', ')}.`,
        );
      if (name === 'Check') {
        used.add(id);
        if (!lessonQuestions.includes(id))
          fault(
            `No question with use: lesson is called "${id}".`,
            `Add it to ${folder}/questions.yaml.`,
          );
      }
    }
  };
  for (const module of course.modules) {
    for (const { id } of module.lessons) {
      const lesson = material.lessons.get(id);
      if (lesson !== undefined) check(lesson.file, module.id, lesson.mdx);
    }
    for (const page of ['introduction', 'summary', 'bench-card']) {
      const file = `${language}/modules/${module.id}/${page}.mdx`;
      const mdx = material.pages.get(file);
      if (mdx !== undefined) check(file, module.id, mdx);
    }
    questions.get(module.id)?.forEach((question, q) => {
      if (question.use === 'lesson' && !used.has(question.id))
        faults.push({
          file: `${language}/modules/${module.id}/questions.yaml`,
          field: `${q} (${question.id})`,
          found: 'No lesson shows this question.',
          remedy: `Write <Check id="${question.id}" /> in a lesson, or use: bank.`,
        });
    });
  }
  for (const [file, page] of material.pages)
    if (!file.startsWith(`${language}/modules/`))
      check(file, file === `${language}/examples.mdx` ? 'examples' : undefined, page);
  for (const figure of charts.keys())
    if (!shown.has(figure))
      faults.push({
        file: chartPath(language, figure),
        field: '(the whole file)',
        found: 'No page shows this chart.',
        remedy: `Write <Chart name="${figure.split('/')[1]}" /> in a lesson, or remove the file.`,
      });
  return faults;
}
