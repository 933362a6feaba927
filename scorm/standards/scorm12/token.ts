const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The letter or digit by which SCORM 1.2 names an option (RTE 3.4.7, CMIFeedback, "choice"): its
 * position in the authored order, `a` to `z`, then `0` to `9` (P23).
 * @throws RangeError for a position above 35
 */
export function letterOf(position: number): string {
  const letter = letters[position];
  if (letter === undefined)
    throw new RangeError(`Position ${position}: SCORM 1.2 can name 36 options at most.`);
  return letter;
}
