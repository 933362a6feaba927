import type { Course } from '../course/course.ts';
import { longestSuspendData, widestSuspendData } from '../progress/widest.ts';

/**
 * How much room the stored state of a course takes with everything in it done, in one line (P01). The
 * content rule `state-size` refuses a course that needs more.
 */
export function stateSizeLine({
  title,
  language,
  structure,
}: Pick<Course, 'title' | 'language' | 'structure'>): string {
  const count = (number: number) => new Intl.NumberFormat('en').format(number);
  return `Everything in "${title}" (${language}) done: ${count(widestSuspendData(structure))} of at most ${count(longestSuspendData)} characters of suspend data.`;
}
