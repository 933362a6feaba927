import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseConfig, caseMachine, type CaseState } from '../../src/cases/machine.ts';
import { begin, choose, offered, proceed, sceneOf } from '../../src/cases/moves.ts';
import { soundScenario, wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { changed, choiceOf, nightCall } from '../fixtures/scenarios/night-call.ts';

describe('The machine of a case', () => {
  test('rests in a state that names scene and choice when no branch of a goto holds', () => {
    const machine = caseMachine(
      caseGraph(
        changed((of) => {
          choiceOf(of, 'call', 'go').goto = [{ when: { flag: 'waited' }, goto: 'talk' }];
        }),
      ),
    );
    const [start] = initialTransition(machine);
    expect(transition(machine, start, { type: 'choose.go' })[0].value).toBe('call/go');
  });

  test('tags an ending with its outcome', () => {
    const machine = caseMachine(caseGraph(nightCall()));
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

  test('is what an actor runs: the same states after the same events', () => {
    const machine = caseMachine(caseGraph(nightCall()));
    const actor = createActor(machine).start();
    let at: CaseState = begin(machine);
    for (const step of ['phone', 'proceed', 'proceed', 'apologise'] as const) {
      actor.send(step === 'proceed' ? { type: step } : { type: `choose.${step}` });
      at = (step === 'proceed' ? proceed(at) : choose(at, step)) ?? at;
    }
    const { value, context } = actor.getSnapshot();
    expect([sceneOf(at), at.context]).toEqual([value, context]);
  });

  test.for(authoredScenarios)('of $file can be written as JSON and read again', ({ scenario }) => {
    const config = caseConfig(caseGraph(scenario), scenario.id);
    const read = JSON.parse(JSON.stringify(config)) as typeof config;
    expect(read).toEqual(config);
    // Stately's tools read it so: guards and actions by name, without their implementations.
    expect(Object.keys(createMachine(read as never).states)).toEqual(
      Object.keys(config.states ?? {}),
    );
  });

  test('takes exactly the choices that are offered, in any case', () => {
    fc.assert(
      fc.property(fc.oneof(soundScenario, wildScenario), (of) => {
        const graph = caseGraph(of);
        const open = [begin(caseMachine(graph))];
        for (let at = open.pop(), n = 0; at && n < 200; at = open.pop(), n += 1) {
          const state = at;
          const choices = graph.scenes[sceneOf(state)]?.choices ?? [];
          const taken = choices.filter(({ id }) => state.can({ type: `choose.${id}` }));
          expect(taken.map(({ id }) => id)).toEqual(offered(state).map(({ id }) => id));
          open.push(
            ...[...choices.map(({ id }) => choose(state, id)), proceed(state)].filter(
              (next) => next !== undefined,
            ),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
