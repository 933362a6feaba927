import { drawQuestions } from '../questions/draw.ts';
import { type Assessment, assessments, type Drawable, halfOf, isAssessment } from './halves.ts';
import type { QuestionStructure, Structure } from './structure.ts';

/**
 * Distributes `count` questions over the modules in proportion to the blueprint, by the method of largest remainders.
 * Of equal remainders, that of the earlier module wins. The result adds up to `count`.
 */
export function shares(blueprint: readonly number[], count: number): number[] {
  const all = blueprint.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return blueprint.map(() => 0);
  const exact = blueprint.map((weight) => (weight * count) / all);
  const whole = exact.map(Math.floor);
  const missing = count - whole.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/**
 * The questions of a pre-test or final, module by module. The same banks, number and seed always give the same draw
 * (P03: a resumed attempt shows the same questions in the same order).
 * @param banks the bank of each module, in the order of the course
 * @param blueprint weight of each module
 * @param seed integer, 0 to 2^30 - 1
 * @returns ids of questions
 */
export const drawAssessment = (
  assessment: Assessment,
  banks: readonly (readonly Drawable[])[],
  blueprint: readonly number[],
  count: number,
  seed: number,
): string[] =>
  shares(blueprint, count).flatMap((share, module) =>
    drawQuestions(halfOf(banks[module] ?? [], assessment), share, (seed + module * 7919) % 2 ** 30),
  );

/**
 * The questions that a try of a check or an assessment asks, in the order asked.
 * @param check id of a module, or `pre-test` or `final`
 * @param count number of questions of an assessment; ignored for a module check, whose number is in the structure
 */
export function askedIn(
  structure: Structure,
  check: string,
  seed: number,
  count: number,
): QuestionStructure[] {
  const banks = structure.checks.map(({ questions }) => questions);
  const shape = structure.checks.find(({ id: checkId }) => checkId === check);
  const ids = isAssessment(check)
    ? drawAssessment(check, banks, structure.assessment?.blueprint ?? [], count, seed)
    : shape === undefined
      ? []
      : drawQuestions(shape.questions, shape.draw, seed);
  const byId = new Map(banks.flat().map((question) => [question.id, question]));
  return ids.flatMap((question) => byId.get(question) ?? []);
}

/** Whether the tries of the final are used up without a pass. */
export const isExhausted = (
  { assessment }: { readonly assessment?: { readonly tries?: number | undefined } | undefined },
  tries: number,
): boolean => assessment?.tries !== undefined && tries >= assessment.tries;

/** The data that answers of a check or assessment depend on; undefined if the course has none with this id. */
export function banksOf({ checks, assessment }: Structure, id: string): unknown {
  if (!isAssessment(id)) {
    const check = checks.find((other) => other.id === id);
    // A module check draws from both halves.
    return check && { ...check, questions: check.questions.map(withoutHalf) };
  }
  return assessment && [assessment.blueprint, checks.map(({ questions }) => halfOf(questions, id))];
}

/** A question in the form from before halves were recorded. */
export const withoutHalf = ({
  id,
  objective,
  kind,
  options,
}: QuestionStructure): QuestionStructure => ({
  id,
  objective,
  kind,
  options,
});

/** Ids of the checks and assessments whose questions are the same in both structures. */
export const sameChecks = (structure: Structure, earlier: Structure): string[] =>
  checkIds(structure).filter(
    (id) => JSON.stringify(banksOf(structure, id)) === JSON.stringify(banksOf(earlier, id)),
  );

/** Ids of the checks in the order of the course, then of the assessments if it has them. */
export const checkIds = ({ checks, assessment }: Structure): string[] => [
  ...checks.map(({ id }) => id),
  ...(assessment ? assessments : []),
];
