import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsAfter, faultsIn } from '../fixtures/changed-course.ts';

const lesson = 'en/modules/first/lessons/greeting.mdx';
const questions = 'en/modules/first/questions.yaml';
const scenario = 'en/scenarios/doorbell.yaml';

describe('one mistake is one fault: nothing that depends on a broken file is reported', () => {
  const suggestion =
    'Begin the file with "---" on a line of its own, then title, summary and checked, then "---" again.';
  test.for<[name: string, change: [string, string, string], message: string]>([
    [
      'a colon in the title of a lesson',
      [lesson, 'title: ', 'title: One: '],
      `${lesson}:2  yaml-syntax  "title: One: A greeting" has a colon in its text. Put the text in quotes: title: "One: A greeting"`,
    ],
    [
      'front matter that is not closed',
      [lesson, '---\n\n', '\n'],
      `${lesson}:1  front-matter  The front matter is opened with "---" and not closed. ${suggestion}`,
    ],
    [
      'a lesson without a title',
      [lesson, 'title: A greeting\n', ''],
      `${lesson}:1  schema  Missing. Write a text. [title]`,
    ],
    [
      'a title that is a number',
      [lesson, 'title: A greeting', 'title: 1988'],
      `${lesson}:2  schema  Found "1988". Put it in quotes: "1988". [title]`,
    ],
    [
      'an option without feedback',
      [questions, ', feedback: It opens the talk.', ''],
      `${questions}:16  schema  Missing. Write a text. [1 (first-word).options.0 (hello).feedback]`,
    ],
    [
      'a source without its name',
      [questions, 'sources: [{ source: manual }]', 'sources: [manual]'],
      `${questions}:9  schema  Found "manual". Write { source: manual }. [0 (which-word).sources.0]`,
    ],
    [
      'a condition with a misspelt key',
      [scenario, 'when: { flag:', 'when: { flags:'],
      `${scenario}:40  schema  "flags" is not a field here. Did you mean "flag"? [scenes.door.also.0.when.flags]`,
    ],
    [
      'a scene that neither goes on nor ends',
      [scenario, ', outcome: mixed', ''],
      `${scenario}:59  schema  Something is missing. Add choices, or goto, or outcome. [scenes.thirst]`,
    ],
  ])('%s', ([, change, message]) => {
    expect(faultsAfter(change)).toEqual([message]);
  });
});

describe('a file that was saved in another form', () => {
  const saved = (file: string, bytes: (text: string) => Uint8Array) =>
    faultsIn((root) => {
      writeFileSync(join(root, file), bytes(readFileSync(join(root, file), 'utf8')));
    });
  const suggestion = 'Save the file as UTF-8, without a byte order mark (BOM).';

  test('with the line endings of Windows is read', () => {
    for (const file of [lesson, questions, scenario, 'course.yaml'])
      expect(saved(file, (text) => Buffer.from(text.replaceAll('\n', '\r\n')))).toEqual([]);
  });

  test.for([lesson, questions])('with a byte order mark is told: %s', (file) => {
    expect(saved(file, (text) => Buffer.from(`\ufeff${text}`))).toEqual([
      `${file}:1  encoding  The file begins with a byte order mark, which no editor shows. ${suggestion}`,
    ]);
  });

  test('in Latin-1 is told by the line of the first letter that is lost', () => {
    expect(
      saved(lesson, (text) => Buffer.from(text.replace('Then wait', 'Then café'), 'latin1')),
    ).toEqual([
      `${lesson}:9  encoding  "## Then caf\ufffd" contains a character that is not UTF-8. ${suggestion}`,
    ]);
  });

  test('in UTF-16 is told', () => {
    expect(saved(scenario, (text) => Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([
      `${scenario}  encoding  The file is saved as UTF-16. ${suggestion}`,
    ]);
  });
});

test('a list of words to avoid that cannot be read is a fault like any other', () => {
  expect(
    faultsIn((root) => {
      writeFileSync(join(root, 'terminology.yaml'), 'language: en: x\nterms: []\n');
    }),
  ).toEqual([
    'terminology.yaml:1  yaml-syntax  "language: en: x" has a colon in its text. Put the text in quotes: language: "en: x"',
  ]);
});

test('a mistake in a shared list neither hides nor causes other faults', () => {
  expect(
    faultsAfter(
      ['sources.yaml', 'read: full', 'read: yes'],
      ['en/glossary.yaml', '  definition:', '  definitions:'],
      ['en/course.yaml', 'title: ', 'titel: '],
      [scenario, 'goto: thirst', 'goto: thrist'],
      [lesson, '<Check id="which-word" />', '<Check id="which-word" />\n\nThe {patient} said.'],
    ).map((line) => line.split('  ').slice(0, 2).join(' ')),
  ).toEqual([
    'en/course.yaml:1 schema',
    'en/glossary.yaml:3 schema',
    `${lesson}:13 code-in-text`,
    `${scenario}:57 case-proof`,
    'sources.yaml:9 schema',
  ]);
});

test('faults in several files are told together', () => {
  const faults = faultsAfter(
    ['course.yaml', 'id: tiny', 'id: Tiny'],
    ['sources.yaml', 'read: full', 'read: yes'],
    ['en/about.mdx', 'summary: What this is.\n', ''],
  );
  expect(faults).toEqual([
    'course.yaml:1  schema  Found "Tiny". Write lower-case letters, digits and single hyphens, a letter first. [id]',
    'en/about.mdx:1  schema  Missing. Write a text. [summary]',
    'sources.yaml:9  schema  Found "yes". Write one of: full, extract, abstract, secondary, unread. [0 (manual).read]',
  ]);
});
