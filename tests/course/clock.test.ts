import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type ClockEvent, idleAfter, startClock } from '../../src/course/clock.ts';

const minute = 60_000;
const run = (...events: [ClockEvent['type'], number][]) =>
  events.reduce((clock, [type, at]) => advance(clock, { type, at }), startClock(0, true)).seconds;

describe('P18: active time', () => {
  test('passes while the page is visible and the learner is there', () => {
    expect(run(['active', 2 * minute], ['asked', 4 * minute])).toBe(240);
  });

  test('pauses while the page is hidden, and continues when it is shown', () => {
    expect(run(['hidden', minute], ['visible', 50 * minute], ['asked', 51 * minute])).toBe(120);
  });

  test('stops five minutes after the last activity of the learner', () => {
    expect(run(['asked', 60 * minute])).toBe(300);
  });

  test('goes on at the next sign of the learner, without the time between', () => {
    expect(run(['active', 60 * minute], ['asked', 61 * minute])).toBe(360);
  });

  test('is not kept running by being asked for', () => {
    expect(run(['asked', 4 * minute], ['asked', 8 * minute], ['asked', 12 * minute])).toBe(300);
  });

  test('does not count twice when shown twice', () => {
    expect(run(['visible', minute], ['visible', minute], ['asked', 2 * minute])).toBe(120);
  });

  test('starts hidden where the page was opened in the background', () => {
    const hidden = startClock(0, false);
    const later = advance(advance(hidden, { type: 'visible', at: minute }), {
      type: 'asked',
      at: 2 * minute,
    });
    expect(later.seconds).toBe(60);
  });

  test('never runs backwards, nor faster than real time', () => {
    const event = fc.record({
      type: fc.constantFrom<ClockEvent['type']>('visible', 'hidden', 'active', 'asked'),
      at: fc.nat(10 * idleAfter),
    });
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let clock = startClock(0, true);
        let forward = 0;
        for (const next of events) {
          forward += Math.max(0, next.at - clock.at) / 1000;
          const after = advance(clock, next);
          expect(after.seconds).toBeGreaterThanOrEqual(clock.seconds);
          expect(after.seconds).toBeLessThanOrEqual(forward + 1e-6);
          clock = after;
        }
      }),
    );
  });
});
