import type { Step } from '../progress/attempt.ts';
import { outcomes, type Judgement, type Outcome, type Scenario } from './format.ts';
import { wayTo, type Configuration } from './configurations.ts';
import type { CaseGraph } from './graph.ts';
import { mixedPasts, type MixedPast } from './mixed-pasts.ts';
import { remaining, type Remaining } from './remaining.ts';
import { repairs } from './repairs.ts';
import { isJudged, score } from './score.ts';

/** Facts about a case over all its paths, for reviewers. */
export interface Facts {
  /** Number of reachable configurations. */
  readonly configurations: number;
  /** Number of different runs from the start to an ending. */
  readonly paths: number;
  /** Number of decisions in a run: the mean over all paths, and the fewest and most. */
  readonly decisions: {
    readonly mean: number;
    readonly shortest: number;
    readonly longest: number;
  };
  /** Fewest and most decisions to an ending from each scene with a decision, including its own. */
  readonly remaining: Readonly<Record<string, Remaining>>;
  /** Every ending, in authored order. */
  readonly endings: readonly EndingFacts[];
  /** Lowest and highest level of each indicator over all configurations. */
  readonly indicators: Readonly<
    Record<string, { readonly lowest: number; readonly highest: number }>
  >;
  /** Scenes in which all choices always lead to the same place, with the same flags and levels. */
  readonly idleDecisions: readonly string[];
  /** Scenes in which some learners are offered only one choice. */
  readonly forcedDecisions: readonly string[];
  /** Scenes reached with different pasts although nothing in them depends on the past. */
  readonly mixedPasts: readonly MixedPast[];
  /** Harmful choices, as steps, after which a best ending is still reachable. */
  readonly repairs: readonly Step[];
  /** A run to the best outcome with the best judgements, and one to the poorest with the worst. */
  readonly best: Transcript;
  readonly worst: Transcript;
}

export interface EndingFacts {
  readonly scene: string;
  readonly outcome: Outcome;
  readonly paths: number;
  /** Share of all paths, 0 to 1. */
  readonly share: number;
  /** The steps of a shortest way to it; absent where it is never reached. */
  readonly shortest?: readonly Step[];
}

export interface Transcript {
  readonly steps: readonly Step[];
  readonly ending: string;
  readonly outcome: Outcome;
  /** Scaled score, 0 to 1; absent where the run has no decision. */
  readonly score?: number;
}

/**
 * The facts of a case, counted over its configurations rather than path by path: a case of some
 * dozens of scenes may have millions of paths. Undefined where no ending can be reached.
 */
export function factsOf(
  scenario: Scenario,
  graph: CaseGraph,
  all: readonly Configuration[],
): Facts | undefined {
  const ends = all.filter(({ outcome }) => outcome);
  const decisionsHere = decisionScenes(graph, all);
  const paths: number[] = all.map(({ index }) => (index === 0 ? 1 : 0));
  const decisions = all.map(() => 0);
  const longest = all.map(() => 0);
  for (const { index: from, exits } of all) {
    for (const { choice, to } of exits) {
      if (!to) continue;
      const taken = choice && isJudged(choice) ? 1 : 0;
      paths[to.index] = at(paths, to.index) + at(paths, from);
      decisions[to.index] = at(decisions, to.index) + at(decisions, from) + taken * at(paths, from);
      longest[to.index] = Math.max(at(longest, to.index), at(longest, from) + taken);
    }
  }
  const total = sum(ends.map(({ index }) => at(paths, index)));
  const best = extreme(graph, all, 'least');
  const worst = extreme(graph, all, 'most');
  if (!best || !worst) return undefined;

  return {
    configurations: all.length,
    paths: total,
    decisions: {
      mean: sum(ends.map(({ index }) => at(decisions, index))) / total,
      shortest: range(ends.map((end) => end.decisions)).lowest,
      longest: range(ends.map(({ index }) => at(longest, index))).highest,
    },
    remaining: remaining(all),
    endings: Object.entries(graph.scenes).flatMap(([scene, body]): EndingFacts[] => {
      if (body.outcome === undefined) return [];
      const here = ends.filter((end) => end.scene === scene);
      const count = sum(here.map(({ index }) => at(paths, index)));
      const [nearest] = here.toSorted((one, other) => one.decisions - other.decisions);
      const shortest = nearest && { shortest: wayTo(nearest) };
      return [{ scene, outcome: body.outcome, paths: count, share: count / total, ...shortest }];
    }),
    indicators: Object.fromEntries(
      Object.keys(graph.indicators).map((name) => [
        name,
        range(all.map(({ memory }) => memory.indicators[name] ?? 0)),
      ]),
    ),
    idleDecisions: decisionsHere
      .filter(({ here }) =>
        here.every(({ exits }) => new Set(exits.map(({ to }) => to)).size === 1),
      )
      .map(({ scene }) => scene),
    forcedDecisions: decisionsHere
      .filter(({ here }) => here.some(({ exits }) => exits.length === 1))
      .map(({ scene }) => scene),
    mixedPasts: mixedPasts(scenario, all),
    repairs: repairs(all),
    best,
    worst,
  };
}

