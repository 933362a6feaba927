import { describe, expect, it } from 'vitest';
import { freshAttempt, type LearningEvent, record } from '../../src/progress/attempt.ts';
import { slices } from '../../src/progress/slices/registry.ts';
import type { Slice } from '../../src/progress/slices/slice.ts';

describe.each(Object.entries(slices))('what is recorded as "%s"', (_, slice) => {
  it('passes by an event that is none of its own', () => {
    const recorded = slice as unknown as Slice<unknown>;
    const state = recorded.initial ?? { version: '1.0.0', again: [] };
    expect(recorded.reduce(state, { type: 'something.else' } as never)).toBe(state);
  });
});

it('the version of a record outlives every later event', () => {
  const events: LearningEvent[] = [
    { type: 'course.upgraded', edition: { version: '1.1.0', again: [] } },
    { type: 'page.opened', page: 'greeting' },
    { type: 'lesson.viewed', lesson: 'greeting' },
    { type: 'time.passed', seconds: 5 },
  ];
  expect(events.reduce(record, freshAttempt).edition).toEqual({ version: '1.1.0', again: [] });
});
