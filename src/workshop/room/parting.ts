import type { Way } from './way.ts';

/** One decision beside the same one of other groups. */
export interface ComparedRound {
  /** Choice of each group, in their order, with its scene; undefined where the way of the group had ended. */
  readonly taken: readonly ({ readonly scene: string; readonly choice: string } | undefined)[];
  /** Whether all groups stood in the same scene and chose the same. */
  readonly isAlike: boolean;
}

/** The ways of groups side by side, decision by decision. */
export function compareWays(ways: readonly Pick<Way, 'rounds'>[]): ComparedRound[] {
  const longest = Math.max(0, ...ways.map(({ rounds }) => rounds.length));
  return Array.from({ length: longest }, (_, round) => {
    const taken = ways.map(({ rounds }) => {
      const each = rounds[round];
      return each && { scene: each.scene, choice: each.taken };
    });
    const names = new Set(taken.map((each) => each && `${each.scene}.${each.choice}`));
    return { taken, isAlike: names.size === 1 };
  });
}
