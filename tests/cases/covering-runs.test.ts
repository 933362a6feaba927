import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveringRuns } from '../browser/covering-runs.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { onward, outcome, replay, sceneOf } from '../../src/cases/moves.ts';
import type { Scenario } from '../../src/cases/format.ts';
import { soundScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

const choicesOf = ({ scenes }: Scenario) =>
  Object.entries(scenes).flatMap(([id, scene]) =>
    'choices' in scene ? scene.choices.map((choice) => `${id}.${choice.id}`) : [],
  );

const endingsOf = ({ scenes }: Scenario) =>
  Object.entries(scenes).flatMap(([id, scene]) => ('outcome' in scene ? [id] : []));

/** Checks that the runs can be walked, and together take every choice and see every ending. */
function expectCover(of: Scenario) {
  const structure = caseGraph(of);
  const runs = coveringRuns(structure);
  const endings = runs.map((steps) => {
    const { at, lost } = replay(caseMachine(structure), steps);
    expect(lost).toBe(0);
    const end = onward(at);
    expect(outcome(end)).toBeDefined();
    return sceneOf(end);
  });
  expect(new Set(runs.flat())).toEqual(new Set(choicesOf(of)));
  expect(new Set(endings)).toEqual(new Set(endingsOf(of)));
  return runs;
}

describe('Covering runs', () => {
  test.for(authoredScenarios)('of $file take every choice and see every ending', ({ scenario }) => {
    const runs = expectCover(scenario);
    // No run repeats what the others did, so there cannot be more than choices and endings.
    expect(runs.length).toBeLessThanOrEqual(
      choicesOf(scenario).length + endingsOf(scenario).length,
    );
  });

  test('are no more than the widest decision asks for, where nothing else forces another', () => {
    const { length } = expectCover(nightCall());
    expect(length).toBeLessThanOrEqual(5);
  });

  test('cover any sound case', () => {
    fc.assert(
      fc.property(soundScenario, (of) => void expectCover(of)),
      { numRuns: 100 },
    );
  });
});
