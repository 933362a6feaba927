import type { Step } from '../../progress/attempt.ts';
import type { CaseMachine, CaseState } from '../machine.ts';
import { begin, choose, proceed, sceneOf } from '../moves.ts';

/**
 * Every state of a run in order, passages included: from the start to where the last step led.
 * A step that the case does not offer ends the trail.
 */
export function trail(machine: CaseMachine, steps: readonly Step[]): CaseState[] {
  let at = begin(machine);
  const states = [at];
  for (const step of steps) {
    pressOn(states);
    at = states.at(-1) ?? at;
    const scene = `${sceneOf(at)}.`;
    const next = step.startsWith(scene) ? choose(at, step.slice(scene.length)) : undefined;
    if (!next) return states;
    states.push(next);
  }
  return states;
}

/** The trail of a run that is over, the passages before the ending and the ending included. */
export function wholeTrail(machine: CaseMachine, steps: readonly Step[]): CaseState[] {
  const states = trail(machine, steps);
  pressOn(states);
  return states;
}

/** Adds the states to which "continue" leads, up to the next decision or the ending. */
function pressOn(states: CaseState[]): void {
  const from = states.at(-1);
  for (let next = from && proceed(from); next; next = proceed(next)) states.push(next);
}
