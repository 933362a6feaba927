import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/content/files/parse-yaml.ts';

const told = (source: string, lineBefore = 0) =>
  parseYaml(source, 'a.yaml', lineBefore).diagnostics.map(
    ({ line, message, suggestion }) => `line ${line}: ${message} ${suggestion}`,
  );

describe('a mistake in YAML is reported once, on the line to correct', () => {
  test.for<[name: string, source: string, message: string]>([
    [
      'a colon in a text',
      'title: Night: who decides\nyear: 1\n',
      'line 1: "title: Night: who decides" has a colon in its text. Put the text in quotes: title: "Night: who decides"',
    ],
    [
      'a quotation mark at the start of a text',
      'title: "Who" decides\n',
      'line 1: YAML reads a text that begins with " as something else than words. Put the text in quotes: title: \'"Who" decides\'',
    ],
    [
      'an apostrophe in single quotes',
      "title: 'He's here'\n",
      'line 1: YAML reads a text that begins with \' as something else than words. Put the text in quotes: title: "He\'s here"',
    ],
    [
      'a quotation mark that is not closed',
      'one: 1\ntitle: "Who\nyear: 1\n',
      'line 2: A quotation mark is opened on this line and not closed. Close it at the end of the text, or delete it.',
    ],
    [
      'a line that is indented too far',
      'title: Who\n  year: 1\n',
      'line 2: "year: 1" is indented deeper than the line before. Indent it by spaces to the same column as the lines it belongs with.',
    ],
    [
      'an item that is indented too little',
      'options:\n    - id: a\n      text: x\n   - id: b\n      text: y\nz: 1\n',
      'line 4: "- id: b" is not indented like the lines around it. Indent it by spaces to the same column as the lines it belongs with.',
    ],
    [
      'an item that is indented too far, below an empty line',
      '- id: a\n  text: x\n\n  - id: b\n    text: y\n',
      'line 4: "- id: b" is not indented like the lines around it. Indent it by spaces to the same column as the lines it belongs with.',
    ],
    [
      'a tab',
      'options:\n    - id: a\n\ttext: x\n      feedback: y\n',
      'line 3: The line is indented with a tab. Indent it with spaces, like the lines around it.',
    ],
    [
      'a bracket that is not closed',
      'cases: [one, two\ncheck: 1\n',
      'line 2: A bracket that was opened before "check: 1" is not closed. Write "]" where it ends.',
    ],
    [
      'a field that appears twice',
      'late: 1\nlate: 2\n',
      'line 2: "late" appears twice. Delete one of the two, or give it another name.',
    ],
    [
      'no space after a colon',
      'id:x\ntitle: y\n',
      'line 1: "id:x" has no space after its colon. Write one.',
    ],
    [
      'words that YAML would hide as a comment',
      'text: Whether it is file #12 of the court\n',
      'line 1: YAML reads "#12 of the court" as a comment and hides it. Put the text in quotes: text: "Whether it is file #12 of the court"',
    ],
    [
      'a text that begins with a star',
      'title: *Doorbell*\n',
      'line 1: YAML reads a text that begins with * as something else than words. Put the text in quotes: title: "*Doorbell*"',
    ],
    [
      'a text that begins with an exclamation mark',
      'list: !stop [a]\n',
      'line 1: YAML reads a text that begins with ! as something else than words. Put the text in quotes: list: "!stop [a]"',
    ],
    [
      'a backslash in double quotes',
      'title: "a\\z"\n',
      `line 1: A backslash in "title: "a\\z"" is read as a code. Put the text in single quotes, '...', or write the backslash twice.`,
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      'line 2: "---" begins a second document. Delete the line; a file holds one.',
    ],
    [
      'a word that YAML would take for a name of its own',
      'text: &c of the court\n',
      'line 1: YAML reads a text that begins with & as something else than words. Put the text in quotes: text: "&c of the court"',
    ],
  ])('%s', ([, source, message]) => {
    expect(told(source)).toEqual([message]);
  });
});

test('colons in several texts are reported together', () => {
  expect(told('a: b: c\nd: e\nf: g: h\n').map((line) => line.slice(0, 6))).toEqual([
    'line 1',
    'line 3',
  ]);
});

test('a comment for other authors, and an address with a #, are left alone', () => {
  expect(told('kind: single # one right option\nurl: https://example.org/a#b\n')).toEqual([]);
});

test('lines count from the start of the file where the text is its front matter', () => {
  expect(told('title: a: b\n', 1)[0]).toMatch(/^line 2:/);
});

test('text that YAML would hide is checked as written', () => {
  const { document } = parseYaml('title: *Doorbell*\n', 'a.yaml');
  expect(document?.toJS()).toEqual({ title: '*Doorbell*' });
});

test.for([
  ['brackets without end', '['.repeat(20_000)],
  ['lists in lists', '- '.repeat(5_000) + 'x'],
  ['names for ever', Array.from({ length: 5_000 }, (_, n) => `- &a${n} word`).join('\n')],
  ['an alias of everything', `a: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`],
])('%s are reported, and never end the program', ([, source]) => {
  expect(parseYaml(String(source), 'a.yaml').diagnostics.length).toBeGreaterThan(0);
});
