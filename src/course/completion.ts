import type { Attempt } from './attempt.ts';
import type { CaseStructure, Structure } from './structure.ts';

/** What, beside every lesson viewed and every check passed, completes the course. */
export interface CompletionRule {
  /** Every case finished at least once, or one case of each stage that has any. */
  readonly cases: 'all' | 'one-per-stage';
}

/** The rule of a course, and no more of the course than that. */
export const completionRule = ({
  completion,
}: {
  readonly completion: CompletionRule;
}): CompletionRule => ({ cases: completion.cases });

/** What an attempt amounts to, as two separate statuses and a score (SCORM 2004 RTE 4.2.4, 4.2.22). */
export interface CourseStanding {
  readonly completion: 'incomplete' | 'completed';
  /** Never `failed`: tries are unlimited, so a failed try has left nothing decided (P21). */
  readonly success: 'unknown' | 'passed';
  /** Scaled, 0 to 1: the mean over all checks of the best try of each; absent before the first. */
  readonly score?: number;
}

/**
 * Completion, success and score of an attempt. None of them ever falls when something more is
 * recorded (P13): lessons stay viewed, cases stay finished, and only the best try of a check counts.
 * @param masteryScore scaled, 0 to 1; what passes a check
 */
export function courseStanding(
  attempt: Attempt,
  structure: Structure,
  rule: CompletionRule,
  masteryScore: number,
): CourseStanding {
  const { lessons, cases, checks } = structure;
  const best = checks.map(({ id }) => bestTry(attempt, id));
  const tried = best.some((score) => score !== undefined);
  const passed = best.every((score) => isPass(score, masteryScore));
  const done =
    lessons.every((id) => attempt.viewed.includes(id)) && casesMet(attempt, cases, rule) && passed;
  return {
    completion: done ? 'completed' : 'incomplete',
    success: passed && checks.length > 0 ? 'passed' : 'unknown',
    ...(tried && {
      score: best.reduce<number>((sum, score) => sum + (score ?? 0), 0) / best.length,
    }),
  };
}

/** Best scaled score of a check, 0 to 1; undefined before the first finished try. */
export function bestTry(attempt: Attempt, check: string): number | undefined {
  const tries = attempt.checks[check]?.tries ?? [];
  return tries.length === 0 ? undefined : Math.max(...tries);
}

/** Whether a scaled score reaches the mastery score; a hair below it counts, because both are decimals. */
export const isPass = (score: number | undefined, masteryScore: number): boolean =>
  score !== undefined && score >= masteryScore - 1e-9;

function casesMet(attempt: Attempt, cases: readonly CaseStructure[], rule: CompletionRule) {
  const isFinished = ({ id }: CaseStructure) => attempt.cases[id]?.finished === true;
  if (rule.cases === 'all') return cases.every(isFinished);
  return cases.every(
    ({ stage }) =>
      stage === undefined || cases.some((other) => other.stage === stage && isFinished(other)),
  );
}

/** The parts of a module, by id, as far as progress in it depends on them. */
export interface ModuleParts {
  readonly lessons: readonly string[];
  readonly cases: readonly string[];
  /** The check; its id is that of the module. Absent where the module has none. */
  readonly check?: string;
}

export interface ModuleProgress {
  /** Lessons viewed. */
  readonly viewed: number;
  /** Cases finished. */
  readonly finished: number;
  /** Best scaled score of the check, 0 to 1. */
  readonly best?: number;
  /** Whether the check is passed; true where there is none. */
  readonly passed: boolean;
  /** Parts done, and parts there are: lessons, cases and the check, each counting one. */
  readonly done: number;
  readonly of: number;
}

/** How far a learner is in one module. */
export function moduleProgress(
  attempt: Attempt,
  { lessons, cases, check }: ModuleParts,
  masteryScore: number,
): ModuleProgress {
  const viewed = lessons.filter((id) => attempt.viewed.includes(id)).length;
  const finished = cases.filter((id) => attempt.cases[id]?.finished === true).length;
  const best = check === undefined ? undefined : bestTry(attempt, check);
  const passed = check === undefined || isPass(best, masteryScore);
  return {
    viewed,
    finished,
    ...(best !== undefined && { best }),
    passed,
    done: viewed + finished + (check !== undefined && passed ? 1 : 0),
    of: lessons.length + cases.length + (check === undefined ? 0 : 1),
  };
}
