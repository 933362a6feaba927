import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { chartPath, drawingPath, folderOf } from '../content-paths.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { MdxFile } from '../mdx/mdx-file.ts';
import { nearestName, nearestOr } from '../diagnostics/nearest-name.ts';

/** What lessons and other pages name: sources, terms, questions, figures. */
export function useFaults(content: ParsedContent): Diagnostic[] {
  const { course, questions, glossary, figures, charts, chartFiles, bodies, language } = content;
  const sources = content.sources.map(({ id }) => id);
  const terms = glossary.map(({ id }) => id);
  const knowsSources = !content.unread.has('sources.yaml');
  const knowsTerms = !content.unread.has(`${language}/glossary.yaml`);
  const used = new Set<string>();
  const shown = new Set<string>();
  /** Modules of which a lesson cannot be read or is not listed, so that nobody can tell what it shows. */
  const partial = new Set(
    course.modules
      .filter(({ id: module, lessons }) => {
        const listed = lessons.map(({ id }) => `${module}/${id}`);
        return (
          lessons.some(
            ({ id }) => !bodies.has(`${folderOf(language, module)}/lessons/${id}.mdx`),
          ) ||
          content.lessonFiles.some(
            (path) => path.startsWith(`${module}/`) && !listed.includes(path),
          )
        );
      })
      .map(({ id }) => id),
  );
  const faults: Diagnostic[] = [];

  const check = (file: string, moduleId: string | undefined, mdx: MdxFile) => {
    const folder = folderOf(language, moduleId ?? '');
    const own = moduleId === undefined ? [] : questions.get(moduleId);
    const here = new Set<string>();
    for (const { name, attributes, line } of mdx.uses) {
      const fault = (message: string, suggestion: string) =>
        faults.push({ file, field: `line ${line}`, message, suggestion });
      const { source = '', id = '', name: figure = '', module = moduleId } = attributes;
      // What is left out or empty is told where the file is read.
      if (
        (name === 'Cite' || name === 'Law') &&
        knowsSources &&
        source &&
        !sources.includes(source)
      )
        fault(
          `No source is called "${source}".`,
          nearestOr(source, sources, 'Add it to sources.yaml, or mend the spelling.'),
        );
      if (name === 'Term' && knowsTerms && id && !terms.includes(id))
        fault(
          `No term is called "${id}".`,
          nearestOr(id, terms, 'Add it to glossary.yaml, or mend the spelling.'),
        );
      if (name === 'Figure') {
        const stem = figure.replace(/\.svg$/, '');
        const beside = [...figures]
          .filter((one) => one.startsWith(`${moduleId}/`))
          .map((one) => one.slice(`${moduleId}/`.length));
        // A drawing whose name is misspelt here is not one that no page shows.
        shown.add(`${moduleId}/${beside.includes(stem) ? stem : nearestName(stem, beside)}`);
        if (figure && !beside.includes(figure))
          fault(
            beside.includes(stem)
              ? `The name "${figure}" has the ending of a file.`
              : `No drawing figures/${stem}.svg.`,
            beside.includes(stem)
              ? `Write name="${stem}".`
              : nearestOr(stem, beside, `Save it in ${folder}/figures/.`),
          );
      }
      if (name === 'Chart') shown.add(`${moduleId}/${figure}`);
      if (name === 'Chart' && figure && !chartFiles.has(`${moduleId}/${figure}`))
        fault(`No chart figures/${figure}.yaml.`, `Save it in ${folder}/figures/.`);
      if (name === 'BenchCard' && !course.modules.some(({ id }) => id === module))
        fault(
          `No module "${module ?? ''}" has a bench card.`,
          `Write module="..." with one of: ${course.modules.map(({ id }) => id).join(', ')}.`,
        );
      if (name === 'Check') {
        used.add(id);
        if (here.has(id))
          fault(`The question "${id}" is shown on this page twice.`, 'Leave one of the two.');
        here.add(id);
        const question = own?.find((one) => one.id === id);
        if (own && id && question?.use !== 'lesson')
          fault(
            `No question with use: lesson is called "${id}".`,
            question
              ? 'That one has use: bank. Show another, or write use: lesson there.'
              : `Add it to ${folder}/questions.yaml.`,
          );
      }
    }
  };
  for (const [file, mdx] of bodies) check(file, ownerOf(file), mdx);
  for (const module of course.modules) {
    if (partial.has(module.id)) continue;
    questions.get(module.id)?.forEach((question, q) => {
      if (question.use === 'lesson' && !used.has(question.id))
        faults.push({
          file: `${language}/modules/${module.id}/questions.yaml`,
          field: `${q} (${question.id})`,
          message: 'No lesson shows this question.',
          suggestion: `Write <Check id="${question.id}" /> in a lesson, or use: bank.`,
        });
    });
  }
  const isKnown = (figure: string) => !partial.has(figure.split('/')[0] ?? '');
  for (const figure of [...charts.keys()].filter(isKnown))
    if (!shown.has(figure))
      faults.push({
        file: chartPath(language, figure),
        field: '(the whole file)',
        message: 'No page shows this chart.',
        suggestion: `Write <Chart name="${figure.split('/')[1]}" /> in a lesson, or remove the file.`,
      });
  for (const figure of [...figures].filter(isKnown))
    if (!shown.has(figure))
      faults.push({
        file: drawingPath(language, figure),
        field: '(the whole file)',
        message: 'No page shows this drawing.',
        suggestion: `Write <Figure name="${figure.split('/')[1]}" caption="..."> in a lesson, or remove the file.`,
      });
  return faults;
}

/** The module to whose folder a file belongs, or the examples. */
function ownerOf(file: string): string | undefined {
  const [, folder, module] = file.split('/');
  return folder === 'modules' ? module : folder === 'examples.mdx' ? 'examples' : undefined;
}
