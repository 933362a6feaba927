import {
  assign,
  createMachine,
  type EventObject,
  type ProvidedActor,
  type SnapshotFrom,
} from 'xstate';
import type { Condition, Goto, Outcome } from './format.ts';
import type { CaseGraph, GraphScene } from './graph.ts';
import { holds, type Memory } from './memory.ts';

export type CaseEvent = { type: `choose.${string}` } | { type: 'proceed' };

interface Change {
  readonly sets?: readonly string[];
  readonly effects?: Readonly<Record<string, number>>;
}

/** The one guard and the one action of every case machine, both with serializable parameters. */
interface Guard {
  type: 'holds';
  params: Condition;
}
interface Action {
  type: 'remember';
  params: Change;
}

/**
 * `createMachine` for the machines of cases. Not `setup`, which would bundle every XState action into the
 * script of a case.
 */
const createCaseMachine = createMachine<
  Memory,
  CaseEvent,
  ProvidedActor,
  Action,
  Guard,
  string,
  Outcome,
  unknown,
  unknown,
  EventObject,
  GraphScene
>;

type CaseConfig = Parameters<typeof createCaseMachine>[0];
type StateConfig = NonNullable<CaseConfig['states']>[string];

export type CaseMachine = ReturnType<typeof caseMachine>;
/** State of a run: the scene as `value`, flags and levels as `context`. */
export type CaseState = SnapshotFrom<CaseMachine>;

/**
 * The configuration of the machine of a case: plain JSON, as Stately's tools read it. A scene is a
 * state of the same name, a choice the event `choose.<id>`, "continue" in a passage `proceed`; an
 * ending is a final state tagged with its outcome.
 *
 * A conditional `goto` is evaluated after the effects of its choice. Such a choice therefore enters a transient
 * state `scene/choice`, which is left at once by the first branch that holds. A machine that stays in a
 * transient state is at a dead end.
 */
export function caseConfig(graph: CaseGraph, id = 'case'): CaseConfig {
  const states: Record<string, StateConfig> = {};
  for (const [scene, body] of Object.entries(graph.scenes)) {
    if (body.outcome !== undefined) {
      states[scene] = { type: 'final', tags: [body.outcome], meta: body };
      continue;
    }
    if (body.goto !== undefined) {
      states[scene] = { on: { proceed: branches(body.goto) }, meta: body };
      continue;
    }
    const on: Record<string, object> = {};
    for (const { id: choice, when, goto, effects, sets } of body.choices) {
      const transient = `${scene}/${choice}`;
      on[`choose.${choice}`] = {
        target: typeof goto === 'string' ? goto : transient,
        actions: {
          type: 'remember',
          params: { ...(effects && { effects }), ...(sets && { sets }) },
        },
        ...guarded(when),
      };
      if (typeof goto !== 'string') states[transient] = { always: branches(goto) };
    }
    states[scene] = { on, meta: body };
  }
  return {
    id,
    initial: graph.start,
    context: { flags: [], indicators: graph.indicators },
    states,
  };
}

const implementations = {
  guards: {
    holds: ({ context }: { context: Memory }, when: Condition) => holds(when, context),
  },
  actions: {
    remember: assign<Memory, CaseEvent, Change, CaseEvent, ProvidedActor>(
      ({ context }, { sets, effects = {} }) => {
        const indicators = { ...context.indicators };
        for (const name in effects)
          indicators[name] = Number(indicators[name]) + Number(effects[name]);
        return {
          flags: sets ? [...new Set([...context.flags, ...sets])].sort() : context.flags,
          indicators,
        };
      },
    ),
  },
};

/** The machine of a case: what learners run, what the proof walks and what the tests click through. */
export const caseMachine = (graph: CaseGraph) =>
  createCaseMachine(caseConfig(graph), implementations);

/** The branches of a `goto` as transitions, in the order in which they are tried. */
const branches = (goto: Goto) =>
  typeof goto === 'string'
    ? [{ target: goto }]
    : goto.map(({ when, goto: target }) => ({ target, ...guarded(when) }));

const guarded = (when: Condition | undefined) =>
  when && { guard: { type: 'holds' as const, params: when } };
