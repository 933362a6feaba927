import { componentNamed } from '../../lesson/vocabulary.ts';
import { chartPath } from '../content-paths.ts';
import { nearestOr } from '../diagnostics/nearest-name.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { eachQuestion } from './each-question.ts';
import type { Rule } from './rule.ts';

/** Citations of sources that do not exist, in pages, questions, cases, charts, terms, words and principles. */
export const unknownSource: Rule = {
  id: 'unknown-source',
  check(content, report) {
    const { language } = content;
    if (content.unread.has('sources.yaml')) return;
    const names = content.sources.map(({ id }) => id);
    const sourceIds = new Set(names);
    const cite = (source: string, place: Pick<Finding, 'file' | 'field' | 'line'>) => {
      // The schema or the component reports a missing or empty source.
      if (source !== '' && !sourceIds.has(source))
        report({
          ...place,
          message: `There is no source "${source}".`,
          suggestion: nearestOr(source, names, 'Add it to sources.yaml, or correct the name.'),
        });
    };
    const citeAll = (sources: readonly { source: string }[], file: string, field: string) =>
      sources.forEach(({ source }, s) => cite(source, { file, field: `${field}.${s}` }));

    for (const [file, { uses }] of content.bodies)
      for (const { name, attributes, line } of uses)
        for (const [attribute, { kind }] of Object.entries(componentNamed(name)?.attributes ?? {}))
          if (kind === 'source') cite(attributes[attribute] ?? '', { file, line });
    eachQuestion(content, ({ sources }, file, place) => citeAll(sources, file, `${place}.sources`));
    for (const [id, scenario] of content.scenarios) {
      const file = `${language}/scenarios/${id}.yaml`;
      for (const [name, scene] of Object.entries(scenario.scenes))
        if ('choices' in scene)
          scene.choices.forEach(({ sources }, c) =>
            citeAll(sources, file, `scenes.${name}.choices.${c}.sources`),
          );
      citeAll(scenario.debrief.sources, file, 'debrief.sources');
    }
    for (const [figure, { sources }] of content.charts)
      citeAll(sources, chartPath(language, figure), 'sources');
    content.glossary.forEach(({ id, sources }, t) =>
      citeAll(sources, `${language}/glossary.yaml`, `${t} (${id}).sources`),
    );
    content.wordings.forEach(({ id, sources }, w) =>
      citeAll(sources, 'terminology.yaml', `terms.${w} (${id}).sources`),
    );
    content.principles.forEach(({ source }, p) =>
      cite(source.source, { file: `${language}/principles.yaml`, field: `${p}.source` }),
    );
    content.library.forEach((entry, index) => {
      if ('source' in entry) cite(entry.source, { file: 'library.yaml', field: `${index}.source` });
    });
  },
};
