import type { Step } from '../progress/attempt.ts';
import type { Judgement } from './format.ts';
import type { CaseGraph, GraphChoice } from './graph.ts';

const worth: Readonly<Record<Judgement, number | undefined>> = {
  sound: 1,
  defensible: 0.5,
  harmful: 0,
  neutral: undefined,
};

/** Whether a choice is a decision; a neutral one is a question asked before it. */
export const isJudged = ({ judgement }: GraphChoice): boolean => judgement !== 'neutral';

/** Judgement of a step; undefined where the case has no such scene or choice. */
export function judgementOf(graph: CaseGraph, step: Step): Judgement | undefined {
  const [scene = '', choice] = step.split('.');
  return graph.scenes[scene]?.choices?.find(({ id }) => id === choice)?.judgement;
}

/**
 * Scaled score of a run, 0 to 1: `sound` counts 1, `defensible` ½, `harmful` 0, averaged over the
 * steps the case still knows; neutral ones do not count. Undefined while there are none.
 */
export function score(graph: CaseGraph, steps: readonly Step[]): number | undefined {
  const judged = steps.flatMap((step) => {
    const judgement = judgementOf(graph, step);
    return (judgement && worth[judgement]) ?? [];
  });
  if (judged.length === 0) return undefined;
  return judged.reduce((sum, value) => sum + value, 0) / judged.length;
}
