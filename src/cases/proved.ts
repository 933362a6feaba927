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

/** Most cases whose proofs are kept; a live preview meets a new one at each save. */
const mostKept = 60;

/**
 * Proofs by what they depend on, kept for the process and not for this module: the content check proves every
 * case, and Astro loads a second copy of the module to render the pages, with the same cases typeset.
 */
export const keptProofs = ((globalThis as Record<symbol, unknown>)[
  Symbol.for('course: proved cases')
] ??= new Map()) as Map<string, Proof>;

/**
 * The proof of a case whose names all lead somewhere; one of the same structure is proved once in a process.
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

/** Key of a proof: everything that it reads of a case, and none of the words. */
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
