import { wayTo, type Configuration } from './configurations.ts';
import { leads, type CaseGraph } from './graph.ts';
import type { Finding } from './references.ts';
import type { Scenario } from './format.ts';
import { holds } from './memory.ts';
import { isJudged } from './score.ts';

/** The path to a configuration in the words of a message. */
const after = (configuration: Configuration) => {
  const way = wayTo(configuration);
  return way.length === 0 ? 'at the start' : `after ${way.join(', ')}`;
};

/** Path of a choice in the file of its case. */
const choiceField = (graph: CaseGraph, scene: string, id: string) =>
  `scenes.${scene}.choices.${graph.scenes[scene]?.choices?.findIndex((choice) => choice.id === id)}`;

/** Keeps the first finding on each field. */
const once = (findings: readonly Finding[]): readonly Finding[] =>
  [...new Map(findings.toReversed().map((finding) => [finding.field, finding])).values()].reverse();

/**
 * Dead ends. In a case without cycles these are the only configurations from which no ending can be reached:
 * every other path goes on, and the number of scenes is finite.
 */
export function deadEnds(graph: CaseGraph, all: readonly Configuration[]): readonly Finding[] {
  const findings = all.flatMap((here): Finding[] => {
    const { scene } = here;
    if (here.outcome) return [];
    if (here.exits.length === 0) {
      const message = `No choice is offered ${after(here)}: the learner is trapped.`;
      const suggestion = 'Offer at least one choice whatever happened before.';
      return [{ field: `scenes.${scene}.choices`, message, suggestion }];
    }
    return here.exits
      .filter(({ to }) => to === undefined)
      .map(({ choice }) => ({
        field: choice ? `${choiceField(graph, scene, choice.id)}.goto` : `scenes.${scene}.goto`,
        message: `No branch ${choice ? `of the choice "${choice.id}" ` : ''}holds ${after(here)}: the learner is trapped.`,
        suggestion: 'Leave the condition of the last branch out.',
      }));
  });
  return once(findings);
}

/** Scenes, choices, branches and paragraphs that no learner can ever see. */
export function unreached(graph: CaseGraph, all: readonly Configuration[]): readonly Finding[] {
  const seen = new Map<string, Configuration[]>();
  for (const here of all) {
    const there = seen.get(here.scene);
    if (there) there.push(here);
    else seen.set(here.scene, [here]);
  }
  return Object.entries(graph.scenes).flatMap(([id, scene]): Finding[] => {
    const field = `scenes.${id}`;
    const here = seen.get(id);
    if (!here) return [{ field, ...whyUnreached(graph, id, new Set(seen.keys())) }];
    const neverTold = (scene.also ?? []).flatMap((when, index) =>
      here.some(({ memory }) => holds(when, memory))
        ? []
        : {
            field: `${field}.also.${index}`,
            message: 'This paragraph is never shown: its condition never holds here.',
            suggestion: 'Correct the condition, or delete the paragraph.',
          },
    );
    const neverTaken = leads(scene).flatMap((lead): Finding[] => {
      const exits = here.flatMap((from) =>
        from.exits.filter((exit) => exit.choice === lead.choice),
      );
      if (lead.choice && exits.length === 0) {
        return [
          {
            field: `${field}.${lead.field.replace(/\.goto$/, '')}`,
            message: `The choice "${lead.choice.id}" is never offered: its condition never holds here.`,
            suggestion: 'Correct the condition, or delete the choice.',
          },
        ];
      }
      const taken = new Set(
        exits.map(({ to }) => to && lead.branches.findIndex(({ when }) => holds(when, to.memory))),
      );
      return lead.branches.flatMap((branch, index) =>
        taken.has(index)
          ? []
          : {
              field: `${field}.${branch.field}`,
              message: `The branch to "${branch.goto}" is never taken.`,
              suggestion: 'Correct its condition or those before it, or delete the branch.',
            },
      );
    });
    return [...neverTold, ...neverTaken];
  });
}

function whyUnreached(graph: CaseGraph, id: string, reached: ReadonlySet<string>) {
  const kind = graph.scenes[id]?.outcome === undefined ? 'scene' : 'ending';
  const from = Object.entries(graph.scenes)
    .filter(([, scene]) => leads(scene).some(({ branches }) => branches.some((b) => b.goto === id)))
    .map(([scene]) => scene);
  if (from.length === 0) {
    return {
      message: `The ${kind} "${id}" is an orphan: no goto leads to it.`,
      suggestion: 'Lead a choice to it, or delete it.',
    };
  }
  if (!from.some((scene) => reached.has(scene))) {
    return {
      message: `The ${kind} "${id}" is never reached: only "${from.join('", "')}" leads to it, which is never reached.`,
      suggestion: 'Lead a choice to the scene before it, or delete both.',
    };
  }
  return {
    message: `The ${kind} "${id}" is never reached: the conditions on the way to it never hold.`,
    suggestion: 'Correct the conditions of the gotos that lead to it.',
  };
}

