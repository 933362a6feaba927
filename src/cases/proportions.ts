import { caseMinutes } from '../course/minutes.ts';
import type { Scenario } from './format.ts';
import { delayedCosts } from './delayed-costs.ts';
import type { Facts } from './facts.ts';
import { leads, caseGraph } from './graph.ts';

/**
 * One measure of a case with its target range. A value outside the range is not a fault in a draft; the tests
 * enforce it for the cases of the course.
 */
export interface Proportion {
  readonly measure:
    | 'scenes'
    | 'fewestDecisions'
    | 'decisions'
    | 'endings'
    | 'conditions'
    | 'delayedCosts'
    | 'repairs'
    | 'minutes';
  readonly value: number;
  /** Minimum and optional maximum of the target range. */
  readonly least: number;
  readonly most?: number;
  readonly isWithin: boolean;
}

/**
 * The size of a case: 10 to 25 scenes, 3 to 6 decisions on every run, 3 or more endings, at least one
 * condition, so that what was decided early matters later, at least one decision whose cost shows only
 * two scenes later, at least one harmful choice that can be repaired, and 8 to 15 minutes for a run.
 */
export function proportions(scenario: Scenario, facts: Facts): readonly Proportion[] {
  const scenes = Object.values(caseGraph(scenario).scenes);
  const conditions = scenes.flatMap((scene) => [
    ...(scene.also ?? []),
    ...leads(scene).flatMap(({ choice, branches }) =>
      [choice, ...branches].flatMap((place) => place?.when ?? []),
    ),
  ]);
  return [
    proportion('scenes', scenes.length, 10, 25),
    proportion('fewestDecisions', facts.decisions.shortest, 3, 6),
    proportion('decisions', facts.decisions.longest, 3, 6),
    proportion('endings', facts.endings.length, 3),
    proportion('conditions', conditions.length, 1),
    proportion('delayedCosts', delayedCosts(caseGraph(scenario)).length, 1),
    proportion('repairs', facts.repairs.length, 1),
    proportion('minutes', caseMinutes(scenario), 8, 15),
  ];
}

const proportion = (
  measure: Proportion['measure'],
  value: number,
  least: number,
  most?: number,
): Proportion => ({
  measure,
  value,
  least,
  ...(most !== undefined && { most }),
  isWithin: value >= least && value <= (most ?? Infinity),
});
