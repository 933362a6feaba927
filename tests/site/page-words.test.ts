import { describe, expect, test } from 'vitest';
import { parseDrawing } from '../../src/content/files/drawing.ts';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';
import { attributeValues } from '../../src/content/page-content.ts';
import { inlineDrawing } from '../../src/lesson/Figure/inline-drawing.ts';
import { day } from '../../src/site/day.ts';
import { inline, paragraphs } from '../../src/site/prose.ts';

describe('text with inline Markdown', () => {
  test('keeps what looks like code as text (P49)', () => {
    expect(inline('under <5 mg & "more"')).toBe('under &lt;5 mg &amp; &quot;more&quot;');
  });

  test('shows emphasis', () => {
    expect(inline('a **must**, not a *may*')).toBe('a <strong>must</strong>, not a <em>may</em>');
  });

  test('opens a link out of the course beside it, with the address as text (P38)', () => {
    expect(inline('See [the rules](https://example.org/rules).')).toBe(
      'See the rules (<a href="https://example.org/rules" target="_blank" rel="noopener noreferrer"><bdi>https://example.org/rules</bdi></a>).',
    );
  });

  test('makes no link of a script address', () => {
    expect(inline('[press](javascript:alert(1))')).not.toContain('href');
  });

  test('parts paragraphs at blank lines, and has none where there are no words', () => {
    expect(paragraphs('One.\n\nTwo.\n')).toEqual(['One.', 'Two.']);
    expect(paragraphs('')).toEqual([]);
  });
});

describe('a drawing in a page', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="presentation"><title>x</title>\n<path id="a" clip-path="url(#b)"/><use href="#a"/></svg>';

  const { root } = parseDrawing(svg, 'nets.svg');
  if (root === undefined) throw new Error('no drawing');

  test('is one picture with a name', () => {
    const drawn = inlineDrawing(root, 'nets', 'Three "nets"');
    expect(drawn).toMatch(/^<svg role="img" aria-label="Three &quot;nets&quot;" viewBox/);
    expect(drawn).not.toContain('<title>');
    expect(drawn).not.toContain('presentation');
  });

  test('shares no id with another drawing', () => {
    expect(inlineDrawing(root, 'nets', 'Nets')).toContain(
      '<path id="nets-a" clip-path="url(#nets-b)"/><use href="#nets-a"/>',
    );
  });
});

test('the terms of a page are found once each, in the order in which they stand', () => {
  const { uses } = readMdx(
    `<Term id="b">x</Term> <Term\n  id='a'>y</Term> <Term id="b">z</Term> <Check id='q' />`,
    'a.mdx',
  );
  expect(attributeValues(uses, 'Term', 'id')).toEqual(['b', 'a']);
  expect(attributeValues(uses, 'Check', 'id')).toEqual(['q']);
});

test('an English date is written day first, for readers everywhere, and its day stays with its month', () => {
  expect(day('en', '2026-11-24')).toBe('24\u00a0November 2026');
  expect(day('fr', new Date('2026-11-24T00:00:00Z'))).toBe('24\u00a0novembre 2026');
});
