import type { Scenario } from '../../cases/format.ts';
import type { Rule } from './rule.ts';

/** Counts of similarities between the reasons of choices. */
export interface ReasonForms {
  /** Reasons of choices that are not sound. */
  readonly unsound: number;
  /** Number of these that contain "but" or "however", so that praise comes first and the fault after it. */
  readonly turning: number;
  /** Number of all reasons, and of those that begin with each pair of words. */
  readonly reasons: number;
  readonly openings: ReadonlyMap<string, number>;
}

/** Counts the reasons of cases by how they open and turn. */
export function reasonForms(cases: Iterable<Scenario>): ReasonForms {
  const judged = [...cases]
    .flatMap(({ scenes }) => Object.values(scenes))
    .flatMap((scene) => ('choices' in scene ? scene.choices : []))
    .filter(({ judgement }) => judgement !== 'neutral');
  const unsound = judged.filter(({ judgement }) => judgement !== 'sound');
  const openings = new Map<string, number>();
  for (const { reason } of judged) {
    const opening = reason.split(/\s+/, 2).join(' ');
    openings.set(opening, (openings.get(opening) ?? 0) + 1);
  }
  return {
    unsound: unsound.length,
    turning: unsound.filter(({ reason }) => /\b(?:but|however)\b/i.test(reason)).length,
    reasons: judged.length,
    openings,
  };
}

/** Highest share of reasons that turn: in one of four, a learner who waits for it misses three of four choices. */
const mostTurning = 0.25;
/** Highest share of reasons with one opening, about one a case: a reader of one case does not meet it twice. */
const mostAlike = 0.03;
/** Minimum number of reasons for a meaningful share. */
const fewest = 100;

/** The reasons of choices neither all turn on "but" nor open with the same two words. */
export const caseReasons: Rule = {
  id: 'case-reasons',
  languages: ['en'],
  check({ scenarios, language }, report) {
    const { unsound, turning, reasons, openings } = reasonForms(scenarios.values());
    const file = `${language}/scenarios/`;
    if (unsound >= fewest && turning > mostTurning * unsound)
      report({
        file,
        message: `${turning} of ${unsound} reasons of choices that are not sound turn on "but" or "however".`,
        suggestion: `Say what is missing in a sentence of its own, so that ${Math.floor(mostTurning * unsound)} at most do.`,
      });
    if (reasons < fewest) return;
    for (const [opening, count] of openings)
      if (count > mostAlike * reasons)
        report({
          file,
          message: `${count} of ${reasons} reasons begin with "${opening}".`,
          suggestion: `Open them differently, so that ${Math.floor(mostAlike * reasons)} at most begin so.`,
        });
  },
};
