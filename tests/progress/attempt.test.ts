import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  freshAttempt,
  type LearningEvent,
  record,
} from '../../src/progress/attempt.ts';

const after = (...events: LearningEvent[]): Attempt => events.reduce(record, freshAttempt);

const choose = (scene: string, choice: string, ended?: string): LearningEvent => ({
  type: 'case.chosen',
  case: 'c',
  scene,
  choice,
  ...(ended !== undefined && { ended }),
});

describe('an attempt', () => {
  test('stays the same object when an event says nothing new', () => {
    const before = after(
      { type: 'lesson.viewed', lesson: 'a' },
      { type: 'page.opened', page: 'a' },
    );
    expect(record(before, { type: 'lesson.viewed', lesson: 'a' })).toBe(before);
    expect(record(before, { type: 'page.opened', page: 'a' })).toBe(before);
  });

  test('P24: keeps of a case the first decision in each scene, until an ending was reached', () => {
    const { cases } = after(
      choose('one', 'wait'),
      { type: 'case.moved', case: 'c', run: [] },
      choose('one', 'act'),
      choose('two', 'ask', 'good'),
      { type: 'case.moved', case: 'c', run: [] },
      choose('one', 'act'),
      choose('three', 'leave', 'bad'),
    );
    expect(cases['c']).toEqual({
      first: ['one.wait', 'two.ask'],
      run: ['one.act', 'three.leave'],
      finished: true,
      endings: ['good', 'bad'],
    });
  });

  test('keeps the answers of an open try in the order drawn, until the try is finished', () => {
    const open = after(
      { type: 'check.started', check: 'm', seed: 5, draw: 3 },
      { type: 'check.answered', check: 'm', item: 2, response: ['x'] },
    );
    expect(open.checks['m']).toEqual({
      tries: [],
      open: { seed: 5, answers: [undefined, undefined, ['x']] },
    });
    expect(record(open, { type: 'check.finished', check: 'm', score: 0.5 }).checks['m']).toEqual({
      tries: [0.5],
      ended: 5,
    });
  });

  test('ignores an answer when no try is open', () => {
    expect(after({ type: 'check.answered', check: 'm', item: 0, response: ['x'] })).toBe(
      freshAttempt,
    );
  });

  test('P21: of many tries keeps the best and the latest, eight at most', () => {
    const scores = [0.25, 1, 0.5, ...Array.from({ length: 20 }, (_, index) => index / 40)];
    const { checks } = after(
      ...scores.map((score): LearningEvent => ({ type: 'check.finished', check: 'm', score })),
    );
    expect(checks['m']?.tries).toEqual([1, ...scores.slice(-7)]);
  });

  test('never goes back in time', () => {
    expect(after({ type: 'time.passed', seconds: -5 }).seconds).toBe(0);
  });
});
