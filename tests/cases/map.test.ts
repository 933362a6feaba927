import { describe, expect, test } from 'vitest';
import { caseMap, pathMap, sceneRadius } from '../../src/cases/map.ts';
import { leads, caseGraph } from '../../src/cases/graph.ts';
import { authoredScenarios } from '../fixtures/scenarios/authored.ts';

describe.for(authoredScenarios.map(({ scenario }) => [scenario.id, caseGraph(scenario)] as const))(
  'the map of %s',
  ([, own]) => {
    const map = caseMap(own);

    test('holds every scene and every way between two', () => {
      expect(map.scenes.map(({ id }) => id)).toEqual(Object.keys(own.scenes));
      const ways = Object.values(own.scenes).flatMap((scene) =>
        leads(scene).flatMap(({ branches }) => branches),
      );
      expect(map.ways).toHaveLength(ways.length);
    });

    test('fits its frame, and no two scenes overlap', () => {
      for (const [index, { x, y }] of map.scenes.entries()) {
        expect(x).toBeGreaterThanOrEqual(sceneRadius);
        expect(x).toBeLessThanOrEqual(map.width - sceneRadius);
        expect(y).toBeLessThanOrEqual(map.height - sceneRadius);
        for (const other of map.scenes.slice(index + 1))
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(sceneRadius * 2);
      }
    });

    test('leads downwards only', () => {
      const at = new Map(map.scenes.map(({ id, y }) => [id, y]));
      for (const { from, to } of map.ways) expect(at.get(to)).toBeGreaterThan(at.get(from) ?? 0);
    });

    test('for learners has one line between two scenes and no judgements', () => {
      const seen = pathMap(own);
      const pairs = seen.ways.map(({ from, to }) => `${from} ${to}`);
      expect(new Set(pairs)).toEqual(new Set(map.ways.map(({ from, to }) => `${from} ${to}`)));
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(seen.scenes.map(({ id }) => id)).toEqual(Object.keys(own.scenes));
      expect(JSON.stringify(seen.ways)).not.toMatch(/judgement|choice/);
    });
  },
);
