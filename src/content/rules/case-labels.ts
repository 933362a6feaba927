import type { Choice, Scenario } from '../../cases/format.ts';
import type { Rule } from './rule.ts';

/** Numbers of scenes in which label length gives a sound choice away. */
export interface LabelLengths {
  /** Scenes with at least one sound choice and one that is not. */
  readonly scenes: number;
  /** Number of these in which a sound choice has the longest label, alone or tied with another. */
  readonly longest: number;
  /** Number of these in which a sound choice has the shortest label, alone or tied with another. */
  readonly shortest: number;
}

/** Counts the scenes of cases in which label length identifies a sound choice. */
export function labelLengths(cases: Iterable<Scenario>): LabelLengths {
  const scenes = [...cases]
    .flatMap(decisions)
    .filter(
      (choices) =>
        choices.some(({ judgement }) => judgement === 'sound') &&
        choices.some(({ judgement }) => judgement !== 'sound'),
    );
  const found = (pick: (lengths: number[]) => number) =>
    scenes.filter((choices) => {
      const extreme = pick(choices.map(({ label }) => label.length));
      return choices.some(
        ({ judgement, label }) => judgement === 'sound' && label.length === extreme,
      );
    }).length;
  return {
    scenes: scenes.length,
    longest: found((lengths) => Math.max(...lengths)),
    shortest: found((lengths) => Math.min(...lengths)),
  };
}

/** The choices with a verdict, for each scene that has any. */
const decisions = ({ scenes }: Scenario): Choice[][] =>
  Object.values(scenes)
    .map((scene) =>
      'choices' in scene ? scene.choices.filter(({ judgement }) => judgement !== 'neutral') : [],
    )
    .filter((choices) => choices.length > 0);

/**
 * Highest share of scenes with a sound choice as the longest, or as the shortest. Among four or five choices, of
 * which one or two are sound, chance makes a sound one the longest in 20 to 50 of a hundred, here in about 30.
 */
const mostShare = 0.35;
/** Minimum number of scenes for a meaningful share. */
const fewestScenes = 20;
/** Minimum number of decisions; a case with fewer can have one sound choice in each by chance. */
const fewestDecisions = 5;

/**
 * Cases in which a sound choice can be guessed by the length of its label, over all cases, or because every scene of a
 * case has the same number of sound choices.
 */
export const caseLabels: Rule = {
  id: 'case-labels',
  check({ scenarios, language }, report) {
    const lengths = labelLengths(scenarios.values());
    for (const which of ['longest', 'shortest'] as const)
      if (lengths.scenes >= fewestScenes && lengths[which] > mostShare * lengths.scenes)
        report({
          file: `${language}/scenarios/`,
          message: `In ${lengths[which]} of ${lengths.scenes} scenes of all cases a sound choice has the ${which} label.`,
          suggestion: `Bring the labels to one length, so that it is so in ${Math.floor(mostShare * lengths.scenes)} at most.`,
        });
    for (const [id, scenario] of scenarios) {
      const counts = decisions(scenario).map(
        (choices) => choices.filter(({ judgement }) => judgement === 'sound').length,
      );
      if (counts.length >= fewestDecisions && new Set(counts).size === 1)
        report({
          file: `${language}/scenarios/${id}.yaml`,
          field: 'scenes',
          message: `Every decision has the same number of sound choices (${counts[0]}).`,
          suggestion:
            'Give at least one scene two sound choices, or none, where the facts allow for it.',
        });
    }
  },
};
