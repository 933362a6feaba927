import type { Step } from '../progress/attempt.ts';
import type { Condition, Goto, Outcome } from './format.ts';
import type { Plot, PlotChoice } from './plot.ts';

/**
 * The walk through a case, as it runs in the learner's browser. Small and without dependencies;
 * `compile.ts` says the same as a statechart, and the tests prove that the two agree.
 */

/** Where the learner stands in a case: the scene, and what was gathered on the way to it. */
export interface Place {
  readonly scene: string;
  /** The flags that are set, each once, in alphabetical order. */
  readonly flags: readonly string[];
  /** Level of every indicator, 0 to 10. */
  readonly indicators: Readonly<Record<string, number>>;
}

/** The place at which every run starts. */
export const begin = ({ start, indicators }: Plot): Place => ({
  scene: start,
  flags: [],
  indicators,
});

/** Whether a condition holds; an absent condition always does. */
export function holds(when: Condition | undefined, at: Place): boolean {
  if (when === undefined) return true;
  if ('flag' in when) return at.flags.includes(when.flag);
  if ('not' in when) return !holds(when.not, at);
  if ('all' in when) return when.all.every((part) => holds(part, at));
  if ('any' in when) return when.any.some((part) => holds(part, at));
  const level = at.indicators[when.indicator];
  if (level === undefined) return false;
  return 'atLeast' in when ? level >= when.atLeast : level <= when.atMost;
}

/** The choices that can be taken here, in authored order; none in a passage or an ending. */
export const offered = (plot: Plot, at: Place): readonly PlotChoice[] =>
  (plot.scenes[at.scene]?.choices ?? []).filter(({ when }) => holds(when, at));

/** For each `also` paragraph of the scene, in authored order, whether it is shown. */
export const told = (plot: Plot, at: Place): readonly boolean[] =>
  (plot.scenes[at.scene]?.also ?? []).map((when) => holds(when, at));

/** The outcome, where the scene is an ending. */
export const outcome = (plot: Plot, at: Place): Outcome | undefined =>
  plot.scenes[at.scene]?.outcome;

/**
 * The place to which a choice leads. Its effects and flags come first; a conditional `goto` is
 * judged after them. Undefined where the choice is not offered or no branch of its `goto` holds.
 */
export function choose(plot: Plot, at: Place, id: string): Place | undefined {
  const choice = offered(plot, at).find((other) => other.id === id);
  if (!choice) return undefined;
  const { sets, effects, goto } = choice;
  const indicators = { ...at.indicators };
  for (const name in effects) indicators[name] = Number(indicators[name]) + Number(effects[name]);
  const flags = sets ? [...new Set([...at.flags, ...sets])].sort() : at.flags;
  return follow(goto, { scene: at.scene, flags, indicators });
}

/** The place to which a passage leads; undefined in any other scene, or where no branch holds. */
export const proceed = (plot: Plot, at: Place): Place | undefined =>
  follow(plot.scenes[at.scene]?.goto, at);

function follow(goto: Goto | undefined, at: Place): Place | undefined {
  const scene = typeof goto === 'string' ? goto : goto?.find(({ when }) => holds(when, at))?.goto;
  return scene === undefined ? undefined : { ...at, scene };
}

/** The next decision or ending: where the learner is after pressing "continue" in every passage. */
export function onward(plot: Plot, at: Place): Place {
  for (let next = proceed(plot, at); next; next = proceed(plot, at)) at = next;
  return at;
}

/** How far a recorded run could be followed. */
export interface Replay {
  /**
   * Where the learner stands now. With nothing lost: the scene to which the last step led, which
   * may be a passage. With steps lost: the last decision or ending that could be reached.
   */
  readonly at: Place;
  /** How many steps were followed. */
  readonly taken: number;
  /** How many were not, because the case has changed since they were recorded. */
  readonly lost: number;
}

/**
 * Follows recorded steps from the start, through passages by itself, and stops at the first step
 * that the case no longer offers. Takes any list of strings and never throws.
 */
export function replay(plot: Plot, steps: readonly Step[]): Replay {
  let at = begin(plot);
  for (const [taken, step] of steps.entries()) {
    const here = onward(plot, at);
    const scene = `${here.scene}.`;
    const next = step.startsWith(scene) && choose(plot, here, step.slice(scene.length));
    if (!next) return { at: here, taken, lost: steps.length - taken };
    at = next;
  }
  return { at, taken: steps.length, lost: 0 };
}
