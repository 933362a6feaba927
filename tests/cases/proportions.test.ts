import { describe, expect, test } from 'vitest';
import { type Condition, type Scene } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { delayedCosts } from '../../src/cases/delayed-costs.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { proportions } from '../../src/cases/proportions.ts';
import { choice, decision, ending, passage, scenario } from '../fixtures/scenarios/build.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

describe('The proportions of a case', () => {
  test('are reported with their target range, and are not faults', () => {
    const of = nightCall();
    const { facts } = analyse(of);
    expect(facts && proportions(of, facts)).toEqual([
      { measure: 'scenes', value: 8, least: 10, most: 25, isWithin: false },
      { measure: 'fewestDecisions', value: 2, least: 3, most: 6, isWithin: false },
      { measure: 'decisions', value: 3, least: 3, most: 6, isWithin: true },
      { measure: 'endings', value: 3, least: 3, isWithin: true },
      { measure: 'conditions', value: 6, least: 1, isWithin: true },
      { measure: 'delayedCosts', value: 0, least: 1, isWithin: false },
      { measure: 'repairs', value: 0, least: 1, isWithin: false },
      { measure: 'minutes', value: 1, least: 8, most: 15, isWithin: false },
    ]);
  });

  test('a cost is delayed when the first trace of it is two scenes later or more', () => {
    const late: Condition = { flag: 'late' };
    const costs = (...scenes: [second: Scene, third: Scene]) =>
      delayedCosts(
        caseGraph(
          scenario(
            'first',
            {
              first: decision('first', [
                choice('act', 'sound', 'second', { sets: ['late'] }),
                choice('wait', 'harmful', 'second', { sets: ['late'] }),
                choice('leave', 'harmful', 'second'),
              ]),
              second: scenes[0],
              third: scenes[1],
              fourth: decision('fourth', [choice('end', 'sound', 'good')]),
              good: ending('best'),
            },
            ['late'],
          ),
        ),
      );
    const on = passage('on', 'third');
    const then = passage('then', 'fourth');
    const told = (heading: string, goto: string) => passage(heading, goto, [late]);
    // Nothing depends on it; it is told at once; it is told two scenes later.
    expect(costs(on, then)).toEqual([]);
    expect(costs(told('on', 'third'), told('then', 'fourth'))).toEqual([]);
    expect(costs(on, told('then', 'fourth'))).toEqual(['first.wait']);
    // A branch shows in the scene to which it leads.
    const branch = [{ when: late, goto: 'third' }, { goto: 'fourth' }];
    expect(costs(passage('on', branch), then)).toEqual(['first.wait']);
    expect(
      costs(on, decision('then', [choice('go', 'sound', 'fourth', { when: { not: late } })])),
    ).toEqual(['first.wait']);
  });
});
