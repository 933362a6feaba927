import { describe, expect, test } from 'vitest';
import { escapeHtml, escapeXml } from '../../src/html/escape.ts';

describe('text in markup', () => {
  test('keeps its characters in an element and in an attribute in double quotes', () => {
    expect(escapeHtml(`R&D "<5" isn't`)).toBe(`R&amp;D &quot;&lt;5&quot; isn't`);
  });

  test('is refused for XML where it has a character that XML does not allow', () => {
    expect(escapeXml('5 < 6')).toBe('5 &lt; 6');
    expect(() => escapeXml('a\u0001b')).toThrow('U+0001');
  });
});
