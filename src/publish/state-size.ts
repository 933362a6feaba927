import type { Course } from '../course/course.ts';
import { longestSuspendData, widestSuspendData } from '../progress/widest.ts';

/**
 * States in one line the size of a course's stored state once everything is done (P01). The content rule `state-size`
 * rejects a course that exceeds the limit.
 */
export function stateSizeLine({
  title,
  language,
  structure,
}: Pick<Course, 'title' | 'language' | 'structure'>): string {
  const count = (number: number) => new Intl.NumberFormat('en').format(number);
  return `Everything in "${title}" (${language}) done: ${count(widestSuspendData(structure))} of at most ${count(longestSuspendData)} characters of suspend data.`;
}
