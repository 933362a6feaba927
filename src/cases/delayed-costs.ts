import type { Step } from '../progress/attempt.ts';
import type { Condition } from './format.ts';
import { leads, type CaseGraph, type GraphScene } from './graph.ts';

/**
 * Choices that are not sound and whose cost is delayed: they set a flag whose first trace, on every path, is at
 * least two scenes later. A trace is a paragraph or a choice that depends on the flag, or the scene to which a
 * branch on it leads.
 */
export function delayedCosts(graph: CaseGraph): readonly Step[] {
  return Object.entries(graph.scenes).flatMap(([scene, { choices = [] }]) =>
    choices.flatMap(({ id, judgement, sets = [], goto }): Step[] => {
      if (judgement === 'sound') return [];
      const branches = typeof goto === 'string' ? [{ goto }] : goto;
      const isLate = sets.some((flag) => {
        // A branch of the choice on its own flag shows at once.
        if (branches.some((branch) => 'when' in branch && names(branch.when, flag))) return false;
        const first = Math.min(...branches.map((branch) => firstTrace(graph, branch.goto, flag)));
        return first >= 2 && first < Infinity;
      });
      return isLate ? [`${scene}.${id}`] : [];
    }),
  );
}

/** Distance in scenes to the first trace of a flag, 1 for the scene given; Infinity where there is no trace. */
function firstTrace(graph: CaseGraph, from: string, flag: string): number {
  let here = new Set([from]);
  for (let distance = 1; here.size > 0; distance++) {
    const scenes = [...here].flatMap((id) => graph.scenes[id] ?? []);
    if (scenes.some((scene) => shows(scene, flag))) return distance;
    if (scenes.some((scene) => branchesOn(scene, flag))) return distance + 1;
    here = new Set(
      scenes.flatMap((scene) =>
        leads(scene).flatMap(({ branches }) => branches.map(({ goto }) => goto)),
      ),
    );
  }
  return Infinity;
}

const shows = ({ also = [], choices = [] }: GraphScene, flag: string): boolean =>
  [...also, ...choices.map(({ when }) => when)].some((when) => names(when, flag));

const branchesOn = (scene: GraphScene, flag: string): boolean =>
  leads(scene).some(({ branches }) => branches.some(({ when }) => names(when, flag)));

function names(when: Condition | undefined, flag: string): boolean {
  if (when === undefined) return false;
  if ('flag' in when) return when.flag === flag;
  if ('not' in when) return names(when.not, flag);
  if ('all' in when) return when.all.some((part) => names(part, flag));
  if ('any' in when) return when.any.some((part) => names(part, flag));
  return false;
}
