import { isExhausted } from './assessment.ts';
import type { Attempt } from '../progress/attempt.ts';
import type { CompletionRule } from './completion-rule.ts';
import type { CaseStructure, Structure, TrackStructure } from './structure.ts';

/** Extracts the completion rule from a course. */
export const completionRule = ({
  completion: { lessons, cases, checks, track },
}: {
  readonly completion: CompletionRule;
}): CompletionRule => ({ lessons, cases, checks, ...(track !== undefined && { track }) });

/** The effective track: the one fixed for the package, else the learner's, else the first. */
export const trackOf = (
  { tracks = [] }: Pick<Structure, 'tracks'>,
  { track: fixed }: Pick<CompletionRule, 'track'>,
  { track: chosen }: Pick<Attempt, 'track'>,
): TrackStructure | undefined => tracks.find(({ id }) => id === (fixed ?? chosen)) ?? tracks[0];

/** Status of an attempt, with separate completion and success, and a score (SCORM 2004 RTE 4.2.4, 4.2.22). */
export interface CourseStatus {
  readonly completion: 'incomplete' | 'completed';
  /** `failed` only once the tries of the final are used up; until then a learner can still pass (P21). */
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Scaled, 0 to 1: the best final, or the mean over all checks of the best try of each. */
  readonly score?: number;
}

/**
 * Completion, success and score of an attempt. None of them decreases when more is recorded (P13): lessons stay viewed,
 * cases stay finished, and only the best try of a check counts.
 * @param masteryScore scaled score, 0 to 1, that passes a check
 */
export function courseStatus(
  attempt: Attempt,
  structure: Structure,
  rule: CompletionRule,
  masteryScore: number,
): CourseStatus {
  const read = coreOf(attempt, structure, rule).every((id) => attempt.viewed.includes(id));
  const decided = caseGroups(attempt, structure, rule).every((group) =>
    group.some((id) => attempt.cases[id]?.finished === true),
  );
  const { success, score, isOver } = checksMet(attempt, structure, rule, masteryScore);
  return {
    completion: read && decided && isOver ? 'completed' : 'incomplete',
    success,
    ...(score !== undefined && { score }),
  };
}

function checksMet(
  attempt: Attempt,
  structure: Structure,
  { checks: checkRule }: CompletionRule,
  masteryScore: number,
) {
  if (checkRule === 'final') {
    const score = bestTry(attempt, 'final');
    const passed = isPass(score, masteryScore);
    const isOver = passed || isExhausted(structure, attempt.checks['final']?.tries.length ?? 0);
    const success = passed ? 'passed' : isOver ? 'failed' : 'unknown';
    return { success, score, isOver } as const;
  }
  const best = structure.checks.map(({ id }) => bestTry(attempt, id));
  const tried = best.some((score) => score !== undefined);
  const passed = best.every((score) => isPass(score, masteryScore));
  return {
    success: passed && best.length > 0 ? 'passed' : 'unknown',
    score: tried
      ? best.reduce<number>((sum, score) => sum + (score ?? 0), 0) / best.length
      : undefined,
    isOver: passed,
  } as const;
}

/** Best scaled score of a check, 0 to 1; undefined before the first finished try. */
export function bestTry(attempt: Attempt, check: string): number | undefined {
  const tries = attempt.checks[check]?.tries ?? [];
  return tries.length === 0 ? undefined : Math.max(...tries);
}

/** Whether a scaled score reaches the mastery score, with a tolerance for floating-point error. */
export const isPass = (score: number | undefined, masteryScore: number): boolean =>
  score !== undefined && score >= masteryScore - 1e-9;

/** Ids of the lessons required for completion. */
export function coreOf(
  attempt: Pick<Attempt, 'track'>,
  structure: Pick<Structure, 'lessons' | 'tracks'>,
  rule: CompletionRule,
): readonly string[] {
  if (rule.lessons === 'none') return [];
  const track = trackOf(structure, rule, attempt);
  return rule.lessons === 'core' && track ? track.lessons : structure.lessons;
}

/** Groups of case ids; completion requires one case of each group. */
export function caseGroups(
  attempt: Pick<Attempt, 'track'>,
  {
    cases,
    tracks,
  }: Pick<Structure, 'tracks'> & { readonly cases: readonly Pick<CaseStructure, 'id' | 'stage'>[] },
  rule: CompletionRule,
): readonly (readonly string[])[] {
  if (rule.cases === 'none') return [];
  // A track may require less than one case of each stage; if all cases are required, it reduces nothing.
  const isLess = rule.cases !== 'all' && trackOf({ tracks }, rule, attempt)?.cases === 'one';
  const caseRule = isLess ? 'one' : rule.cases;
  if (caseRule === 'all') return cases.map(({ id }) => [id]);
  const groups = new Map<string, string[]>();
  for (const { id, stage } of cases)
    if (stage !== undefined) {
      const group = caseRule === 'one' ? 'any' : stage;
      groups.set(group, [...(groups.get(group) ?? []), id]);
    }
  return [...groups.values()];
}
