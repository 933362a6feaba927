import { describe, expect, test } from 'vitest';
import { reminderFile, monthsAfter } from '../../src/evaluation/follow-up.ts';

describe('the day of the follow-up', () => {
  test.for([
    ['2026-11-24', '2027-02-24'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-10-01', '2027-01-01'],
  ])('three months after %s is %s', ([from = '', to = '']) => {
    expect(monthsAfter(from, 3)).toBe(to);
  });

  test('is an event of a whole day, in lines of at most 75 octets that end as the standard says', () => {
    const text = 'Rufen Sie an, fragen Sie; schreiben Sie auf: äöü. '.repeat(4);
    const made = new Date('2026-11-24T12:34:56.789Z');
    const file = reminderFile({ date: '2027-02-24', title: 'A, B', text, course: 'c', made });
    const lines = file.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(lines).toContain('DTSTART;VALUE=DATE:20270224');
    expect(lines).toContain('DTSTAMP:20261124T123456Z');
    expect(lines).toContain('SUMMARY:A\\, B');
    expect(file.replaceAll('\r\n ', '')).toContain(
      `DESCRIPTION:${text.replace(/[,;]/g, '\\$&')}\r\n`,
    );
  });
});
