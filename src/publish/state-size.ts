import type { Course } from '../course/course.ts';
import { longestSuspendData, widestSuspendData } from '../progress/widest.ts';

/**
 * How much room the stored state of a course takes with everything in it done, in one line.
 * @param characters of suspend data, `widestSuspendData` of the course
 * @throws where that is more than an LMS can be trusted with (P01); the message says what to change
 */
export function stateSizeLine(
  { title, language, structure }: Pick<Course, 'title' | 'language' | 'structure'>,
  characters = widestSuspendData(structure),
): string {
  const count = (number: number) => new Intl.NumberFormat('en').format(number);
  const line = `Everything in "${title}" (${language}) done: ${count(characters)} of at most ${count(longestSuspendData)} characters of suspend data.`;
  if (characters <= longestSuspendData) return line;
  throw new Error(
    `${line}\nAn LMS might cut it. In course.yaml, lower \`questions\` of the longest track or \`draw\` of the longest check, or take out a case; a case costs least with few decisions.`,
  );
}
