import { isDeepStrictEqual } from 'node:util';
import type { EvaluationPart } from '../../evaluation/evaluation.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Course } from '../../course/course.ts';
import type { Scenario } from '../../cases/format.ts';
import { caseGraph } from '../../cases/graph.ts';

/**
 * Where a translation differs from the original in more than words. What is stored of a learner names
 * choices, questions and options by their place, and one who changes the language goes on where they
 * were (P07).
 */
export function translationFaults(original: Course, translation: Course): Diagnostic[] {
  const { language } = translation;
  return original.modules
    .flatMap((module) => {
      const own = translation.modules.find(({ id }) => id === module.id);
      const [there, here] = [module.questions, own?.questions ?? []];
      const file = `${language}/modules/${module.id}/questions.yaml`;
      return [
        ...listFaults(file, '(the whole file)', idsOf(there), idsOf(here)),
        ...there.flatMap((question, q) =>
          shapeFaults(
            file,
            `${q} (${question.id})`,
            question,
            here.find(({ id }) => id === question.id),
          ),
        ),
        ...module.cases.flatMap(({ id, scenario }) =>
          caseFaults(
            `${language}/scenarios/${id}.yaml`,
            scenario,
            own?.cases.find((each) => each.id === id)?.scenario,
          ),
        ),
      ];
    })
    .concat(evaluationFaults(original, translation));
}

function caseFaults(
  file: string,
  original: Scenario,
  translation: Scenario | undefined,
): Diagnostic[] {
  if (translation === undefined) return [];
  const [there, here] = [caseGraph(original), caseGraph(translation)];
  const scenes = listFaults(file, 'scenes', Object.keys(there.scenes), Object.keys(here.scenes));
  const choices = Object.entries(there.scenes).flatMap(([scene, { choices = [] }]) =>
    listFaults(
      file,
      `scenes.${scene}.choices`,
      idsOf(choices),
      idsOf(here.scenes[scene]?.choices ?? []),
    ),
  );
  if (scenes.length + choices.length > 0) return [...scenes, ...choices];
  return [
    ...shapeFaults(file, 'indicators', there.indicators, here.indicators),
    ...Object.entries(there.scenes).flatMap(([scene, shape]) =>
      shapeFaults(file, `scenes.${scene}`, shape, here.scenes[scene]),
    ),
    ...shapeFaults(file, 'start', there.start, here.start),
  ];
}

const evaluationFaults = (original: Course, { language, evaluation }: Course): Diagnostic[] =>
  (['sheet', 'followUp'] as const).flatMap((name) => {
    const partsOf = (of: Course['evaluation']): readonly EvaluationPart[] => of?.[name] ?? [];
    return shapeFaults(
      `${language}/evaluation.yaml`,
      name,
      partsOf(original.evaluation),
      partsOf(evaluation),
    );
  });

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Names that are missing, that the original has not, or that stand in another order. */
function listFaults(
  file: string,
  field: string,
  wanted: readonly string[],
  found: readonly string[],
): Diagnostic[] {
  const missing = wanted.filter((id) => !found.includes(id));
  const foreign = found.filter((id) => !wanted.includes(id));
  if (missing.length + foreign.length > 0)
    return [
      ...missing.map((id) => ({
        file,
        field,
        message: `"${id}" is missing.`,
        suggestion: 'Translate it; the original has it.',
      })),
      ...foreign.map((id) => ({
        file,
        field,
        message: `The original has no "${id}".`,
        suggestion: 'Remove it, or add it to the original.',
      })),
    ];
  return isDeepStrictEqual(wanted, found)
    ? []
    : [
        {
          file,
          field,
          message: `Found ${found.join(', ')}.`,
          suggestion: `Write them in the order of the original: ${wanted.join(', ')}.`,
        },
      ];
}

/** What a translator writes anew. */
const words = ['stem', 'text', 'feedback', 'unit', 'hint', 'heading', 'labels', 'sources'];

const withoutWords = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (words.includes(key) ? undefined : inner)),
  );

const shapeFaults = (file: string, field: string, original: unknown, translation: unknown) =>
  translation === undefined || isDeepStrictEqual(withoutWords(original), withoutWords(translation))
    ? []
    : [
        {
          file,
          field,
          message: 'It differs from the original in more than its words.',
          suggestion: 'Copy it from the original, and translate what a reader sees.',
        },
      ];
