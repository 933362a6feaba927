import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { EvaluationPart } from '../../evaluation/evaluation.ts';
import type { Scenario } from '../../cases/format.ts';
import { caseGraph } from '../../cases/graph.ts';
import type { ParsedContent } from '../parsed-content.ts';
import type { Rule } from './rule.ts';

/**
 * Translations that differ from the original in more than words. Stored progress refers to choices, questions and
 * options by position, and must stay valid when a learner changes the language.
 */
export const translation: Rule = {
  id: 'translation',
  check(content, report) {
    const { original, course, language } = content;
    if (original === undefined) return;
    for (const { id: module, cases } of course.modules) {
      const file = `${language}/modules/${module}/questions.yaml`;
      const there = original.questions.get(module);
      const here = content.questions.get(module);
      if (there && here) {
        const byId = new Map(here.map((question) => [question.id, question]));
        checkList({ file }, idsOf(there), idsOf(here), report);
        there.forEach((question, q) =>
          checkShape(file, `${q} (${question.id})`, question, byId.get(question.id), report),
        );
      }
      for (const id of cases) {
        const [was, is] = [original.scenarios.get(id), content.scenarios.get(id)];
        if (was && is) checkCase(`${language}/scenarios/${id}.yaml`, was, is, report);
      }
    }
    checkEvaluation(original, content, report);
  },
};

function checkCase(file: string, original: Scenario, translated: Scenario, report: Report): void {
  const [there, here] = [caseGraph(original), caseGraph(translated)];
  const lists = [
    checkList(
      { file, field: 'scenes' },
      Object.keys(there.scenes),
      Object.keys(here.scenes),
      report,
    ),
    ...Object.entries(there.scenes).map(([scene, { choices = [] }]) =>
      checkList(
        { file, field: `scenes.${scene}.choices` },
        idsOf(choices),
        idsOf(here.scenes[scene]?.choices ?? []),
        report,
      ),
    ),
  ];
  if (!lists.every((isAlike) => isAlike)) return;
  checkShape(file, 'indicators', there.indicators, here.indicators, report);
  for (const [scene, shape] of Object.entries(there.scenes))
    checkShape(file, `scenes.${scene}`, shape, here.scenes[scene], report);
  checkShape(file, 'start', there.start, here.start, report);
}

function checkEvaluation(original: ParsedContent, content: ParsedContent, report: Report): void {
  for (const name of ['sheet', 'followUp'] as const) {
    const partsOf = ({ evaluation }: ParsedContent): readonly EvaluationPart[] | undefined =>
      evaluation?.[name];
    checkShape(
      `${content.language}/evaluation.yaml`,
      name,
      partsOf(original),
      partsOf(content),
      report,
    );
  }
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Reports names that are missing, that are not in the original, or that are in another order. */
function checkList(
  place: { file: string; field?: string },
  expected: readonly string[],
  found: readonly string[],
  report: Report,
): boolean {
  const [there, here] = [new Set(expected), new Set(found)];
  const missing = expected.filter((id) => !here.has(id));
  const foreign = found.filter((id) => !there.has(id));
  for (const id of missing)
    report({
      ...place,
      message: `"${id}" is missing.`,
      suggestion: 'Translate it; the original has it.',
    });
  for (const id of foreign)
    report({
      ...place,
      message: `The original has no "${id}".`,
      suggestion: 'Delete it, or add it to the original.',
    });
  if (missing.length + foreign.length > 0) return false;
  if (isDeepStrictEqual(expected, found)) return true;
  report({
    ...place,
    message: `The order is ${found.join(', ')}.`,
    suggestion: `Write them in the order of the original: ${expected.join(', ')}.`,
  });
  return false;
}

/** Fields that are translated. */
const words = ['stem', 'text', 'feedback', 'unit', 'hint', 'heading', 'labels', 'sources'];

const withoutWords = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (words.includes(key) ? undefined : inner)),
  );

function checkShape(
  file: string,
  field: string,
  original: unknown,
  translated: unknown,
  report: Report,
): void {
  if (original === undefined || translated === undefined) return;
  if (isDeepStrictEqual(withoutWords(original), withoutWords(translated))) return;
  report({
    file,
    field,
    message: 'It differs from the original in more than its words.',
    suggestion: 'Copy it from the original, and translate what a reader sees.',
  });
}
