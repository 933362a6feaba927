import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { Scenario } from '../../src/course/scenario.ts';
import { compile } from '../../src/scenario/compile.ts';
import { plot } from '../../src/scenario/plot.ts';
import { begin, choose, offered, outcome, proceed, type Place } from '../../src/scenario/walk.ts';
import { soundScenario, wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { changed, choiceOf, nightCall } from '../fixtures/scenarios/night-call.ts';

type Machine = ReturnType<typeof compile>;
type Snapshot = ReturnType<typeof initialTransition<Machine>>[0];

/** Where the machine stands, in the words of the walk; undefined in a transient state: a dead end. */
const placeOf = ({ value, context }: Snapshot): Place | undefined =>
  String(value).includes('/') ? undefined : { scene: String(value), ...context };

/**
 * Drives the walk and the machine side by side through every reachable configuration and compares
 * them at each. Returns how many edges were compared.
 */
function compareEverywhere(scenario: Scenario): number {
  const structure = plot(scenario);
  const machine = compile(scenario);
  const queue: { at: Place; snapshot: Snapshot }[] = [
    { at: begin(structure), snapshot: initialTransition(machine)[0] },
  ];
  const seen = new Set<string>();
  let edges = 0;
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { at, snapshot } = pair;
    expect(placeOf(snapshot)).toEqual(at);
    const key = JSON.stringify(at);
    if (seen.has(key)) continue;
    seen.add(key);

    expect(snapshot.status === 'done').toBe(outcome(structure, at) !== undefined);
    expect([...snapshot.tags]).toEqual([outcome(structure, at)].filter(Boolean));
    const scene = scenario.scenes[at.scene];
    const choices = scene && 'choices' in scene ? scene.choices : [];
    const canBeChosen = choices.filter(({ id }) => snapshot.can({ type: `choose.${id}` }));
    expect(offered(structure, at).map(({ id }) => id)).toEqual(canBeChosen.map(({ id }) => id));

    for (const { id } of choices) {
      edges += 1;
      const next = choose(structure, at, id);
      if (!canBeChosen.some((choice) => choice.id === id)) {
        expect(next).toBeUndefined();
        continue;
      }
      const [after] = transition(machine, snapshot, { type: `choose.${id}` });
      expect(placeOf(after)).toEqual(next);
      if (next) queue.push({ at: next, snapshot: after });
    }

    edges += 1;
    const next = proceed(structure, at);
    expect(snapshot.can({ type: 'proceed' })).toBe(next !== undefined);
    if (next) {
      queue.push({ at: next, snapshot: transition(machine, snapshot, { type: 'proceed' })[0] });
    }
  }
  return edges;
}

describe('The walk and the machine agree on every edge of every reachable configuration', () => {
  test('of the small case of the tests', () => {
    expect(compareEverywhere(nightCall())).toBeGreaterThan(30);
  });

  test('of a case that starts with its ending', () => {
    expect(compareEverywhere(changed((of) => void (of.start = 'together')))).toBe(1);
  });

  test('there is an authored case to compare', () => {
    expect(authoredScenarios).not.toEqual([]);
  });

  test.for(authoredScenarios)('of $file', ({ scenario }) => {
    expect(compareEverywhere(scenario)).toBeGreaterThan(0);
  });

  test('of any sound case', () => {
    fc.assert(
      fc.property(soundScenario, (scenario) => {
        expect(compareEverywhere(scenario)).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  test('of any case at all, dead ends and levels out of bounds included', () => {
    fc.assert(
      fc.property(wildScenario, (scenario) => {
        expect(compareEverywhere(scenario)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('The machine', () => {
  test('rests in a state that names scene and choice when no branch of a goto holds', () => {
    const machine = compile(
      changed((of) => {
        choiceOf(of, 'call', 'go').goto = [{ when: { flag: 'waited' }, goto: 'talk' }];
      }),
    );
    const [start] = initialTransition(machine);
    expect(transition(machine, start, { type: 'choose.go' })[0].value).toBe('call/go');
  });

  test('tags an ending with its outcome', () => {
    const machine = compile(nightCall());
    let [snapshot] = initialTransition(machine);
    for (const type of ['choose.go', 'proceed', 'choose.listen', 'choose.plan'] as const) {
      [snapshot] = transition(machine, snapshot, { type });
    }
    expect([snapshot.value, snapshot.status, [...snapshot.tags]]).toEqual([
      'together',
      'done',
      ['best'],
    ]);
  });
});
