import { configurations } from './configurations.ts';
import { factsOf, type Facts } from './facts.ts';
import type { Scenario } from './format.ts';
import type { CaseGraph } from './graph.ts';
import { bestEnding, brokenAssumptions, deadEnds, outOfBounds, unreached } from './proof.ts';
import type { Finding } from './references.ts';

/** Findings and facts of the walk over every configuration of a case. Plain JSON. */
export interface Proof {
  readonly findings: readonly Finding[];
  /** Absent where no ending can be reached. */
  readonly facts?: Facts;
}

/** Maximum number of cached proofs; a live preview adds one at each save. */
const mostKept = 60;

/**
 * Cache of proofs, per process rather than per module: the content check proves every case, and Astro renders
 * pages with a second copy of this module and the same cases typeset.
 */
export const keptProofs = ((globalThis as Record<symbol, unknown>)[
  Symbol.for('course: proved cases')
] ??= new Map()) as Map<string, Proof>;

/**
 * The proof of a case without unknown names; each structure is proved once per process.
 * @param graph of the case
 * @param order its scenes, each before those it leads to
 */
export function proved(scenario: Scenario, graph: CaseGraph, order: readonly string[]): Proof {
  const key = structureOf(scenario, graph);
  const proof = keptProofs.get(key) ?? prove(scenario, graph, order);
  keptProofs.delete(key);
  keptProofs.set(key, proof);
  for (const [oldest] of keptProofs) if (keptProofs.size > mostKept) keptProofs.delete(oldest);
  return proof;
}

/** Cache key of a proof: everything it depends on in a case, without the words. */
const structureOf = ({ scenes }: Scenario, graph: CaseGraph): string =>
  JSON.stringify([graph, Object.values(scenes).map(({ assumes }) => assumes)]);

function prove(scenario: Scenario, graph: CaseGraph, order: readonly string[]): Proof {
  const all = configurations(graph, order);
  const findings = [
    ...deadEnds(graph, all),
    ...unreached(graph, all),
    ...outOfBounds(graph, all),
    ...bestEnding(graph, all),
    ...brokenAssumptions(scenario, all),
  ];
  const facts = factsOf(scenario, graph, all);
  return { findings, ...(facts && { facts }) };
}
