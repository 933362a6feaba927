import type { Step } from '../progress/attempt.ts';
import type { CaseState } from './machine.ts';
import { sceneOf } from './moves.ts';

/** A run from one of its decisions on, or its counterfactual with another choice there. */
export interface Way {
  /** The state to which the decision leads first. */
  readonly next: CaseState;
  /** Final state after taking every later decision that it shares with the run as in the run. */
  readonly end: CaseState;
  /** The later choices that were taken on it. */
  readonly later: readonly Step[];
}

/** Functions that run the machine; injected, so that a lazily loaded script does not bundle XState again. */
export type WayMoves = Pick<typeof import('./moves.ts'), 'choose' | 'onward'>;

/**
 * Takes a choice where it is offered, then the later choices of a run where they apply. Stops at a decision
 * that the run never took, or whose choice is not offered here.
 * @param before where the choice is offered
 * @param later choices of the run after that decision
 * @returns undefined where the choice is not offered
 */
export function followed(
  moves: WayMoves,
  before: CaseState,
  choice: string,
  later: readonly Step[],
): Way | undefined {
  const next = moves.choose(before, choice);
  if (!next) return undefined;
  const taken: Step[] = [];
  let end = moves.onward(next);
  for (;;) {
    const scene = `${sceneOf(end)}.`;
    const step = later.find((one) => one.startsWith(scene));
    const on = step && moves.choose(end, step.slice(scene.length));
    if (!step || !on) return { next, end, later: taken };
    taken.push(step);
    end = moves.onward(on);
  }
}
