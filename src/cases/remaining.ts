import type { Configuration } from './configurations.ts';
import { isJudged } from './score.ts';

/** Numbers of decisions in a scene and all after it: on the shortest way to an ending, and on the longest. */
export type Remaining = readonly [shortest: number, longest: number];

/**
 * The remaining decisions in each scene with a decision, over all its reachable configurations. Together with
 * those already taken they give the length of a run.
 * @param all every configuration of a case without dead ends, predecessors first
 */
export function remaining(all: readonly Configuration[]): Readonly<Record<string, Remaining>> {
  const rest: Remaining[] = [];
  const scenes: Record<string, Remaining> = {};
  for (const { index, scene, exits } of all.toReversed()) {
    const ways = exits.flatMap(({ choice, to }): Remaining[] => {
      const [shortest, longest] = (to && rest[to.index]) ?? [0, 0];
      const own = choice && isJudged(choice) ? 1 : 0;
      return [[shortest + own, longest + own]];
    });
    const here = widest(ways);
    rest[index] = here;
    const earlier = scenes[scene];
    if (exits.some(({ choice }) => choice))
      scenes[scene] = earlier ? widest([earlier, here]) : here;
  }
  return scenes;
}

const widest = (ways: readonly Remaining[]): Remaining =>
  ways.length === 0
    ? [0, 0]
    : [Math.min(...ways.map(([least]) => least)), Math.max(...ways.map(([, most]) => most))];

/**
 * How many decisions a run takes in all.
 * @param number of the decision that is taken here, from 1
 * @returns the number, and whether it is the same whatever the learner decides; otherwise it lies in the middle
 */
export const totalDecisions = (
  number: number,
  [shortest, longest]: Remaining,
): { total: number; isExact: boolean } => ({
  total: number - 1 + Math.round((shortest + longest) / 2),
  isExact: shortest === longest,
});
