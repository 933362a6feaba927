/** Tries are unlimited, what an LMS stores is not: of more than this, the oldest that is not the best goes. */
export const triesKept = 8;

/** The tries with one more, as many as are kept. */
export const withTry = (tries: readonly number[], score: number): readonly number[] =>
  keptTries([...tries, score]);

/** The best and the latest of the tries. */
export function keptTries(tries: readonly number[]): readonly number[] {
  if (tries.length <= triesKept) return tries;
  const best = tries.indexOf(Math.max(...tries));
  const latest = tries.length - triesKept;
  return best < latest ? [tries[best] ?? 0, ...tries.slice(latest + 1)] : tries.slice(latest);
}
