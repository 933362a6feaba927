import type { Step } from '../../src/progress/attempt.ts';
import { configurations, sceneOrder, type Configuration } from '../../src/cases/configurations.ts';
import type { CaseGraph } from '../../src/cases/graph.ts';

/**
 * Runs from the start to an ending that together take every choice of the case, as few as a greedy
 * search finds: each next run takes as many untaken choices as any run can, and ends in an ending
 * not yet seen where it may choose. The graph must be without faults.
 */
export function coveringRuns(graph: CaseGraph): readonly (readonly Step[])[] {
  const order = sceneOrder(graph);
  if ('cycle' in order)
    throw new Error(`A case that runs in a circle has no runs: ${order.cycle.join()}`);
  const all = configurations(graph, order.order);
  const open = new Set<Step>(
    all.flatMap((here) => here.exits.flatMap((exit) => stepOf(here, exit))),
  );
  const unseen = new Set(all.flatMap(({ scene, outcome }) => (outcome === undefined ? [] : scene)));
  const runs: (readonly Step[])[] = [];
  while (open.size > 0 || unseen.size > 0) {
    const { steps, ending } = fullestRun(all, open, unseen);
    const before = open.size + unseen.size;
    for (const step of steps) open.delete(step);
    unseen.delete(ending);
    if (open.size + unseen.size === before) throw new Error('No run takes what is left.');
    runs.push(steps);
  }
  return runs;
}

const stepOf = ({ scene }: Configuration, { choice }: Configuration['exits'][number]): Step[] =>
  choice ? [`${scene}.${choice.id}`] : [];

/** The run that takes most of the open steps; between equals, one to an unseen ending. */
function fullestRun(
  all: readonly Configuration[],
  open: ReadonlySet<Step>,
  unseen: ReadonlySet<string>,
): { steps: readonly Step[]; ending: string } {
  interface Way {
    readonly worth: number;
    readonly steps: readonly Step[];
  }
  const ways: Way[] = [{ worth: 0, steps: [] }];
  let best: (Way & { readonly ending: string }) | undefined;
  for (const here of all) {
    const way = ways[here.index];
    if (way === undefined) continue;
    if (here.outcome !== undefined) {
      const worth = way.worth + (unseen.has(here.scene) ? 0.5 : 0);
      if (!best || worth > best.worth) best = { ...way, worth, ending: here.scene };
    }
    for (const exit of here.exits) {
      if (!exit.to) continue;
      const steps = stepOf(here, exit);
      const worth = way.worth + steps.filter((step) => open.has(step)).length;
      const known = ways[exit.to.index];
      if (!known || worth > known.worth)
        ways[exit.to.index] = { worth, steps: [...way.steps, ...steps] };
    }
  }
  if (!best) throw new Error('No ending can be reached.');
  return best;
}
