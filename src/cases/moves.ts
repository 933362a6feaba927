import { initialTransition, transition } from 'xstate';
import type { Step } from '../progress/attempt.ts';
import type { Outcome } from './format.ts';
import type { GraphChoice, GraphScene } from './graph.ts';
import type { CaseEvent, CaseMachine, CaseState } from './machine.ts';
import { holds } from './memory.ts';

/** Id of the scene a run stands in. */
export const sceneOf = ({ value }: CaseState): string => value as string;

/** The state in which every run starts. */
export const begin = (machine: CaseMachine): CaseState => initialTransition(machine)[0];

/** The scene of the graph a run stands in. */
const bodyOf = (state: CaseState): GraphScene | undefined =>
  state.machine.states[sceneOf(state)]?.meta as GraphScene | undefined;

/** The choices that can be taken here, in authored order; none in a passage or an ending. */
export const offered = (state: CaseState): readonly GraphChoice[] =>
  (bodyOf(state)?.choices ?? []).filter(({ when }) => holds(when, state.context));

/** For each `also` paragraph of the scene, in authored order, whether it is shown. */
export const shownParagraphs = (state: CaseState): readonly boolean[] =>
  (bodyOf(state)?.also ?? []).map((when) => holds(when, state.context));

/** The outcome, where the scene is an ending. */
export const outcome = (state: CaseState): Outcome | undefined => bodyOf(state)?.outcome;

/**
 * The state to which a choice leads.
 * @returns undefined where the choice is not offered or no branch of its `goto` holds
 */
export function choose(state: CaseState, id: string): CaseState | undefined {
  const next = send(state, { type: `choose.${id}` });
  // Still in a transient state: no branch holds (`caseConfig`).
  return next === undefined || bodyOf(next) === undefined ? undefined : next;
}

/** The state to which a passage leads; undefined in any other scene, or where no branch holds. */
export const proceed = (state: CaseState): CaseState | undefined =>
  send(state, { type: 'proceed' });

const send = (state: CaseState, event: CaseEvent): CaseState | undefined =>
  state.status === 'active' && state.can(event)
    ? transition(state.machine, state, event)[0]
    : undefined;

/** The states to which "continue" leads from here, one after another, up to the next decision or ending. */
export function ahead(state: CaseState): CaseState[] {
  const states: CaseState[] = [];
  for (let next = proceed(state); next; next = proceed(next)) states.push(next);
  return states;
}

/** The next decision or ending, after "continue" in every passage. */
export const onward = (state: CaseState): CaseState => ahead(state).at(-1) ?? state;

/** A recorded run, followed as far as the case still allows. */
export interface Replay {
  /**
   * Final state of the run. Without lost steps: the scene after the last step, which may be a passage. With
   * lost steps: the last decision or ending that could be reached.
   */
  readonly at: CaseState;
  /** Every state up to there in order, passages included; the first is where the case starts. */
  readonly trail: readonly CaseState[];
  /** Number of steps that were followed. */
  readonly taken: number;
  /** Number of steps that could not be followed, because the case has changed since. */
  readonly lost: number;
}

/**
 * Replays recorded steps from the start, continuing through passages automatically, and stops at the first step
 * that the case no longer offers. Accepts any list of strings and never throws.
 */
export function replay(machine: CaseMachine, steps: readonly Step[]): Replay {
  let at = begin(machine);
  const trail = [at];
  for (const [taken, step] of steps.entries()) {
    trail.push(...ahead(at));
    at = trail.at(-1) ?? at;
    const scene = `${sceneOf(at)}.`;
    const next = step.startsWith(scene) ? choose(at, step.slice(scene.length)) : undefined;
    if (next === undefined) return { at, trail, taken, lost: steps.length - taken };
    trail.push((at = next));
  }
  return { at, trail, taken: steps.length, lost: 0 };
}
