import type { Standard } from '../standards/packaged-course.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * What an LMS is told of an option or a choice.
 *
 * SCORM 1.2 takes one letter or digit (CMIFeedback, "choice"): the position in the authored order,
 * `a` to `z`, then `0` to `9`. SCORM 2004 takes a short identifier, in Moodle letters, digits,
 * underscore and dot only: the id with `_` for `-`.
 * @param position from 0 to 35
 */
export function token(standard: Standard, id: string, position: number): string {
  const letter = letters[position];
  if (letter === undefined)
    throw new RangeError(`"${id}" stands at ${position}; SCORM 1.2 can name 36 at most`);
  return standard === 'scorm12' ? letter : id.replaceAll('-', '_');
}
