import type { Attempt } from '../progress/attempt.ts';
import { bestTry, caseGroups, coreOf, isPass } from '../course/completion.ts';
import type { CompletionRule } from '../course/completion-rule.ts';
import type { CaseStructure, Structure } from '../course/structure.ts';

/** The shape of a course as far as a certificate depends on it. */
export interface CertifiedStructure extends Pick<Structure, 'lessons' | 'tracks'> {
  readonly cases: readonly Pick<CaseStructure, 'id' | 'stage'>[];
}

/** Parts of the course that a learner still has to do for the certificate. */
export interface Missing {
  /** Core lessons not read to the end. */
  readonly lessons: readonly string[];
  /** Groups of cases; one case of each group is still to be played to an end. */
  readonly cases: readonly (readonly string[])[];
  /** Whether the final assessment is still to be passed. */
  readonly final: boolean;
}

/**
 * Parts still to do for the certificate of a course that asks for its final. There are none exactly when
 * the course is completed and passed (`courseStatus`): a final whose tries are used up completes
 * the course, and earns no certificate.
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

/** Whether nothing is missing for the certificate. */
export const isNothing = ({ lessons, cases, final }: Missing): boolean =>
  lessons.length === 0 && cases.length === 0 && !final;