const at = (counts: readonly number[], index: number) => counts[index] ?? 0;

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

const range = (numbers: readonly number[]) => ({
  lowest: numbers.reduce((one, other) => Math.min(one, other), Infinity),
  highest: numbers.reduce((one, other) => Math.max(one, other), -Infinity),
});

/** Every decision that is reached, with its configurations. */
const decisionScenes = (graph: CaseGraph, all: readonly Configuration[]) =>
  Object.entries(graph.scenes)
    .filter(([, { choices }]) => choices !== undefined)
    .map(([scene]) => ({
      scene,
      here: all.filter((configuration) => configuration.scene === scene),
    }))
    .filter(({ here }) => here.length > 0);

/** Weight of a decision: harm before doubt, doubt before length; a case has fewer than 100 decisions. */
const weight: Readonly<Record<Judgement, number>> = {
  neutral: 0,
  sound: 1,
  defensible: 101,
  harmful: 10_001,
};

/** The run with the least or most weight, by outcome first, then by judgements. */
function extreme(
  graph: CaseGraph,
  all: readonly Configuration[],
  end: 'least' | 'most',
): Transcript | undefined {
  interface Run {
    readonly weight: number;
    readonly configuration: Configuration;
    readonly before?: Run;
    readonly step?: Step;
  }
  const sign = end === 'least' ? 1 : -1;
  const lighter = <R extends Run>(one: R, other: R | undefined) =>
    !other || sign * one.weight < sign * other.weight ? one : other;
  const runs: Run[] = [];
  let chosen: (Run & { readonly outcome: Outcome }) | undefined;
  for (const configuration of all) {
    const before = runs[configuration.index] ?? { weight: 0, configuration };
    const reached = configuration.outcome;
    if (reached) {
      const heavy = 1_000_000 * outcomes.indexOf(reached);
      chosen = lighter({ ...before, weight: before.weight + heavy, outcome: reached }, chosen);
    }
    for (const { choice, to } of configuration.exits) {
      if (!to) continue;
      const run: Run = {
        weight: before.weight + (choice ? weight[choice.judgement] : 0),
        configuration: to,
        before,
        ...(choice && { step: `${configuration.scene}.${choice.id}` as const }),
      };
      runs[to.index] = lighter(run, runs[to.index]);
    }
  }
  if (!chosen) return undefined;
  const steps: Step[] = [];
  for (let run: Run | undefined = chosen; run; run = run.before) if (run.step) steps.push(run.step);
  steps.reverse();
  const scaled = score(graph, steps);
  return {
    steps,
    ending: chosen.configuration.scene,
    outcome: chosen.outcome,
    ...(scaled !== undefined && { score: scaled }),
  };
}
