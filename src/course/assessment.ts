import { drawQuestions } from '../questions/draw.ts';
import type { QuestionStructure, Structure } from './structure.ts';

/** The pre-test, and the final assessment, which is its post-test: one blueprint, other questions. */
export const assessments = ['pre-test', 'final'] as const;
export type Assessment = (typeof assessments)[number];

export const isAssessment = (check: string): check is Assessment =>
  (assessments as readonly string[]).includes(check);

/**
 * How many questions each module gives when `count` are asked: in proportion to the blueprint, whole
 * numbers that add up to `count` (largest remainder; of equals, the earlier module).
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

/** A question of a bank, as far as drawing depends on it. */
type Drawable = Pick<QuestionStructure, 'id' | 'objective'>;

/**
 * The half of a bank that an assessment draws from. Questions of one objective go to the two halves
 * in turn, in their authored order, which is append-only: a question never changes sides.
 */
export function halfOf<T extends Drawable>(bank: readonly T[], assessment: Assessment): T[] {
  const objectives = [...new Set(bank.map(({ objective }) => objective))];
  const seen = new Map<string, number>();
  return bank.filter(({ objective }) => {
    const place = seen.get(objective) ?? 0;
    seen.set(objective, place + 1);
    return (place + objectives.indexOf(objective)) % 2 === assessments.indexOf(assessment);
  });
}

/**
 * The questions of a pre-test or final, module after module. The same banks, number and seed always
 * give the same draw (P03: a resumed attempt shows the same questions in the same order).
 * @param banks of each module, in the order of the course
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
 * @param count how many an assessment asks; a module check asks what the course says
 */
export function askedIn(
  structure: Structure,
  check: string,
  seed: number,
  count: number,
): QuestionStructure[] {
  const banks = structure.checks.map(({ questions }) => questions);
  const shape = structure.checks.find(({ id: own }) => own === check);
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

/** All that the answers of a check or an assessment rest on; undefined where the course has none of that id. */
export const banksOf = ({ checks, assessment }: Structure, id: string): unknown =>
  isAssessment(id)
    ? assessment && [assessment.blueprint, checks]
    : checks.find((other) => other.id === id);

/** Ids of the checks and assessments whose questions are the same in both structures. */
export const sameChecks = (structure: Structure, earlier: Structure): string[] =>
  checkIds(structure).filter(
    (id) => JSON.stringify(banksOf(structure, id)) === JSON.stringify(banksOf(earlier, id)),
  );

/** Checks in the order of the course, then the assessments, where it has them. */
export const checkIds = ({ checks, assessment }: Structure): string[] => [
  ...checks.map(({ id }) => id),
  ...(assessment ? assessments : []),
];
