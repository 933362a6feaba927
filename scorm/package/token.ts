import type { Standard } from '../manifest/packaged-course.ts';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * What an LMS is told of an option or a choice.
 *
 * SCORM 1.2 takes one letter or digit (CMIFeedback, "choice"): the position in the authored order,
 * `0` to `9`, then `a` to `z`. SCORM 2004 takes a short identifier, in Moodle letters, digits,
 * underscore and dot only: the id with `_` for `-`.
 * @param position from 0 to 35
 */
export function token(standard: Standard, id: string, position: number): string {
  const digit = digits[position];
  if (digit === undefined)
    throw new RangeError(`"${id}" stands at ${position}; SCORM 1.2 can name 36 at most`);
  return standard === 'scorm12' ? digit : id.replaceAll('-', '_');
}