/** Scenes whose assumption (`assumes`) does not hold on some path. */
export function brokenAssumptions(
  { scenes }: Scenario,
  all: readonly Configuration[],
): readonly Finding[] {
  return once(
    all.flatMap((here): Finding[] => {
      const assumes = scenes[here.scene]?.assumes;
      if (assumes === undefined || holds(assumes, here.memory)) return [];
      return [
        {
          field: `scenes.${here.scene}.assumes`,
          message: `What the scene assumes does not hold ${after(here)}.`,
          suggestion:
            'Lead that path elsewhere, or move the words that depend on it to a paragraph under also.',
        },
      ];
    }),
  );
}

/** Choices that take an indicator below 0 or above 10 on some path. */
export function outOfBounds(graph: CaseGraph, all: readonly Configuration[]): readonly Finding[] {
  const findings = all.flatMap((here) =>
    here.exits.flatMap(({ choice, to }) =>
      Object.keys(choice?.effects ?? {}).flatMap((name): Finding[] => {
        const level = to?.memory.indicators[name];
        if (choice === undefined || level === undefined || (level >= 0 && level <= 10)) return [];
        return [
          {
            field: `${choiceField(graph, here.scene, choice.id)}.effects.${name}`,
            message: `"${name}" comes to ${level} with the choice "${choice.id}" ${after(here)}.`,
            suggestion:
              'Keep it within 0 and 10 on every path: change this effect, another, or the start.',
          },
        ];
      }),
    ),
  );
  return once(findings);
}

/**
 * Whether sound practice is rewarded: sound choices alone reach a best ending from the start, and one
 * defensible choice before the last decision never rules it out.
 */
export function bestEnding(graph: CaseGraph, all: readonly Configuration[]): readonly Finding[] {
  if (!Object.values(graph.scenes).some((scene) => scene.outcome === 'best')) {
    const suggestion = 'Give the ending of a sound course the outcome best.';
    return [{ field: 'scenes', message: 'No ending has the outcome best.', suggestion }];
  }

  /** Most decisions still to take on a sound way to a best ending, by configuration; -1 without such a way. */
  const sound: number[] = [];
  /** Whether any decision still follows, by configuration. */
  const more: boolean[] = [];
  for (const { index, outcome, exits } of all.toReversed()) {
    more[index] = exits.some(
      ({ choice, to }) => (choice && isJudged(choice)) || (to && more[to.index]),
    );
    sound[index] = Math.max(
      outcome === 'best' ? 0 : -1,
      ...exits.map(({ choice, to }) => {
        const rest = to ? (sound[to.index] ?? -1) : -1;
        if (rest < 0 || (choice && isJudged(choice) && choice.judgement !== 'sound')) return -1;
        return rest + (choice && isJudged(choice) ? 1 : 0);
      }),
    );
  }
  const isOpen = (here: Configuration) => (sound[here.index] ?? -1) >= 0;

  const [start] = all;
  if (!start || !isOpen(start)) {
    return [
      {
        field: 'scenes',
        message: 'No best ending can be reached from the start by sound choices only.',
        suggestion: 'Lead sound choices to it, or judge a choice on the way anew.',
      },
    ];
  }

  /** Configurations reachable by sound choices only. */
  const flawless = new Set([start]);
  for (const here of all) {
    if (!flawless.has(here)) continue;
    for (const { choice, to } of here.exits) {
      if (to && (!choice || !isJudged(choice) || choice.judgement === 'sound')) flawless.add(to);
    }
  }
  const findings = [...flawless].filter(isOpen).flatMap((here) =>
    here.exits.flatMap(({ choice, to }): Finding[] => {
      if (choice?.judgement !== 'defensible' || !to || isOpen(to)) return [];
      const isEarly = (sound[here.index] ?? 0) > 1 || more[to.index];
      if (!isEarly) return [];
      return [
        {
          field: choiceField(graph, here.scene, choice.id),
          message: `The defensible choice "${choice.id}" closes every best ending ${after(here)}.`,
          suggestion:
            'Before the last decision, leave a way of sound choices to a best ending, or judge it harmful.',
        },
      ];
    }),
  );
  return once(findings);
}
