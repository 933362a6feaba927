import type { Step } from '../progress/attempt.ts';
import type { CaseState } from './machine.ts';
import { sceneOf } from './moves.ts';

/** A run from one of its decisions on, or the same run had another choice been taken there. */
export interface Way {
  /** The state to which the decision leads first. */
  readonly next: CaseState;
  /** The state in which the way ends once every later decision that it shares with the run is taken as there. */
  readonly end: CaseState;
  /** The later choices that were taken on it. */
  readonly later: readonly Step[];
}

/** Functions that run the machine; passed in, so that a script loaded later does not contain XState a second time. */
export type WayMoves = Pick<typeof import('./moves.ts'), 'choose' | 'onward'>;

/**
 * Follows a choice from where it is offered, then the later choices of a run as far as the way comes to them.
 * It stops where it asks for a decision that the run never took, or no longer offers the one it took.
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
