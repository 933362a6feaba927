import type { Scenario } from '../../src/cases/format.ts';
import { choice, decision, ending, scenario } from '../fixtures/scenarios/build.ts';

/**
 * A case that forgets nothing: so many decisions in a row, each remembered by a flag that an ending
 * reads. It has 2^(decisions + 1) - 1 configurations.
 */
export function largeCase(decisions: number): Scenario {
  const flags = Array.from({ length: decisions }, (_, index) => `f${index}`);
  const scenes = Object.fromEntries(
    flags.map((flag, index) => {
      const next = index + 1 < decisions ? `d${index + 1}` : 'end';
      return [
        `d${index}`,
        decision(flag, [
          choice('sound', 'sound', next, { sets: [flag] }),
          choice('doubt', 'defensible', next),
        ]),
      ];
    }),
  );
  const read = flags.map((flag) => ({ flag }));
  return scenario('d0', { ...scenes, end: ending('best', read) }, flags);
}
