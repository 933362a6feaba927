import type { Step } from '../progress/attempt.ts';
import type { Judgement } from './format.ts';
import type { CaseGraph } from './graph.ts';

const worth: Readonly<Record<Judgement, number>> = { sound: 1, defensible: 0.5, harmful: 0 };

/** How a step is judged; undefined where the case has no such scene or choice. */
export function judgementOf(graph: CaseGraph, step: Step): Judgement | undefined {
  for (const [id, scene] of Object.entries(graph.scenes)) {
    const choice = scene.choices?.find((other) => `${id}.${other.id}` === step);
    if (choice) return choice.judgement;
  }
  return undefined;
}

/**
 * Scaled score of a run, 0 to 1: `sound` counts 1, `defensible` ½, `harmful` 0, averaged over the
 * steps the case still knows. Undefined while there are none.
 */
export function score(graph: CaseGraph, steps: readonly Step[]): number | undefined {
  const judged = steps.flatMap((step) => judgementOf(graph, step) ?? []);
  if (judged.length === 0) return undefined;
  return judged.reduce((sum, judgement) => sum + worth[judgement], 0) / judged.length;
}
