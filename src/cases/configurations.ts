import type { Step } from '../progress/attempt.ts';
import { leads, type Plot, type PlotChoice } from './plot.ts';
import { begin, choose, offered, proceed, type Place } from './walk.ts';

/** One reachable configuration of a case: a scene with the flags and levels it is reached with. */
export interface Configuration {
  /** Its position in the list; every exit leads to a later one. */
  readonly index: number;
  readonly place: Place;
  /** One exit for each choice offered, in authored order; one out of a passage; none out of an ending. */
  readonly exits: readonly Exit[];
  /** How many decisions the shortest way here takes. */
  readonly decisions: number;
  /** The last exit on the shortest way here, and where it begins; absent at the start. */
  readonly from?: { readonly configuration: Configuration; readonly exit: Exit };
}

export interface Exit {
  /** Absent out of a passage. */
  readonly choice?: PlotChoice;
  /** Absent where no branch of the `goto` holds. */
  readonly to?: Configuration;
}

/**
 * The scenes in an order in which every `goto` leads forward, or the scenes of a cycle, the first
 * of them named again at the end. Looks at every `goto`, whether or not its condition can hold.
 */
export function sceneOrder(plot: Plot): { order: readonly string[] } | { cycle: string[] } {
  const done: string[] = [];
  const open: string[] = [];
  const visit = (scene: string): string[] | undefined => {
    if (done.includes(scene)) return undefined;
    if (open.includes(scene)) return [...open.slice(open.indexOf(scene)), scene];
    open.push(scene);
    const body = plot.scenes[scene];
    for (const { branches } of body ? leads(body) : []) {
      for (const { goto } of branches) {
        const cycle = visit(goto);
        if (cycle) return cycle;
      }
    }
    open.pop();
    done.push(scene);
    return undefined;
  };
  for (const scene of [plot.start, ...Object.keys(plot.scenes)]) {
    const cycle = visit(scene);
    if (cycle) return { cycle };
  }
  return { order: done.reverse() };
}

/**
 * Every reachable configuration, predecessors first: scene after scene in `order`, so that each
 * is final when its exits are followed and one pass is enough.
 */
export function configurations(plot: Plot, order: readonly string[]): readonly Configuration[] {
  type Open = { -readonly [Key in keyof Configuration]: Configuration[Key] };
  const found = new Map(order.map((scene) => [scene, new Map<string, Open>()]));
  const all: Open[] = [];

  const reach = (place: Place, decisions: number): Open => {
    const known = found.get(place.scene);
    if (!known) throw new Error(`The order of scenes leaves out "${place.scene}".`);
    // Levels are always in the order of the plot's start levels: `choose` keeps it.
    const key = `${place.flags.join()};${Object.values(place.indicators).join()}`;
    const before = known.get(key);
    if (before) return before;
    const configuration: Open = { index: -1, place, exits: [], decisions };
    known.set(key, configuration);
    return configuration;
  };

  reach(begin(plot), 0);
  for (const known of found.values()) {
    for (const here of known.values()) {
      here.index = all.push(here) - 1;
      const { place } = here;
      const leave = (next: Place | undefined, choice?: PlotChoice): Exit => {
        const decisions = here.decisions + (choice ? 1 : 0);
        const to = next && reach(next, decisions);
        const exit = { ...(choice && { choice }), ...(to && { to }) };
        if (to && (to.from === undefined || decisions < to.decisions)) {
          to.from = { configuration: here, exit };
          to.decisions = decisions;
        }
        return exit;
      };
      const scene = plot.scenes[place.scene];
      if (scene?.goto !== undefined) here.exits = [leave(proceed(plot, place))];
      if (scene?.choices !== undefined) {
        here.exits = offered(plot, place).map((choice) =>
          leave(choose(plot, place, choice.id), choice),
        );
      }
    }
  }
  return all;
}

/** The steps of a shortest way to a configuration. */
export function wayTo({ from }: Configuration): readonly Step[] {
  if (!from) return [];
  const before = wayTo(from.configuration);
  const { choice } = from.exit;
  return choice ? [...before, `${from.configuration.place.scene}.${choice.id}`] : before;
}
