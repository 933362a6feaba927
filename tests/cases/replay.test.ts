import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine, type CaseMachine, type CaseState } from '../../src/cases/machine.ts';
import { begin, choose, offered, onward, replay, sceneOf } from '../../src/cases/moves.ts';
import { wildScenario } from '../fixtures/scenarios/arbitrary.ts';

const machineOf = (of: Parameters<typeof caseGraph>[0]) => caseMachine(caseGraph(of));

/** The scene and the context of a state, without the machine. */
const told = (state: CaseState) => ({ scene: sceneOf(state), ...state.context });

/** A run through a case that takes the choices `picks` points to, as far as the case goes. */
function runThrough(machine: CaseMachine, picks: readonly number[]) {
  let at = onward(begin(machine));
  const steps: Step[] = [];
  for (const pick of picks) {
    const choices = offered(at);
    const choice = choices[pick % Math.max(1, choices.length)];
    const next = choice && choose(at, choice.id);
    if (!choice || !next) break;
    steps.push(`${sceneOf(at)}.${choice.id}`);
    at = onward(next);
  }
  return { at, steps };
}

describe('For any case at all, a replay (P03, P04)', () => {
  const picks = fc.array(fc.nat(), { maxLength: 8 });

  test('comes to where the run came, and to where each of its beginnings came', () => {
    fc.assert(
      fc.property(wildScenario, picks, (of, picks) => {
        const machine = machineOf(of);
        const { at, steps } = runThrough(machine, picks);
        const again = replay(machine, steps);
        expect([again.taken, again.lost]).toEqual([steps.length, 0]);
        expect(told(onward(again.at))).toEqual(told(at));
        for (const length of steps.keys()) {
          expect(told(onward(replay(machine, steps.slice(0, length)).at))).toEqual(
            told(runThrough(machine, picks.slice(0, length)).at),
          );
        }
      }),
    );
  });

  test('of a run through another edition stops where that edition no longer leads', () => {
    fc.assert(
      fc.property(wildScenario, wildScenario, picks, (before, after, picks) => {
        const { steps } = runThrough(machineOf(before), picks);
        const machine = machineOf(after);
        const { at, taken, lost } = replay(machine, steps);
        expect(taken + lost).toBe(steps.length);
        expect(Object.keys(after.scenes)).toContain(sceneOf(at));
        expect(replay(machine, steps.slice(0, taken)).lost).toBe(0);
        const refused = steps[taken];
        if (refused === undefined) return;
        const open = offered(at).filter(({ id }) => choose(at, id) !== undefined);
        expect(open.map(({ id }) => `${sceneOf(at)}.${id}`)).not.toContain(refused);
      }),
      { numRuns: 300 },
    );
  });

  test('of anything else stored takes nothing and does not throw', () => {
    fc.assert(
      fc.property(wildScenario, fc.array(fc.string()), (of, stored) => {
        const { taken, lost } = replay(machineOf(of), stored as Step[]);
        expect(taken + lost).toBe(stored.length);
      }),
    );
  });
});
