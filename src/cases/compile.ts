import { and, assign, not, or, setup } from 'xstate';
import type { Condition, Goto, Outcome, Scenario } from './format.ts';

/** What a case remembers besides the scene. */
export interface Memory {
  /** The flags that are set, each once, in alphabetical order. */
  readonly flags: readonly string[];
  readonly indicators: Readonly<Record<string, number>>;
}

export type CaseEvent = { type: `choose.${string}` } | { type: 'proceed' };

interface Change {
  readonly sets: readonly string[];
  readonly effects: Readonly<Record<string, number>>;
}

/** The vocabulary of every case machine: three guards, one action. */
const cases = setup({
  types: {
    context: {} as Memory,
    events: {} as CaseEvent,
    tags: {} as Outcome,
  },
  guards: {
    flagIsSet: ({ context }, { flag }: { flag: string }) => context.flags.includes(flag),
    levelIsAtLeast: ({ context }, { indicator, level }: { indicator: string; level: number }) =>
      (context.indicators[indicator] ?? NaN) >= level,
    levelIsAtMost: ({ context }, { indicator, level }: { indicator: string; level: number }) =>
      (context.indicators[indicator] ?? NaN) <= level,
  },
  actions: {
    remember: assign(({ context }, { sets, effects }: Change) => ({
      flags: [...new Set([...context.flags, ...sets])].sort(),
      indicators: Object.fromEntries(
        Object.entries(context.indicators).map(([indicator, level]) => [
          indicator,
          level + (effects[indicator] ?? 0),
        ]),
      ),
    })),
  },
});

type State = NonNullable<CaseConfig['states']>[string];
type CaseConfig = Parameters<typeof cases.createMachine>[0];

interface Transition {
  target: string;
  guard?: Guard;
  actions?: { type: 'remember'; params: Change };
}

/**
 * Compiles a case to a statechart, the executable specification of the format (`walk.ts` is what
 * learners run). A scene is a state of the same name; a choice is the event `choose.<id>`,
 * "continue" in a passage is `proceed`; an ending is a final state tagged with its outcome.
 *
 * A conditional `goto` is judged after the effects of its choice. So such a choice enters a
 * transient state `scene/choice`, which is left at once by the first branch that holds; a machine
 * that comes to rest there has met a dead end.
 */
export function compile({ id, start, indicators, scenes }: Scenario) {
  const states: Record<string, State> = {};
  for (const [scene, body] of Object.entries(scenes)) {
    if ('outcome' in body) {
      states[scene] = { type: 'final', tags: [body.outcome] };
      continue;
    }
    const on: Record<string, Transition | Transition[]> = {};
    states[scene] = { on };
    if ('goto' in body) {
      on['proceed'] = branches(body.goto);
      continue;
    }
    for (const { id, when, goto, effects, sets } of body.choices) {
      const transient = `${scene}/${id}`;
      on[`choose.${id}`] = {
        target: typeof goto === 'string' ? goto : transient,
        actions: { type: 'remember', params: { effects, sets } },
        ...(when && { guard: guard(when) }),
      };
      if (typeof goto !== 'string') states[transient] = { always: branches(goto) };
    }
  }
  return cases.createMachine({
    id,
    initial: start,
    context: {
      flags: [],
      indicators: Object.fromEntries(
        Object.entries(indicators).map(([indicator, { start }]) => [indicator, start]),
      ),
    },
    states,
  });
}

/** The branches of a `goto` as transitions, in the order in which they are tried. */
const branches = (goto: Goto): Transition[] =>
  typeof goto === 'string'
    ? [{ target: goto }]
    : goto.map(({ when, goto: target }) => ({ target, ...(when && { guard: guard(when) }) }));

type NamedGuard =
  | { type: 'flagIsSet'; params: { flag: string } }
  | { type: 'levelIsAtLeast' | 'levelIsAtMost'; params: { indicator: string; level: number } };

type Guard = ReturnType<typeof and<Memory, CaseEvent, [NamedGuard]>>;

// A named guard stands in an `and` of its own, so that conditions of every kind have one type.
const named = (guard: NamedGuard): Guard => and<Memory, CaseEvent, [NamedGuard]>([guard]);

/** A condition as a guard made of the named ones. */
function guard(when: Condition): Guard {
  if ('flag' in when) return named({ type: 'flagIsSet', params: { flag: when.flag } });
  if ('not' in when) return not(guard(when.not));
  if ('all' in when) return and(when.all.map(guard));
  if ('any' in when) return or(when.any.map(guard));
  const { indicator } = when;
  return 'atLeast' in when
    ? named({ type: 'levelIsAtLeast', params: { indicator, level: when.atLeast } })
    : named({ type: 'levelIsAtMost', params: { indicator, level: when.atMost } });
}
