import type { Citation } from '../course/source.ts';

/** A sentence of a unit, with what it rests on. */
export interface Statement {
  readonly words: string;
  readonly citations: readonly Citation[];
}
