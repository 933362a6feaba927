import type { Step } from '../progress/attempt.ts';
import type { CaseMachine, CaseState } from './machine.ts';
import { ahead, onward, replay, sceneOf } from './moves.ts';

/** The place of a learner in a case: what the screen shows can be found from it alone. */
export interface Place {
  /** The steps taken, from the start of the case. */
  readonly steps: readonly Step[];
  /** Id of the scene that is shown; absent while the screen shows what follows from the last step. */
  readonly scene?: string;
}

/** A place as states of the machine of the case. */
export interface PlaceState {
  /** State of the scene that is shown, or of the one to which the last step led. */
  readonly at: CaseState;
  /** State in which the last step was taken; only while its consequence is shown. */
  readonly before?: CaseState;
  /** Every state in order, from the start of the case to where the last step led. */
  readonly trail: readonly CaseState[];
}

/** @returns undefined where the case has no such place, because it was changed since or the place was never in it */
export function stateAt(machine: CaseMachine, { steps, scene }: Place): PlaceState | undefined {
  const { at, trail, lost } = replay(machine, steps);
  if (lost > 0) return undefined;
  if (scene === undefined) {
    const before = trail.at(-2);
    return steps.length > 0 && before ? { at, before, trail } : undefined;
  }
  const here = [at, ...ahead(at)].find((state) => sceneOf(state) === scene);
  return here && { at: here, trail };
}

/** The place in which a run is taken up before one of its decisions, counted from 0; 0 is the start of the case. */
export function placeBefore(machine: CaseMachine, run: readonly Step[], decision: number): Place {
  const steps = run.slice(0, decision);
  const { at } = replay(machine, steps);
  return { steps, scene: sceneOf(decision === 0 ? at : onward(at)) };
}

/** Reads a place from what a browser kept, whatever that is; undefined where it is none. */
export function placeFrom(value: unknown): Place | undefined {
  const { steps, scene } = (value ?? {}) as { steps?: unknown; scene?: unknown };
  const isStep = (step: unknown): step is Step => typeof step === 'string' && step.includes('.');
  if (!Array.isArray(steps) || !steps.every(isStep)) return undefined;
  if (scene === undefined) return { steps };
  return typeof scene === 'string' ? { steps, scene } : undefined;
}

/** Whether two places are one. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.scene === other.scene && one.steps.join() === other.steps.join();
