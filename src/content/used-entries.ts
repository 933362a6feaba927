import type { Term } from '../course/glossary.ts';
import type { Source } from '../course/source.ts';
import type { ParsedContent } from './parsed-content.ts';

/**
 * The sources and terms that something in the course rests on or explains. The lists may hold more,
 * for modules that are still being written; readers see what has a page to lead to.
 */
export function usedEntries({
  bodies,
  questions,
  scenarios,
  charts,
  glossary,
  library,
  wordings,
  principles,
  sources,
  workshop,
}: ParsedContent): { sources: readonly Source[]; glossary: readonly Term[] } {
  const uses = [...bodies.values()].flatMap((file) => file.uses);
  const explained = new Set(
    uses.flatMap(({ name, attributes }) => (name === 'Term' ? (attributes['id'] ?? []) : [])),
  );
  const terms = glossary.filter(({ id }) => explained.has(id));
  const inCases = [...scenarios.values()].flatMap(({ scenes, debrief }) => [
    ...Object.values(scenes).flatMap((scene) =>
      'choices' in scene ? scene.choices.flatMap((choice) => choice.sources) : [],
    ),
    ...debrief.sources,
  ]);
  const inEntries = [
    ...[...questions.values()].flat(),
    ...charts.values(),
    ...terms,
    ...wordings,
  ].flatMap((entry) => entry.sources);
  const inRules = (workshop?.entryRules ?? []).flatMap(({ rules }) =>
    rules.flatMap(({ source }) => source ?? []),
  );
  const shown = principles.filter(({ verified }) => verified).map(({ source }) => source);
  const cited = new Set([
    ...uses.flatMap(({ attributes }) => attributes['source'] ?? []),
    ...[...inCases, ...inEntries, ...inRules, ...shown].map(({ source }) => source),
    ...library.flatMap((entry) => ('source' in entry ? entry.source : [])),
  ]);
  return { sources: sources.filter(({ id }) => cited.has(id)), glossary: terms };
}
