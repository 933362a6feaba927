import type { Scenario } from '../course/scenario.ts';
import type { Facts } from './facts.ts';
import { leads, plot } from './plot.ts';

/** One measure of a case beside what authors aim at. A remark on style, never a fault. */
export interface Proportion {
  readonly measure: 'scenes' | 'decisions' | 'endings' | 'conditions';
  readonly value: number;
  /** The least and, where there is one, the most that is aimed at. */
  readonly least: number;
  readonly most?: number;
  readonly isWithin: boolean;
}

/**
 * The size of a case: 10 to 25 scenes, 3 to 6 decisions on its longest run, 3 or more endings,
 * and at least one condition, so that what was decided early matters later.
 */
export function proportions(scenario: Scenario, facts: Facts): readonly Proportion[] {
  const scenes = Object.values(plot(scenario).scenes);
  const conditions = scenes.flatMap((scene) => [
    ...(scene.also ?? []),
    ...leads(scene).flatMap(({ choice, branches }) =>
      [choice, ...branches].flatMap((place) => place?.when ?? []),
    ),
  ]);
  return [
    proportion('scenes', scenes.length, 10, 25),
    proportion('decisions', facts.decisions.longest, 3, 6),
    proportion('endings', facts.endings.length, 3),
    proportion('conditions', conditions.length, 1),
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
