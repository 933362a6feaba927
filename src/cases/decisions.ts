import type { Step } from '../progress/attempt.ts';
import type { CaseGraph } from './graph.ts';
import { judgementOf } from './score.ts';

/** Number of steps that are decisions rather than questions asked before one. */
export const decisionsIn = (graph: CaseGraph, steps: readonly Step[]): number =>
  steps.filter((step) => judgementOf(graph, step) !== 'neutral').length;

/**
 * Number of the decision that a step of a run is, from 1; undefined for a question asked before one.
 * @param step its position in the run, counted from 0
 */
export const decisionNumber = (
  graph: CaseGraph,
  run: readonly Step[],
  step: number,
): number | undefined =>
  decisionsIn(graph, run.slice(step, step + 1)) === 1
    ? decisionsIn(graph, run.slice(0, step + 1))
    : undefined;
