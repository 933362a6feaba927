import { describe, expect, test } from 'vitest';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { invisibleCharacter } from '../../src/content/rules/invisible-character.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const said = (text: string, language = 'en', path = `${language}/glossary.yaml`) =>
  findingsOf(invisibleCharacter, { [path]: text }, { language, shared: [] }).map(diagnosticLine);

describe('a character that no reader sees is named, with its line and column', () => {
  test.for<[name: string, character: string]>([
    ['no-break space (U+00A0)', '\u00a0'],
    ['zero width space (U+200B)', '\u200b'],
    ['zero width joiner (U+200D)', '\u200d'],
    ['soft hyphen (U+00AD)', '\u00ad'],
    ['vertical tab (U+000B)', '\v'],
    ['control character (U+0000)', '\0'],
    ['control character (U+0007)', '\u0007'],
    ['direction embedding or override (U+202E)', '\u202e'],
    ['carriage return (U+000D)', '\r'],
    ['tag character (U+E0061)', '\u{e0061}'],
  ])('%s', ([name, character]) => {
    expect(said(`one: 1\nterm: ba${character}il\n`)[0]).toContain(
      `en/glossary.yaml:2:9  invisible-character  A ${name} stands between`,
    );
  });
});

test('the message shows the character by its code, and no terminal acts on it', () => {
  const [line = ''] = said('term: \u202ebail\u202e\n');
  expect(line).toContain('⟨U+202E⟩');
  expect(line).not.toContain('\u202e');
});

test('where a space must not break, the way to write it is named', () => {
  expect(said('term: 5\u00a0mg\n')[0]).toContain('write "\\u00a0" in a text in double quotes');
  expect(said('5\u00a0mg\n', 'en', 'en/about.mdx')[0]).toContain('write "&nbsp;"');
});

test('languages keep the characters that they are written with', () => {
  expect(said('term: Quoi\u202f?\n', 'fr')).toEqual([]);
  expect(said('term: می\u200cخواهم\n', 'fa')).toEqual([]);
  expect(said('term: می\u200cخواهم\n', 'en')).toHaveLength(1);
  expect(said('term: Quoi\u202e?\n', 'fr')).toHaveLength(1);
});

describe('an invisible character that is written as a reference or an escape is reported too', () => {
  test.for<[path: string, text: string, name: string]>([
    ['en/about.mdx', 'ba&shy;il', 'soft hyphen (U+00AD)'],
    ['en/about.mdx', 'ba&#8203;il', 'zero width space (U+200B)'],
    ['en/about.mdx', 'ba&#x202E;il', 'direction embedding or override (U+202E)'],
    ['en/about.mdx', 'ba&#0;il', 'number of no character (0)'],
    ['en/about.mdx', 'ba&#xD800;il', 'number of no character (D800)'],
    ['en/glossary.yaml', 'term: ba&zwnj;il', 'zero width non-joiner (U+200C)'],
    ['en/glossary.yaml', 'term: "ba\\u200bil"', 'zero width space (U+200B)'],
    ['en/glossary.yaml', 'term: "ba\\x07il"', 'control character (U+0007)'],
  ])('%s: %s', ([path, text, name]) => {
    expect(said(text, 'en', path)).toEqual([expect.stringContaining(`A ${name} stands`)]);
  });

  test('a space that does not break, a backslash before an escape, and signs are not', () => {
    expect(said('5&nbsp;mg &lt; 6&#160;mg &euro; &eacute;', 'en', 'en/about.mdx')).toEqual([]);
    expect(said('term: "5\\u00a0mg \\\\u200b"')).toEqual([]);
  });
});
