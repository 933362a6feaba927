import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { yamlFaults } from '../../src/content/diagnostics/yaml-diagnostics.ts';

const told = (source: string, lineBefore = 0) =>
  yamlFaults(parseDocument(source), source, 'a.yaml', lineBefore).map(
    ({ field, message, suggestion }) => `${field}: ${message} ${suggestion}`,
  );

describe('a slip in YAML is told once, on the line where an author mends it', () => {
  test.for<[name: string, source: string, message: string]>([
    [
      'a colon in a text',
      'title: Night: who decides\nyear: 1\n',
      'line 1: "title: Night: who decides" has a colon within its text. Put the text in quotes: title: "Night: who decides"',
    ],
    [
      'a quotation mark at the start of a text',
      'title: "Who" decides\n',
      'line 1: A text that begins with " is read as more than words. Put the text in quotes: title: \'"Who" decides\'',
    ],
    [
      'an apostrophe in single quotes',
      "title: 'He's here'\n",
      'line 1: A text that begins with \' is read as more than words. Put the text in quotes: title: "He\'s here"',
    ],
    [
      'a quotation mark that is not closed',
      'one: 1\ntitle: "Who\nyear: 1\n',
      'line 2: A quotation mark is opened on this line and not closed. Close it at the end of the text, or leave it out.',
    ],
    [
      'a line that is indented too far',
      'title: Who\n  year: 1\n',
      'line 2: "year: 1" is indented deeper than the line before. Begin it in the same column as the lines it belongs with, with spaces.',
    ],
    [
      'an item that is indented too little',
      'options:\n    - id: a\n      text: x\n   - id: b\n      text: y\nz: 1\n',
      'line 4: "- id: b" is not indented as the lines around it. Begin it in the same column as the lines it belongs with, with spaces.',
    ],
    [
      'an item that is indented too far, below an empty line',
      '- id: a\n  text: x\n\n  - id: b\n    text: y\n',
      'line 4: "- id: b" is not indented as the lines around it. Begin it in the same column as the lines it belongs with, with spaces.',
    ],
    [
      'a tab',
      'options:\n    - id: a\n\ttext: x\n      feedback: y\n',
      'line 3: The line is indented with a tab. Indent it with spaces, as the lines around it.',
    ],
    [
      'a bracket that is not closed',
      'cases: [one, two\ncheck: 1\n',
      'line 2: A bracket that was opened before "check: 1" is not closed. Write "]" where it ends.',
    ],
    [
      'a field that stands there twice',
      'late: 1\nlate: 2\n',
      'line 2: "late" stands there twice. Leave one of the two, or give one another name.',
    ],
    [
      'no space after a colon',
      'id:x\ntitle: y\n',
      'line 1: "id:x" has no space after its colon. Write one.',
    ],
    [
      'words that YAML would hide as a note',
      'text: Whether it is file #12 of the court\n',
      'line 1: "#12 of the court" is read as a note and never shown. Put the text in quotes: text: "Whether it is file #12 of the court"',
    ],
    [
      'a word that YAML would take for a name of its own',
      'text: &c of the court\n',
      'line 1: A text that begins with & is read as more than words. Put the text in quotes: text: "&c of the court"',
    ],
  ])('%s', ([, source, message]) => {
    expect(told(source)).toEqual([message]);
  });
});

test('colons in several texts are told together', () => {
  expect(told('a: b: c\nd: e\nf: g: h\n').map((line) => line.slice(0, 6))).toEqual([
    'line 1',
    'line 3',
  ]);
});

test('a note to other authors, and an address with a #, are left alone', () => {
  expect(told('kind: single # one right option\nurl: https://example.org/a#b\n')).toEqual([]);
});

test('lines count from the start of the file where the text is its front matter', () => {
  expect(told('title: a: b\n', 1)[0]).toMatch(/^line 2:/);
});
