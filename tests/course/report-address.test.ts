import { describe, expect, test } from 'vitest';
import { reportAddress } from '../../src/course/report-address.ts';

describe('the address to which readers report mistakes', () => {
  test.for([
    [undefined, undefined],
    [' ', undefined],
    ['mistakes@example.org', 'mailto:mistakes@example.org'],
    ['mailto:mistakes@example.org', 'mailto:mistakes@example.org'],
    [' https://example.org/report?of=course ', 'https://example.org/report?of=course'],
    ['http://intranet/report', 'http://intranet/report'],
  ])('%j leads to %j', ([setting, address]) => {
    expect(reportAddress(setting)).toBe(address);
  });

  test.for([
    'javascript:alert(1)',
    'JavaScript:alert(1)//@x',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'example.org/report',
    '//example.org',
  ])('%j is refused with what can be written', (setting) => {
    expect(() => reportAddress(setting)).toThrow(
      /REPORT_ADDRESS is ".*"\. Write an address of mail/,
    );
  });
});
