import type { Session } from '../../src/progress/session.ts';
import type { CourseData } from './course-data.ts';

/**
 * The progress as plain text, for a learner whose LMS does not save it. The learner can store the text or send it to an
 * administrator.
 * @param labels the label of each line, from the page: `date`, `lessons`, `decisions`, `score`, `state` and `code`
 */
export function progressText(
  { attempt, status }: Session,
  { structure }: CourseData,
  labels: DOMStringMap,
): string {
  const decisions = Object.values(attempt.cases).reduce((sum, { first }) => sum + first.length, 0);
  const { completion, success, score, suspendData } = status;
  const lines: [string, string][] = [
    ['date', new Date().toISOString().slice(0, 16)],
    ['lessons', `${attempt.viewed.length} / ${structure.lessons.length}`],
    ['decisions', String(decisions)],
    ['score', score === undefined ? '' : String(Math.round(score * 100))],
    ['state', `${completion}, ${success}`],
    ['code', suspendData],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${labels[name] ?? ''}: ${value}`)
    .join('\n');
}
