import type { Attempt, LearningEvent } from './attempt.ts';
import { askedIn, isAssessment } from '../course/assessment.ts';
import type { CompletionRule } from '../course/completion.ts';
import type { Structure } from '../course/structure.ts';
import { answerOf, type Chosen, decisionOf } from './interaction.ts';
import { isLogged } from './log.ts';
import type { Report } from './recorder.ts';
import type { ObjectiveReport } from './driver.ts';

/**
 * The interaction that an LMS is told of an event (P24): a decision of the first run of a case, or an
 * answer in a check that counts.
 * @param before the attempt before the event; `attempt` is the one after it
 */
export function interactionOf(
  event: LearningEvent,
  before: Attempt,
  attempt: Attempt,
  { structure, rule }: { structure: Structure; rule: CompletionRule },
): Chosen | undefined {
  if (event.type === 'case.chosen') {
    const shape = structure.cases.find(({ id }) => id === event.case);
    const isFirst = attempt.cases[event.case]?.first !== before.cases[event.case]?.first;
    return shape && isFirst ? decisionOf(shape, event.scene, event.choice) : undefined;
  }
  if (event.type !== 'check.answered') return undefined;
  const open = attempt.checks[event.check]?.open;
  if (open === undefined || !isLogged(event.check, rule)) return undefined;
  const question = askedIn(structure, event.check, open.seed, open.answers.length)[event.item];
  return question && answerOf(question, event.response);
}

/**
 * The objectives that an LMS is told of when a check is finished, each with its scaled score.
 * A pre-test measures where a learner starts: its score is told, its parts are not.
 * @param mastery scaled, 0 to 1; from it on an objective is passed
 */
export function objectivesOf(
  event: LearningEvent,
  { objectives }: Report,
  mastery: number,
): ObjectiveReport[] {
  if (event.type !== 'check.finished') return [];
  const own = isAssessment(event.check) ? { [event.check]: event.score } : {};
  const tested = event.check === 'pre-test' ? {} : objectives;
  return Object.entries({ ...own, ...tested }).map(([id, score]) => ({
    id,
    score,
    success: score >= mastery ? 'passed' : 'failed',
  }));
}
