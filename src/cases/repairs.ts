import type { Step } from '../progress/attempt.ts';
import type { Configuration } from './configurations.ts';

/**
 * Harmful choices that can be repaired: a best ending is still reachable without further harmful choices. Each
 * is listed once, in the order of the configurations.
 */
export function repairs(all: readonly Configuration[]): readonly Step[] {
  /** Whether a best ending can be reached without a harmful choice, by configuration. */
  const open: boolean[] = [];
  for (const { index, outcome, exits } of all.toReversed())
    open[index] =
      outcome === 'best' ||
      exits.some(({ choice, to }) => to && choice?.judgement !== 'harmful' && open[to.index]);
  const steps = all.flatMap(({ scene, exits }) =>
    exits.flatMap(({ choice, to }): Step[] =>
      choice?.judgement === 'harmful' && to && open[to.index] ? [`${scene}.${choice.id}`] : [],
    ),
  );
  return [...new Set(steps)];
}
