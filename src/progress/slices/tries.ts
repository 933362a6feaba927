/**
 * Maximum number of stored scores of a check. Learners may try without limit, but the space in an LMS is limited, so
 * beyond this number the oldest score that is not the best is dropped.
 */
export const triesKept = 8;

/** Appends a scaled score, 0 to 1, and drops scores beyond `triesKept`. */
export const withTry = (tries: readonly number[], score: number): readonly number[] =>
  keptTries([...tries, score]);

/** Limits scores, oldest first, to `triesKept`: the latest ones, and the best one even if it is older. */
export function keptTries(tries: readonly number[]): readonly number[] {
  if (tries.length <= triesKept) return tries;
  const best = tries.indexOf(Math.max(...tries));
  const latest = tries.length - triesKept;
  return best < latest ? [tries[best] ?? 0, ...tries.slice(latest + 1)] : tries.slice(latest);
}
