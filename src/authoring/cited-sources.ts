import type { Material } from './load-course.ts';

/** Ids of all sources that a page, a question, a case or a term of the course rests on. */
export function citedSources({
  lessons,
  pages,
  questions,
  scenarios,
  glossary,
}: Material): Set<string> {
  const files = [...[...lessons.values()].map(({ mdx }) => mdx), ...pages.values()];
  const inText = files.flatMap(({ uses }) =>
    uses.flatMap(({ attributes }) => attributes['source'] ?? []),
  );
  const inCases = [...scenarios.values()].flatMap(({ scenes, debrief }) => [
    ...Object.values(scenes).flatMap((scene) =>
      'choices' in scene ? scene.choices.flatMap((choice) => choice.sources) : [],
    ),
    ...debrief.sources,
  ]);
  const elsewhere = [...[...questions.values()].flat(), ...glossary].flatMap(
    (entry) => entry.sources,
  );
  return new Set([...inText, ...[...inCases, ...elsewhere].map(({ source }) => source)]);
}
