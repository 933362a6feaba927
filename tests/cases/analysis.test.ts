import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Scenario } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { keptProofs } from '../../src/cases/proved.ts';
import { proportions } from '../../src/cases/proportions.ts';
import { onward, outcome, replay } from '../../src/cases/moves.ts';
import { plantedScenario, soundScenario } from '../fixtures/scenarios/arbitrary.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';
import { choice, decision, ending, passage, scenario } from '../fixtures/scenarios/build.ts';
import {
  changed,
  choiceOf,
  indicatorOf,
  nightCall,
  sceneWith,
} from '../fixtures/scenarios/night-call.ts';

const lines = (of: Scenario) =>
  analyse(of).faults.map(({ field, message, suggestion }) => `${field}: ${message} ${suggestion}`);

describe('The analysis of a sound case', () => {
  test('finds nothing in the small case of the tests', () => {
    expect(lines(nightCall())).toEqual([]);
  });

  test.for<[string, (of: Scenario) => void]>([
    [
      'the last branch has a condition that always holds there',
      (of) =>
        void (sceneWith('goto', of, 'door').goto = [
          { when: { indicator: 'health', atMost: 4 }, goto: 'worse' },
          { when: { not: { flag: 'waited' } }, goto: 'talk' },
        ]),
    ],
    [
      'the last decision has a defensible choice that closes the best ending',
      (of) =>
        void sceneWith('choices', of, 'close').choices.push(choice('wait', 'defensible', 'apart')),
    ],
    ['an indicator goes to 10 and no further', (of) => void (indicatorOf(of, 'trust').start = 9)],
    [
      'an indicator is shown to the learner but read by no condition',
      (of) => {
        of.indicators['cost'] = { ...indicatorOf(of, 'trust'), label: 'Cost' };
        choiceOf(of, 'call', 'go').effects = { health: 2, cost: 1 };
      },
    ],
    [
      'two choices of different scenes have one id',
      (of) => void (choiceOf(of, 'close', 'leave').id = 'go'),
    ],
  ])('finds nothing where %s', ([, change]) => {
    expect(lines(changed(change))).toEqual([]);
  });

  test('finds no fault in any case that is valid by construction', () => {
    fc.assert(
      fc.property(soundScenario, (of) => {
        expect(lines(of)).toEqual([]);
      }),
    );
  });
});

describe('The analysis', () => {
  test('counts a choice as early when decisions follow it, though the sound one would end the case', () => {
    const of = scenario('call', {
      call: decision('call', [choice('go', 'sound', 'end'), choice('wait', 'defensible', 'late')]),
      late: decision('late', [choice('go', 'sound', 'half'), choice('sleep', 'harmful', 'half')]),
      end: ending('best'),
      half: ending('mixed'),
    });
    expect(analyse(of).faults.map(({ field }) => field)).toEqual(['scenes.call.choices.1']);
  });

  test('finds a fault planted in any valid case, with the name of the scene', () => {
    fc.assert(
      fc.property(plantedScenario, ({ scenario, field }) => {
        expect(analyse(scenario).faults.map((fault) => fault.field)).toContain(field);
      }),
      { numRuns: 150 },
    );
  });

  test('reports a case without any ending', () => {
    const of = scenario('call', { call: passage('call', 'door'), door: passage('door', 'call') });
    expect(lines(of)).toEqual([
      'scenes: No scene is an ending. Give at least one scene an outcome.',
    ]);
  });

  test('reports all invalid names at once, each with its file', () => {
    const { faults, facts } = analyse(
      changed((of) => {
        of.start = 'nowhere';
        choiceOf(of, 'call', 'go').goto = 'dor';
        choiceOf(of, 'close', 'plan').sets = ['late'];
      }),
      'en/scenarios/night-call.yaml',
    );
    expect(faults.map(({ file, field }) => [file, field])).toEqual([
      ['en/scenarios/night-call.yaml', 'start'],
      ['en/scenarios/night-call.yaml', 'scenes.call.choices.0.goto'],
      ['en/scenarios/night-call.yaml', 'scenes.close.choices.0.sets.0'],
    ]);
    expect(facts).toBeUndefined();
  });
});

describe('Every authored case is proved (P51)', () => {
  // Here, and not by an earlier command.
  beforeAll(() => keptProofs.clear());

  test('and there is at least one', () => {
    expect(authoredScenarios).not.toEqual([]);
  });

  test.for(authoredScenarios)(
    '$file has no fault, and its best run is sound from start to end',
    ({ file, scenario }) => {
      const { faults, facts } = analyse(scenario, file);
      expect(faults).toEqual([]);
      const structure = caseGraph(scenario);
      const { at, lost } = replay(caseMachine(structure), facts?.best.steps ?? []);
      expect([lost, outcome(onward(at))]).toEqual([0, 'best']);
      expect(facts?.best.score).toBe(1);
    },
  );

  test.for(authoredScenarios)(
    '$file has the proportions of a case: scenes, decisions, endings, conditions, delayed costs, repairs, minutes',
    ({ file, scenario }) => {
      const { facts } = analyse(scenario, file);
      const measures = facts ? proportions(scenario, facts) : [];
      expect(measures).toHaveLength(8);
      expect(measures.filter(({ isWithin }) => !isWithin)).toEqual([]);
    },
  );
});
