import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import { outcomes, type Outcome } from '../../src/cases/format.ts';
import { analyse } from '../../src/cases/analysis.ts';
import { caseGraph, type CaseGraph } from '../../src/cases/graph.ts';
import { caseMachine, type CaseState } from '../../src/cases/machine.ts';
import { begin, choose, offered, outcome, proceed, sceneOf } from '../../src/cases/moves.ts';
import { wildScenario } from '../fixtures/scenarios/arbitrary.ts';
import { choice, decision, ending, passage, scenario } from '../fixtures/scenarios/build.ts';
import { changed, choiceOf, nightCall, sceneWith } from '../fixtures/scenarios/night-call.ts';

/** Every run of a case, found by walking each to its end: what the analysis must agree with. */
function everyRun(graph: CaseGraph) {
  const ended: { steps: Step[]; scene: string; outcome: Outcome }[] = [];
  const dead: string[] = [];
  const places = new Set<string>();
  const walk = (at: CaseState, steps: Step[]) => {
    places.add(JSON.stringify([at.value, at.context]));
    const reached = outcome(at);
    if (reached) return void ended.push({ steps, scene: sceneOf(at), outcome: reached });
    const choices = offered(at);
    const exits =
      choices.length > 0
        ? choices.map(({ id }) => ({
            next: choose(at, id),
            step: `${sceneOf(at)}.${id}` as const,
          }))
        : [{ next: proceed(at), step: undefined }];
    for (const { next, step } of exits) {
      if (next) walk(next, step ? [...steps, step] : steps);
      else dead.push(sceneOf(at));
    }
  };
  walk(begin(caseMachine(graph)), []);
  return { ended, dead: new Set(dead), places: places.size };
}

describe('The facts of a case', () => {
  test('equal the result of walking every single path, for any case', () => {
    fc.assert(
      fc.property(wildScenario, (of) => {
        const runs = everyRun(caseGraph(of));
        const { faults, facts } = analyse(of);
        const trapped = faults
          .filter(({ message }) => message.includes('trapped'))
          .map(({ field }) => field.split('.')[1]);
        expect(new Set(trapped)).toEqual(runs.dead);

        expect(facts === undefined).toBe(runs.ended.length === 0);
        if (!facts) return;
        const lengths = runs.ended.map(({ steps }) => steps.length);
        expect(facts.configurations).toBe(runs.places);
        expect(facts.paths).toBe(runs.ended.length);
        expect(facts.decisions.shortest).toBe(Math.min(...lengths));
        expect(facts.decisions.longest).toBe(Math.max(...lengths));
        expect(facts.decisions.mean).toBeCloseTo(
          lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
        );
        for (const { scene, paths, share, shortest } of facts.endings) {
          const here = runs.ended.filter((run) => run.scene === scene);
          expect(paths).toBe(here.length);
          expect(share).toBeCloseTo(here.length / runs.ended.length);
          expect(shortest?.length ?? Infinity).toBe(
            Math.min(...here.map(({ steps }) => steps.length)),
          );
        }
        const ranks = runs.ended.map((run) => outcomes.indexOf(run.outcome));
        expect(outcomes.indexOf(facts.best.outcome)).toBe(Math.min(...ranks));
        expect(outcomes.indexOf(facts.worst.outcome)).toBe(Math.max(...ranks));
        expect(runs.ended.map(({ steps }) => steps)).toContainEqual(facts.best.steps);
        expect(runs.ended.map(({ steps }) => steps)).toContainEqual(facts.worst.steps);
      }),
      { numRuns: 150 },
    );
  });

  test('hold the transcripts of the best and of the worst run', () => {
    const { facts } = analyse(nightCall());
    expect(facts?.best).toEqual({
      steps: ['call.go', 'talk.listen', 'close.plan'],
      ending: 'together',
      outcome: 'best',
      score: 1,
    });
    expect(facts?.worst).toEqual({
      steps: ['call.ignore', 'talk.order', 'close.leave'],
      ending: 'lost',
      outcome: 'poor',
      score: 0.5 / 3,
    });
  });

  test('name a shortest way to an ending, also where a longer one is found first', () => {
    const of = scenario('call', {
      call: decision('call', [choice('go', 'sound', 'door'), choice('wait', 'harmful', 'late')]),
      door: passage('door', 'end'),
      late: decision('late', [choice('go', 'sound', 'end'), choice('run', 'sound', 'end')]),
      end: ending('best'),
    });
    expect(analyse(of).facts).toMatchObject({
      endings: [{ scene: 'end', paths: 3, share: 1, shortest: ['call.go'] }],
      decisions: { shortest: 1, longest: 2, mean: 5 / 3 },
    });
  });

  test('name the lowest and highest level of each indicator', () => {
    expect(analyse(nightCall()).facts?.indicators).toEqual({
      health: { lowest: 3, highest: 7 },
      trust: { lowest: 2, highest: 6 },
    });
  });

  test('name a decision in which it makes no difference what is chosen', () => {
    expect(analyse(nightCall()).facts?.idleDecisions).toEqual([]);
    const same = changed((of) => {
      for (const each of sceneWith('choices', of, 'close').choices) each.goto = 'together';
    });
    expect(analyse(same).facts?.idleDecisions).toEqual(['close']);
  });

  test('name a decision in which some learners have one choice only', () => {
    expect(analyse(nightCall()).facts?.forcedDecisions).toEqual([]);
    const forced = changed((of) => {
      choiceOf(of, 'close', 'leave').when = { flag: 'waited' };
    });
    expect(analyse(forced).facts?.forcedDecisions).toEqual(['close']);
  });
});
