import { keptTries, triesKept } from '../tries.ts';

/** Scores in `more` that are not in `less`, as multisets: a score that occurs twice in `less` is removed twice. */
export function triesBeyond(less: readonly number[], more: readonly number[]): readonly number[] {
  const left = [...less];
  return more.filter((score) => {
    const index = left.findIndex((other) => Math.abs(other - score) < 1e-9);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Merges the scores of two copies. If there are more than `triesKept`, those of `other` count as the older ones. */
export function mergeTries(one: readonly number[], other: readonly number[]): readonly number[] {
  const more = triesBeyond(one, other);
  if (more.length === 0) return one;
  return one.length + more.length <= triesKept ? [...one, ...more] : keptTries([...more, ...one]);
}
