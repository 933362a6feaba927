import type { Way } from './way.ts';

/** One decision beside the same one of other groups. */
export interface ComparedRound {
  /** By group, in their order: the scene and what was taken there; undefined where the way had ended. */
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
