import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/cases/format.ts';
import { instruction, type Instruction } from '../../src/cases/instruction.ts';
import { holds } from '../../src/cases/memory.ts';
import { wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { reads } from '../fixtures/scenarios/pencil-tracker.ts';

describe('An instruction', () => {
  const flag = (name: string): Condition => ({ flag: name });

  test.for<[Condition, Instruction]>([
    [flag('waited'), { flag: 'waited', isSet: true }],
    [{ not: flag('waited') }, { flag: 'waited', isSet: false }],
    [{ not: { not: flag('waited') } }, { flag: 'waited', isSet: true }],
    [
      { indicator: 'trust', atLeast: 4 },
      { indicator: 'trust', atLeast: 4 },
    ],
    [{ not: { indicator: 'trust', atLeast: 4 } }, { indicator: 'trust', atMost: 3 }],
    [{ not: { indicator: 'trust', atMost: 4 } }, { indicator: 'trust', atLeast: 5 }],
    [
      { not: { all: [flag('a'), { not: flag('b') }] } },
      {
        any: [
          { flag: 'a', isSet: false },
          { flag: 'b', isSet: true },
        ],
      },
    ],
    [
      { any: [flag('a'), { not: { all: [flag('b'), flag('c')] } }] },
      {
        any: [
          { flag: 'a', isSet: true },
          { flag: 'b', isSet: false },
          { flag: 'c', isSet: false },
        ],
      },
    ],
    [{ all: [flag('a')] }, { flag: 'a', isSet: true }],
  ])('for %j is %j', ([when, expected]) => {
    expect(instruction(when)).toEqual(expected);
  });

  test('holds exactly when its condition does', () => {
    fc.assert(
      fc.property(
        wildScenario,
        fc.subarray(['f0', 'f1', 'f2']),
        fc.nat(10),
        fc.nat(10),
        (of, flags, k0, k1) => {
          const at = { scene: 's0', flags, indicators: { k0, k1 } };
          const tracker = { flags: new Set(flags), levels: new Map(Object.entries({ k0, k1 })) };
          for (const { also } of Object.values(of.scenes)) {
            for (const { when } of also) {
              expect(reads(instruction(when), tracker)).toBe(holds(when, at));
            }
          }
        },
      ),
    );
  });
});
