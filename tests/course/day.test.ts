import { afterEach, describe, expect, test } from 'vitest';
import { dayAfter, isDay, localDay } from '../../src/course/day.ts';

describe('a day of the calendar', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['Pacific/Auckland', '2027-01-01'],
    ['America/Los_Angeles', '2026-12-31'],
  ])('is that of the device: the same time in %s is %s', (timeZone, day) => {
    process.env['TZ'] = timeZone;
    expect(localDay(new Date('2026-12-31T20:00:00Z'))).toBe(day);
  });

  test('is counted over the end of a month and of February', () => {
    expect(dayAfter('2026-12-30', 3)).toBe('2027-01-02');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  });

  test('is refused where the calendar has no such day', () => {
    expect(isDay('2026-02-28')).toBe(true);
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2026-2-28')).toBe(false);
  });
});
