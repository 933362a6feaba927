const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The letter or digit that stands for an option in SCORM 1.2 (RTE 3.4.7, CMIFeedback, "choice"), by its position in the
 * authored order: `a` to `z`, then `0` to `9` (P23).
 * @throws RangeError for a position above 35
 */
export function letterOf(position: number): string {
  const letter = letters[position];
  if (letter === undefined)
    throw new RangeError(
      `Position ${position}: SCORM 1.2 can name at most 36 options. Shorten the list of options.`,
    );
  return letter;
}
