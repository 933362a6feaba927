import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { Scenario } from '../../src/cases/format.ts';
import { compile, type CaseEvent } from '../../src/cases/compile.ts';
import { plot } from '../../src/cases/plot.ts';
import { begin, choose, offered, outcome, proceed, type Place } from '../../src/cases/walk.ts';
import { soundScenario, wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { changed, choiceOf, nightCall } from '../fixtures/scenarios/night-call.ts';

// Every configuration of every case takes a while on a busy machine; how long is never judged.
vi.setConfig({ testTimeout: 120_000 });

type Machine = ReturnType<typeof compile>;
type Snapshot = ReturnType<typeof initialTransition<Machine>>[0];

/** Where the machine stands, in the words of the walk; undefined in a transient state: a dead end. */
function placeOf({ value, context: { flags, indicators } }: Snapshot): Place | undefined {
  const scene = JSON.stringify(value).replaceAll('"', '');
  return scene.includes('/') ? undefined : { scene, flags, indicators };
}

/** Compares as text first: there are tens of thousands of edges, and `expect` takes its time. */
function agree(where: string, machine: unknown, walk: unknown) {
  if (JSON.stringify(machine) === JSON.stringify(walk)) return;
  expect({ where, saw: machine }).toEqual({ where, saw: walk });
}

/**
 * Drives the walk and the machine side by side through every reachable configuration and compares
 * them on every edge. Returns how many edges were compared.
 */
function compareEverywhere(scenario: Scenario): number {
  const structure = plot(scenario);
  const machine = compile(scenario);
  const start = { at: begin(structure), snapshot: initialTransition(machine)[0] };
  agree('the start', placeOf(start.snapshot), start.at);
  const queue = [start];
  const seen = new Set([JSON.stringify(start.at)]);
  let edges = 0;

  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { at, snapshot } = pair;
    const where = JSON.stringify(at);
    const reached = outcome(structure, at);
    agree(where, [snapshot.status, ...snapshot.tags], reached ? ['done', reached] : ['active']);

    const scene = scenario.scenes[at.scene];
    const ids = scene && 'choices' in scene ? scene.choices.map(({ id }) => id) : [];
    const open = ids.filter((id) => snapshot.can({ type: `choose.${id}` }));
    agree(
      where,
      open,
      offered(structure, at).map(({ id }) => id),
    );
    agree(where, snapshot.can({ type: 'proceed' }), proceed(structure, at) !== undefined);

    const edge = (event: CaseEvent, next: Place | undefined) => {
      edges += 1;
      const [after] = transition(machine, snapshot, event);
      // An event that the machine does not take leaves it where it is; the walk answers "nowhere".
      agree(`${where} ${event.type}`, snapshot.can(event) ? placeOf(after) : undefined, next);
      const key = JSON.stringify(next);
      if (!next || seen.has(key)) return;
      seen.add(key);
      queue.push({ at: next, snapshot: after });
    };
    for (const id of ids) edge({ type: `choose.${id}` }, choose(structure, at, id));
    edge({ type: 'proceed' }, proceed(structure, at));
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
