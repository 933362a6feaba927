import type { Step } from '../progress/attempt.ts';
import type { CaseMachine, CaseState } from './machine.ts';
import { ahead, onward, replay, sceneOf } from './moves.ts';

/** The place of a learner in a case; it determines what the screen shows. */
export interface Place {
  /** The steps taken, from the start of the case. */
  readonly steps: readonly Step[];
  /** Id of the scene on screen; absent while the screen shows the consequence of the last step. */
  readonly scene?: string;
}

/** A place as states of the machine of the case. */
export interface PlaceState {
  /** State of the scene on screen, or of the scene after the last step. */
  readonly at: CaseState;
  /** State before the last step; only while its consequence is shown. */
  readonly before?: CaseState;
  /** Every state in order, from the start of the case to where the last step led. */
  readonly trail: readonly CaseState[];
}

/** @returns undefined if the case does not have this place (any more) */
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

/** The place for resuming a run before one of its decisions, counted from 0; 0 is the start of the case. */
export function placeBefore(machine: CaseMachine, run: readonly Step[], decision: number): Place {
  const steps = run.slice(0, decision);
  const { at } = replay(machine, steps);
  return { steps, scene: sceneOf(decision === 0 ? at : onward(at)) };
}

/** Parses a stored place from untrusted data; undefined if it is not one. */
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
