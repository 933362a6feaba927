import { describe, expect, test } from 'vitest';
import type { CaseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import * as moves from '../../src/cases/moves.ts';
import { followed } from '../../src/cases/other-way.ts';

const graph: CaseGraph = {
  start: 'hall',
  indicators: { calm: 5 },
  scenes: {
    hall: {
      choices: [
        { id: 'wait', judgement: 'sound', effects: { calm: 2 }, goto: 'stairs' },
        { id: 'run', judgement: 'harmful', effects: { calm: -3 }, goto: 'stairs' },
        { id: 'leave', judgement: 'harmful', goto: 'yard' },
      ],
    },
    stairs: { goto: 'room' },
    room: {
      choices: [
        { id: 'speak', judgement: 'sound', goto: 'street' },
        { id: 'sit', judgement: 'sound', when: { indicator: 'calm', atLeast: 5 }, goto: 'street' },
      ],
    },
    yard: { choices: [{ id: 'shout', judgement: 'harmful', goto: 'street' }] },
    street: { outcome: 'best' },
  },
};
const before = moves.begin(caseMachine(graph));
const way = (choice: string, later: Parameters<typeof followed>[3]) => {
  const found = followed(moves, before, choice, later);
  return (
    found && {
      next: moves.sceneOf(found.next),
      end: moves.sceneOf(found.end),
      later: found.later,
      calm: found.end.context.indicators['calm'],
    }
  );
};

describe('Another way', () => {
  test('takes the later choices of the run, with what the other choice has changed', () => {
    expect(way('wait', ['room.speak'])).toEqual({
      next: 'stairs',
      end: 'street',
      later: ['room.speak'],
      calm: 7,
    });
    expect(way('run', ['room.speak'])).toMatchObject({ end: 'street', calm: 2 });
  });

  test('stops where the choice of the run is no longer offered', () => {
    expect(way('run', ['room.sit'])).toMatchObject({ end: 'room', later: [] });
  });

  test('stops where it asks for a decision that the run never took', () => {
    expect(way('leave', ['room.speak'])).toMatchObject({ next: 'yard', end: 'yard', later: [] });
  });

  test('is none where the choice is not offered', () => {
    expect(way('fly', [])).toBeUndefined();
  });
});
