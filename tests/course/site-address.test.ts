import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../src/course/site-address.ts';

describe('the address under which the site is published', () => {
  test.for([
    [undefined, undefined],
    [' ', undefined],
    ['https://example.org', 'https://example.org/'],
    [' https://example.org/course ', 'https://example.org/course/'],
    ['http://intranet/learn/', 'http://intranet/learn/'],
  ])('%j is %j', ([setting, address]) => {
    expect(siteAddress(setting)).toBe(address);
  });

  test.for([
    'example.org/course',
    'javascript:alert(1)',
    '/course/',
    'https://example.org/course/?a=1',
    'https://example.org/#top',
  ])('%j is refused with what can be written', (setting) => {
    expect(() => siteAddress(setting)).toThrow(/^COURSE_ADDRESS is ".*"\. Write the link/);
  });
});
