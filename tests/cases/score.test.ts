import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/progress/attempt.ts';
import { caseGraph } from '../../src/cases/graph.ts';
import { judgementOf, score } from '../../src/cases/score.ts';
import { nightCall } from '../fixtures/scenarios/night-call.ts';

const graph = caseGraph(nightCall());

describe('The score of a run', () => {
  test.for<[number, Step[]]>([
    [1, ['call.go', 'talk.listen', 'close.plan']],
    [0, ['call.ignore', 'talk.threaten']],
    [0.5, ['call.phone', 'talk.order']],
    [0.75, ['call.go', 'talk.order']],
    [0.5, ['call.ignore', 'talk.order', 'close.plan']],
  ])('is %d for %o: sound counts 1, defensible a half, harmful 0, averaged', ([scaled, steps]) => {
    expect(score(graph, steps)).toBe(scaled);
  });

  test('does not exist before the first decision', () => {
    expect(score(graph, [])).toBeUndefined();
  });

  test('counts decisions that were not taken in one run, as after going back', () => {
    expect(score(graph, ['close.leave', 'call.go'])).toBe(0.5);
  });

  test('leaves out steps that the case no longer knows', () => {
    expect(score(graph, ['call.go', 'attic.climb', 'talk.sing'])).toBe(1);
    expect(judgementOf(graph, 'talk.sing')).toBeUndefined();
  });
});
