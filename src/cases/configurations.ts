import type { Step } from '../progress/attempt.ts';
import type { Outcome } from './format.ts';
import { leads, type CaseGraph, type GraphChoice } from './graph.ts';
import { caseMachine, type CaseState } from './machine.ts';
import type { Memory } from './memory.ts';
import { begin, offered, sceneOf } from './moves.ts';
import { isJudged } from './score.ts';
import { step } from './step.ts';

/** One reachable configuration of a case: a scene with the flags and levels on arrival. */
export interface Configuration {
  /** Its position in the list; every exit leads to a later one. */
  readonly index: number;
  readonly scene: string;
  /** The flags that are set and the level of every indicator. */
  readonly memory: Memory;
  /** The outcome, where the scene is an ending. */
  readonly outcome: Outcome | undefined;
  /** One exit for each offered choice, in authored order; one for a passage; none for an ending. */
  readonly exits: readonly Exit[];
  /** Number of decisions on the shortest way here. */
  readonly decisions: number;
  /** The last exit on the shortest way here, and where it begins; absent at the start. */
  readonly from?: { readonly configuration: Configuration; readonly exit: Exit };
}

export interface Exit {
  /** Absent out of a passage. */
  readonly choice?: GraphChoice;
  /** Absent where no branch of the `goto` holds. */
  readonly to?: Configuration;
}

/**
 * The scenes in an order in which every `goto` leads forward, or the scenes of a cycle, the first
 * of them named again at the end. Looks at every `goto`, whether or not its condition can hold.
 */
export function sceneOrder(graph: CaseGraph): { order: readonly string[] } | { cycle: string[] } {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (scene: string): string[] | undefined => {
    if (done.has(scene)) return undefined;
    if (open.includes(scene)) return [...open.slice(open.indexOf(scene)), scene];
    open.push(scene);
    const body = graph.scenes[scene];
    for (const { branches } of body ? leads(body) : []) {
      for (const { goto } of branches) {
        const cycle = visit(goto);
        if (cycle) return cycle;
      }
    }
    open.pop();
    done.add(scene);
    return undefined;
  };
  for (const scene of [graph.start, ...Object.keys(graph.scenes)]) {
    const cycle = visit(scene);
    if (cycle) return { cycle };
  }
  return { order: [...done].reverse() };
}

/**
 * Every reachable configuration, predecessors first: scene after scene in `order`, so that each
 * is final when its exits are followed and one pass is enough.
 */
export function configurations(
  graph: CaseGraph,
  order: readonly string[],
): readonly Configuration[] {
  type Open = { -readonly [Key in keyof Configuration]: Configuration[Key] };
  const found = new Map(order.map((scene) => [scene, new Map<string, Open>()]));
  const all: Open[] = [];
  /** Machine states whose exits are not yet followed; all hundred thousand would take much memory. */
  const pending = new Map<Open, CaseState>();

  const reach = (state: CaseState, decisions: number): Open => {
    const scene = sceneOf(state);
    const inScene = found.get(scene);
    if (!inScene) throw new Error(`The order of scenes leaves out "${scene}".`);
    const key = keyOf(state.context);
    const before = inScene.get(key);
    if (before) return before;
    const configuration: Open = {
      index: -1,
      scene,
      memory: state.context,
      outcome: graph.scenes[scene]?.outcome,
      exits: [],
      decisions,
    };
    inScene.set(key, configuration);
    pending.set(configuration, state);
    return configuration;
  };

  reach(begin(caseMachine(graph)), 0);
  for (const inScene of found.values()) {
    for (const here of inScene.values()) {
      here.index = all.push(here) - 1;
      const state = pending.get(here);
      if (state === undefined) continue;
      pending.delete(here);
      const leave = (next: CaseState | undefined, choice?: GraphChoice): Exit => {
        const decisions = here.decisions + (choice && isJudged(choice) ? 1 : 0);
        const to = next && reach(next, decisions);
        const exit = { ...(choice && { choice }), ...(to && { to }) };
        if (to && (to.from === undefined || decisions < to.decisions)) {
          to.from = { configuration: here, exit };
          to.decisions = decisions;
        }
        return exit;
      };
      const scene = graph.scenes[here.scene];
      if (scene?.goto !== undefined) here.exits = [leave(step(state, { type: 'proceed' }))];
      if (scene?.choices !== undefined) {
        here.exits = offered(state).map((choice) =>
          leave(step(state, { type: `choose.${choice.id}` }), choice),
        );
      }
    }
  }
  return all;
}

/** Key of a memory among those of its scene. Built by hand, because a proof needs some hundred thousand keys. */
function keyOf({ flags, indicators }: Memory): string {
  let key = '';
  for (const flag of flags) key += `${flag},`;
  // Levels are always in the order of the graph's start levels: the machine keeps it.
  for (const name in indicators) key += `;${indicators[name]}`;
  return key;
}

/** The steps of a shortest way to a configuration. */
export function wayTo({ from }: Configuration): readonly Step[] {
  if (!from) return [];
  const before = wayTo(from.configuration);
  const { choice } = from.exit;
  return choice ? [...before, `${from.configuration.scene}.${choice.id}`] : before;
}
