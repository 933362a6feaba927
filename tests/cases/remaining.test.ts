import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/cases/analysis.ts';
import { configurations } from '../../src/cases/configurations.ts';
import { decisionNumber, decisionsIn } from '../../src/cases/decisions.ts';
import type { CaseGraph } from '../../src/cases/graph.ts';
import { remaining, totalDecisions } from '../../src/cases/remaining.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

const graph: CaseGraph = {
  start: 'door',
  indicators: {},
  scenes: {
    door: {
      choices: [
        { id: 'ask', judgement: 'neutral', goto: 'hall' },
        { id: 'listen', judgement: 'neutral', sets: ['heard'], goto: 'hall' },
      ],
    },
    hall: {
      choices: [
        { id: 'wait', judgement: 'sound', goto: 'stairs' },
        { id: 'run', judgement: 'harmful', when: { flag: 'heard' }, goto: 'street' },
      ],
    },
    stairs: { goto: 'room' },
    room: { choices: [{ id: 'speak', judgement: 'sound', goto: 'street' }] },
    street: { outcome: 'best' },
  },
};
const rest = remaining(configurations(graph, Object.keys(graph.scenes)));

describe('What remains of a case', () => {
  test('counts the decisions of the shortest and the longest way, and no questions', () => {
    expect(rest).toEqual({ door: [1, 2], hall: [1, 2], room: [1, 1] });
  });

  test('says with what was decided how long the run is, and whether that is certain', () => {
    expect(totalDecisions(1, [3, 6])).toEqual({ total: 5, isExact: false });
    expect(totalDecisions(2, [2, 5])).toEqual({ total: 5, isExact: false });
    expect(totalDecisions(4, [1, 1])).toEqual({ total: 4, isExact: true });
  });

  test('is known of every decision of a proved case, and at the start as the proof counts it', () => {
    const scenario = nightCall();
    const facts = analyse(scenario).facts;
    expect(facts?.remaining).toEqual({ call: [2, 3], talk: [1, 2], close: [1, 1] });
    expect(facts?.remaining[scenario.start]).toEqual([
      facts?.decisions.shortest,
      facts?.decisions.longest,
    ]);
  });
});

test('decisions are numbered, and questions asked before them are not', () => {
  const run = ['door.ask', 'hall.wait', 'room.speak'] as const;
  expect(decisionsIn(graph, run)).toBe(2);
  expect(run.map((_, step) => decisionNumber(graph, run, step))).toEqual([undefined, 1, 2]);
});
