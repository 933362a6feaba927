import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { chartPath } from '../content-paths.ts';
import type { ParsedContent } from '../parsed-content.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';

/** Every source that questions, cases, charts, terms, words and principles cite exists. */
export function citationFaults(content: ParsedContent): Diagnostic[] {
  const { course, questions, scenarios, glossary, language } = content;
  const known = new Set(content.sources.map(({ id }) => id));
  const isRead = !content.unread.has('sources.yaml');
  const faults: Diagnostic[] = [];
  const cite = (source: string, file: string, field: string) => {
    if (isRead && !known.has(source))
      faults.push({
        file,
        field,
        message: `No source is called "${source}".`,
        suggestion: nearestOr(source, [...known], 'Add it to sources.yaml, or mend the spelling.'),
      });
  };
  for (const { id: module } of course.modules)
    questions.get(module)?.forEach((question, q) => {
      question.sources.forEach(({ source }, s) =>
        cite(
          source,
          `${language}/modules/${module}/questions.yaml`,
          `${q} (${question.id}).sources.${s}`,
        ),
      );
    });
  for (const [id, scenario] of scenarios) {
    const file = `${language}/scenarios/${id}.yaml`;
    for (const [name, scene] of Object.entries(scenario.scenes))
      if ('choices' in scene)
        scene.choices.forEach((choice, c) =>
          choice.sources.forEach(({ source }, s) =>
            cite(source, file, `scenes.${name}.choices.${c}.sources.${s}`),
          ),
        );
    scenario.debrief.sources.forEach(({ source }, s) => cite(source, file, `debrief.sources.${s}`));
  }
  for (const [figure, { sources }] of content.charts)
    sources.forEach(({ source }, s) => cite(source, chartPath(language, figure), `sources.${s}`));
  glossary.forEach((term, t) =>
    term.sources.forEach(({ source }, s) =>
      cite(source, `${language}/glossary.yaml`, `${t} (${term.id}).sources.${s}`),
    ),
  );
  content.wordings.forEach((wording, w) =>
    wording.sources.forEach(({ source }, s) =>
      cite(source, 'terminology.yaml', `terms.${w} (${wording.id}).sources.${s}`),
    ),
  );
  content.principles.forEach(({ source }, p) =>
    cite(source.source, `${language}/principles.yaml`, `${p}.source`),
  );
  return faults;
}
