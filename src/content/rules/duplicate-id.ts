import type { Report } from '../diagnostics/diagnostic.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/**
 * Duplicate ids. Ids of pages, questions and objectives share one namespace, because LMSs and stored progress
 * use them without their parents. Sources, terms and the short forms of sources each have their own.
 */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  check(content, report) {
    const { sources, glossary, language } = content;
    const claimed = new Map<string, string>();
    for (const { id, file, field } of courseIds(content)) {
      const owner = claimed.get(id);
      if (owner === undefined) claimed.set(id, `${file}, ${field}`);
      else
        report({
          file,
          field,
          message: `The id "${id}" is already used by ${owner}.`,
          suggestion: 'Choose another id.',
        });
    }
    unique(sources, 'id', 'sources.yaml', 'id', report);
    unique(glossary, 'id', `${language}/glossary.yaml`, 'id', report);
    unique(sources, 'short', 'sources.yaml', 'short form', report);
    content.course.tracks.forEach(({ id }, t, tracks) => {
      if (tracks.findIndex((other) => other.id === id) !== t)
        report({
          file: 'course.yaml',
          field: `tracks.${t}.id`,
          message: `The id "${id}" appears twice.`,
          suggestion: 'Choose another id.',
        });
    });
  },
};

function unique<Key extends string>(
  entries: readonly Readonly<Record<Key, string>>[],
  key: Key,
  file: string,
  what: string,
  report: Report,
): void {
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const value = entry[key];
    if (seen.has(value))
      report({
        file,
        field: `${index}.${key}`,
        message: `The ${what} "${value}" appears twice.`,
        suggestion: `Choose another ${what}.`,
      });
    seen.add(value);
  });
}

/** Every id in the shared namespace, with its place, in the order of the files. */
export function* courseIds({
  course,
  questions,
  language,
}: ParsedContent): Generator<{ id: string; file: string; field: string }> {
  for (const [m, module] of course.modules.entries()) {
    const file = 'course.yaml';
    yield { id: module.id, file, field: `modules.${m}.id` };
    for (const [o, id] of module.objectives.entries())
      yield { id, file, field: `modules.${m}.objectives.${o}` };
    for (const [l, { id }] of module.lessons.entries())
      yield { id, file, field: `modules.${m}.lessons.${l}.id` };
    for (const [c, id] of module.cases.entries())
      yield { id, file, field: `modules.${m}.cases.${c}` };
    for (const [q, { id }] of (questions.get(module.id) ?? []).entries())
      yield { id, file: `${language}/modules/${module.id}/questions.yaml`, field: `${q}.id` };
  }
}
