import type { Attempt } from './attempt.ts';

/** What a local copy would bring back that the LMS has lost (P16). */
export interface Offer {
  /** How many more lessons viewed, first decisions in cases, and finished tries of checks. */
  readonly lessons: number;
  readonly decisions: number;
  readonly tries: number;
}

/** What one attempt has beyond another; undefined when that is nothing but time and place. */
export function gain(less: Attempt, more: Attempt): Offer | undefined {
  const decisions = ({ cases }: Attempt) =>
    Object.values(cases).reduce((sum, { first }) => sum + first.length, 0);
  const tries = ({ checks }: Attempt) =>
    Object.values(checks).reduce((sum, check) => sum + check.tries.length, 0);
  const offer = {
    lessons: more.viewed.length - less.viewed.length,
    decisions: Math.max(0, decisions(more) - decisions(less)),
    tries: Math.max(0, tries(more) - tries(less)),
  };
  return offer.lessons + offer.decisions + offer.tries > 0 ? offer : undefined;
}
