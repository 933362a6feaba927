import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  toInterval,
  toTimeOfDay,
  toTimespan,
  toTimestamp,
} from '../../scorm/standards/scorm/time.ts';
import { standard12 } from './fake-lms/standard12.ts';
import { standard2004 } from './fake-lms/standard2004.ts';

const no = () => '';
const milliseconds = fc.nat(36_000_000);

/** Seconds of a text in either form. */
function seconds(text: string): number {
  const [, hours = '0', minutes = '0', rest = '0'] =
    /^(\d+):(\d+):([\d.]+)$/.exec(text) ?? /^PT(?:(\d+)H)?(?:(\d+)M)?([\d.]+)S$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

describe('P18: times', () => {
  test('of a session are right and allowed in SCORM 1.2, with exactly two decimals', () => {
    fc.assert(
      fc.property(milliseconds, (value) => {
        const text = toTimespan(value / 1000);
        expect(text).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
        expect(standard12.types['CMITimespan']?.(text, no)).toBe(true);
        expect(Math.abs(seconds(text) - value / 1000)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  test('of a session are right and allowed in SCORM 2004', () => {
    fc.assert(
      fc.property(milliseconds, (value) => {
        const text = toInterval(value / 1000);
        expect(standard2004.types['timeinterval']?.(text, no)).toBe(true);
        expect(Math.abs(seconds(text) - value / 1000)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  test.for([
    [0, '0000:00:00.00', 'PT0S'],
    [0.5, '0000:00:00.50', 'PT0.5S'],
    [3723.456, '0001:02:03.46', 'PT1H2M3.46S'],
    [59.999, '0000:01:00.00', 'PT1M0S'],
    [-3, '0000:00:00.00', 'PT0S'],
    [Number.NaN, '0000:00:00.00', 'PT0S'],
  ] as const)('of %d s are %s and %s', ([value, timespan, interval]) => {
    expect([toTimespan(value), toInterval(value)]).toEqual([timespan, interval]);
  });

  test('longer than the maximum of SCORM 1.2 become the maximum', () => {
    expect(toTimespan(1e9)).toBe('9999:59:59.99');
  });

  test('of an answer carry neither zone nor fraction', () => {
    const at = new Date(2026, 0, 2, 3, 4, 5, 678);
    expect([toTimeOfDay(at), toTimestamp(at)]).toEqual(['03:04:05', '2026-01-02T03:04:05']);
    expect(standard12.types['CMITime']?.(toTimeOfDay(at), no)).toBe(true);
    expect(standard2004.types['time']?.(toTimestamp(at), no)).toBe(true);
  });
});
