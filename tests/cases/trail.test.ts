import { expect, test } from 'vitest';
import { trail, wholeTrail } from '../../src/cases/player/trail.ts';
import type { CaseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { sceneOf } from '../../src/cases/moves.ts';

const graph: CaseGraph = {
  start: 'door',
  indicators: {},
  scenes: {
    door: { goto: 'hall' },
    hall: {
      choices: [
        { id: 'wait', judgement: 'sound', goto: 'stairs' },
        { id: 'run', judgement: 'harmful', goto: 'street' },
      ],
    },
    stairs: { goto: 'room' },
    room: { choices: [{ id: 'speak', judgement: 'sound', goto: 'street' }] },
    street: { outcome: 'best' },
  },
};

const scenes = (steps: Parameters<typeof trail>[1]) =>
  trail(caseMachine(graph), steps).map(sceneOf);

test('a trail begins where the case begins', () => {
  expect(scenes([])).toEqual(['door']);
});

test('a trail holds the passages between decisions, up to where the last step led', () => {
  expect(scenes(['hall.wait'])).toEqual(['door', 'hall', 'stairs']);
  expect(scenes(['hall.wait', 'room.speak'])).toEqual(['door', 'hall', 'stairs', 'room', 'street']);
});

test('a step that the case does not offer ends the trail (P04)', () => {
  expect(scenes(['hall.gone', 'room.speak'])).toEqual(['door', 'hall']);
});

test('the trail of a run that is over holds the passages before its ending, and the ending', () => {
  const long = caseMachine({
    ...graph,
    scenes: { ...graph.scenes, street: { goto: 'night' }, night: { outcome: 'poor' } },
  });
  expect(trail(long, ['hall.run']).map(sceneOf)).toEqual(['door', 'hall', 'street']);
  expect(wholeTrail(long, ['hall.run']).map(sceneOf)).toEqual(['door', 'hall', 'street', 'night']);
});
