import type { Attempt, LearningEvent } from './attempt.ts';
import { isAssessment } from '../course/halves.ts';
import type { Chosen } from './interaction.ts';
import type { Report } from './recorder.ts';
import type { ObjectiveReport } from './driver.ts';
import type { ReportedCourse } from './slices/stored/stored-slice.ts';
import { storedAttempts } from './stored-attempts.ts';

/**
 * The interactions that an LMS is told of an event (P24), by the slices that it changed: a decision of
 * the first run of a case, or an answer in a check that counts.
 * @param before the attempt before the event; `after` is the one after it
 */
export const interactionsOf = (
  event: LearningEvent,
  before: Attempt,
  after: Attempt,
  course: ReportedCourse,
): readonly Chosen[] => storedAttempts.report(event, before, after, course);

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
  const assessmentScore = isAssessment(event.check) ? { [event.check]: event.score } : {};
  const tested = event.check === 'pre-test' ? {} : objectives;
  return Object.entries({ ...assessmentScore, ...tested }).map(([id, score]) => ({
    id,
    score,
    success: score >= mastery ? 'passed' : 'failed',
  }));
}
