import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine, type CaseState } from '../../src/cases/machine.ts';
import { begin, choose, offered, proceed } from '../../src/cases/moves.ts';
import { step } from '../../src/cases/step.ts';
import { wildScenario } from '../fixtures/scenarios/arbitrary.ts';

const told = (state: CaseState | undefined) =>
  state && [state.value, state.context, state.status, [...state.tags]];

test('a step of the proof leads where the move of a learner leads, in any case at all', () => {
  fc.assert(
    fc.property(wildScenario, fc.array(fc.nat(9), { maxLength: 30 }), (of, picks) => {
      let at: CaseState | undefined = begin(caseMachine(caseGraph(of)));
      for (const pick of picks) {
        if (at.status !== 'active') return;
        const choices = offered(at);
        const choice = choices[pick % Math.max(1, choices.length)];
        const moved: CaseState | undefined = choice ? choose(at, choice.id) : proceed(at);
        const event = choice
          ? ({ type: `choose.${choice.id}` } as const)
          : ({ type: 'proceed' } as const);
        expect(told(step(at, event))).toEqual(told(moved));
        if (moved === undefined) return;
        at = moved;
      }
    }),
  );
});
