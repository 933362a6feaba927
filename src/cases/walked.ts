import { type Configuration, configurations } from './configurations.ts';
import type { CaseGraph } from './graph.ts';

/** A case that was walked; the exits of its configurations name the choices of this very graph. */
export interface Walk {
  readonly graph: CaseGraph;
  readonly all: readonly Configuration[];
}

/** Cases whose walk is kept; a live preview meets a new one at each save. */
const mostKept = 60;

/**
 * Walks by graph, kept for the process and not for this module: the check of the content walks every case, and
 * Astro loads a second copy of the module to render the pages for reviewers, with the same cases typeset.
 */
const kept = ((globalThis as Record<symbol, unknown>)[Symbol.for('course: walked cases')] ??=
  new Map()) as Map<string, Walk>;

/** Every configuration of a case; one of the same structure is walked once in a process. */
export function walked(graph: CaseGraph, order: readonly string[]): Walk {
  const key = JSON.stringify([graph, order]);
  const walk = kept.get(key) ?? { graph, all: configurations(graph, order) };
  kept.delete(key);
  kept.set(key, walk);
  for (const [oldest] of kept) if (kept.size > mostKept) kept.delete(oldest);
  return walk;
}
