import type { Attempt } from '../progress/attempt.ts';
import { bestTry, caseGroups, coreOf, isPass } from '../course/completion.ts';
import type { CompletionRule } from '../course/completion-rule.ts';
import type { CaseStructure, Structure } from '../course/structure.ts';

/** The parts of a course's structure that a certificate depends on. */
export interface CertifiedStructure extends Pick<Structure, 'lessons' | 'tracks'> {
  readonly cases: readonly Pick<CaseStructure, 'id' | 'stage'>[];
}

/** Parts of the course that a learner still has to do for the certificate. */
export interface Missing {
  /** Core lessons not read to the end. */
  readonly lessons: readonly string[];
  /** Groups of cases, of each of which one case is still to be played to an end. */
  readonly cases: readonly (readonly string[])[];
  /** Whether the final assessment is still to be passed. */
  readonly final: boolean;
}

/**
 * Parts still to do for the certificate of a course that requires its final. The result is empty exactly if the course
 * is completed and passed (`courseStatus`): a final without tries left completes the course, but earns no certificate.
 * @param masteryScore scaled, 0 to 1
 */
export function missingFor(
  attempt: Attempt,
  structure: CertifiedStructure,
  rule: CompletionRule,
  masteryScore: number,
): Missing {
  const isFinished = (id: string) => attempt.cases[id]?.finished === true;
  return {
    lessons: coreOf(attempt, structure, rule).filter((id) => !attempt.viewed.includes(id)),
    cases: caseGroups(attempt, structure, rule).filter((group) => !group.some(isFinished)),
    final: !isPass(bestTry(attempt, 'final'), masteryScore),
  };
}

/** Whether all conditions of the certificate are met. */
export const isNothing = ({ lessons, cases, final }: Missing): boolean =>
  lessons.length === 0 && cases.length === 0 && !final;
