import { describe, expect, test } from 'vitest';
import {
  audit,
  decisionCode,
  type Decided,
  fewestJudges,
  readDecisions,
} from '../../src/workshop/noise/audit.ts';
import { design } from '../../src/workshop/noise/design.ts';
import { versionText } from '../../src/workshop/noise/vignette.ts';
import { loadCourse } from '../../src/content/load.ts';

const rows = design(7);
const vignette = loadCourse('en').workshop?.vignette;

describe('the versions of the vignette', () => {
  test('are balanced: each level occurs four times, and twice with each level of every other factor', () => {
    for (let one = 0; one < 7; one++) {
      expect(rows.filter((row) => row[one] === 1)).toHaveLength(4);
      for (let other = one + 1; other < 7; other++)
        for (const levels of [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ])
          expect(
            rows.filter((row) => row[one] === levels[0] && row[other] === levels[1]),
          ).toHaveLength(2);
    }
  });

  test('differ in each factor, contain no unfilled placeholder, and say that nobody is real', () => {
    if (vignette === undefined) throw new Error('no vignette');
    const texts = design(vignette.factors.length).map((levels) => versionText(vignette, levels));
    expect(new Set(texts).size).toBe(8);
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
    for (const { id } of vignette.factors) expect(vignette.text).toContain(`{${id}}`);
    expect(vignette.fiction).toMatch(/nobody|no one|fiction/i);
  });
});

describe('decisions of judges', () => {
  test('are read from codes and from figures, and a wrong code is rejected with its line', () => {
    const code = decisionCode({ version: 2, decision: 4 });
    const { decided, refused } = readDecisions(
      `${code}\n4 2\nJudge Moreau 8,1\n9 1\n3-1${code.slice(3)}\n`,
      8,
      7,
    );
    expect(decided).toEqual([
      { version: 2, decision: 4 },
      { version: 3, decision: 1 },
      { version: 7, decision: 0 },
    ]);
    expect(refused.map(({ line }) => line)).toEqual([4, 5]);
  });

  test('yield the weights of simulated judges, in any number of rounds of the design', () => {
    const weights = [1.5, 0, -1, 0.5, 0, 0.25, 0];
    for (const rounds of [1, 2, 5]) {
      const decided: Decided[] = Array.from({ length: rounds }, () => rows).flatMap((all) =>
        all.map((levels, version) => ({
          version,
          decision:
            3 + levels.reduce((sum, level, place) => sum + level * (weights[place] ?? 0), 0),
        })),
      );
      const { effects } = audit(decided, rows, 8);
      effects.forEach(({ steps }, place) => expect(steps).toBeCloseTo(weights[place] ?? 0, 9));
    }
  });

  test('yield the weights of noisy simulated judges within the interval, and their noise', () => {
    // A generator of its own, so that the judges are the same in each run (Park and Miller, 1988).
    let seed = 20_261_128;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const weights = [2, 0, 0, 1, 0, 0, 0];
    const decided = Array.from({ length: 400 }, (_, judge) => {
      const version = judge % 8;
      const own = (rows[version] ?? []).reduce(
        (sum, level, place) => sum + level * (weights[place] ?? 0),
        0,
      );
      return { version, decision: 2 + own + normal() };
    });
    const { effects, noise = 0 } = audit(decided, rows, 8);
    effects.forEach(({ steps, half = 0 }, place) => {
      expect(Math.abs(steps - (weights[place] ?? 0))).toBeLessThan(1.5 * half);
      expect(half).toBeLessThan(0.25);
    });
    expect(noise).toBeGreaterThan(0.85);
    expect(noise).toBeLessThan(1.15);
  });

  test('of fewer than eight people yield the spread but no effects of factors', () => {
    const few = rows
      .slice(0, fewestJudges - 1)
      .map((_, version) => ({ version, decision: version % 3 }));
    const { effects, noise, count, spread } = audit(few, rows, 7);
    expect({ effects, noise, count }).toEqual({ effects: [], noise: undefined, count: 7 });
    expect(spread).toBeGreaterThan(0);
  });

  test('yield no effects if the versions do not separate the factors', () => {
    const same = Array.from({ length: 12 }, () => ({ version: 0, decision: 2 }));
    expect(audit(same, rows, 7).effects).toEqual([]);
  });
});
