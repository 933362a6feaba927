import type { Way } from './way.ts';

/** The decisions of all groups in the same round. */
export interface ComparedRound {
  /** Choice of each group, in their order, with its scene; undefined if the way of the group had ended. */
  readonly taken: readonly ({ readonly scene: string; readonly choice: string } | undefined)[];
  /** Whether all groups were in the same scene and made the same choice. */
  readonly isAlike: boolean;
}

/** Compares the ways of groups by round. */
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
