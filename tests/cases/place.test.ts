import { describe, expect, test } from 'vitest';
import { caseGraph } from '../../src/cases/graph.ts';
import { caseMachine } from '../../src/cases/machine.ts';
import { sceneOf } from '../../src/cases/moves.ts';
import { isSamePlace, placeBefore, placeFrom, stateAt, type Place } from '../../src/cases/place.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

const machine = caseMachine(caseGraph(nightCall()));
const scenesOf = (place: Place) => {
  const found = stateAt(machine, place);
  return found && { at: sceneOf(found.at), before: found.before && sceneOf(found.before) };
};

describe('A place in a case', () => {
  test('with a scene is that scene, a passage on the way included', () => {
    expect(scenesOf({ steps: [], scene: 'call' })).toEqual({ at: 'call', before: undefined });
    for (const scene of ['door', 'worse', 'talk'])
      expect(scenesOf({ steps: ['call.phone'], scene })?.at).toBe(scene);
  });

  test('without a scene is what follows from its last step, and knows where that was taken', () => {
    expect(scenesOf({ steps: ['call.go'] })?.before).toBe('call');
  });

  test('is invalid without such a step, or such a scene after the steps', () => {
    expect(scenesOf({ steps: ['call.gone'], scene: 'door' })).toBeUndefined();
    expect(scenesOf({ steps: [], scene: 'apart' })).toBeUndefined();
    expect(scenesOf({ steps: [] })).toBeUndefined();
  });

  test('before a decision is the scene in which it is taken, and before the first the start', () => {
    const run = ['call.go', 'talk.listen', 'close.plan'] as const;
    expect(placeBefore(machine, run, 0)).toEqual({ steps: [], scene: 'call' });
    expect(placeBefore(machine, run, 2)).toEqual({ steps: run.slice(0, 2), scene: 'close' });
  });

  test('survives the history of a browser (P55), and what is no place is none', () => {
    const place: Place = { steps: ['call.go'], scene: 'talk' };
    expect(placeFrom(structuredClone(place))).toEqual(place);
    expect(placeFrom({ steps: ['call.go'] })).toEqual({ steps: ['call.go'] });
    for (const other of [null, 4, 'call', {}, { steps: 'call.go' }, { steps: [1] }])
      expect(placeFrom(other)).toBeUndefined();
    expect(placeFrom({ steps: [], scene: 7 })).toBeUndefined();
  });

  test('is another where the scene or a step is another', () => {
    const place: Place = { steps: ['call.go'], scene: 'talk' };
    expect(isSamePlace(place, { ...place })).toBe(true);
    expect(isSamePlace(place, { steps: ['call.go'] })).toBe(false);
    expect(isSamePlace(place, { steps: ['call.wait'], scene: 'talk' })).toBe(false);
  });
});
