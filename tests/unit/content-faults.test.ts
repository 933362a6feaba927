import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/authoring/load-course.ts';
import { faultLine } from '../../src/course/fault.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** What the content check says of the tiny course after changes of a word for another in its files. */
function faultsAfter(...changes: [file: string, from: string, to: string][]): string[] {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync(tiny, folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    writeFileSync(path, text.replace(from, to));
  }
  return readCourse('en', folder).faults.map(faultLine);
}

const lesson = 'en/modules/first/lessons/greeting.mdx';
const questions = 'en/modules/first/questions.yaml';
const scenario = 'en/scenarios/doorbell.yaml';

const [firstWord = ''] =
  /^- id: first-word[\s\S]*?\n(?=- id)/m.exec(readFileSync(join(tiny, questions), 'utf8')) ?? [];
const ofKind = (kind: string, fields: string) => `- id: first-word
  kind: ${kind}
  objective: say-hello
  use: bank
  stem: Which word comes first?
${fields}
  sources: [{ source: manual }]
`;
const numeric = (answer: string) =>
  ofKind(
    'numeric',
    `  answer: ${answer}
  tolerance: 0.1
  feedback: { right: Yes., low: More., high: Less. }`,
  );
const matching = (one: string, other: string) =>
  ofKind(
    'matching',
    `  targets: [{ id: ${one}, text: It opens }, { id: ${other}, text: It closes }]
  items:
    - { id: hello, text: Hello, target: ${one}, feedback: It opens. }
    - { id: goodbye, text: Goodbye, target: ${other}, feedback: It closes. }`,
  );

test('the tiny course has no fault', () => {
  expect(faultsAfter()).toEqual([]);
});

describe('one slip gives one message that names file, field, what was found and what to write', () => {
  test.for<[name: string, change: [string, string, string], message: string]>([
    [
      'a misspelt key',
      ['course.yaml', 'masteryScore', 'masteryScor'],
      'course.yaml · masteryScor: "masteryScor" is not a field here. Did you mean "masteryScore"?',
    ],
    [
      'a misspelt key of a choice',
      [scenario, 'judgement: sound', 'judgment: sound'],
      'en/scenarios/doorbell.yaml · scenes.ring.choices.0.judgment: "judgment" is not a field here. Did you mean "judgement"?',
    ],
    [
      'a word that is not one of those allowed',
      [scenario, 'judgement: harmful', 'judgement: bad'],
      'en/scenarios/doorbell.yaml · scenes.door.choices.1.judgement: Found "bad". Write one of: sound, defensible, harmful.',
    ],
    [
      'a source that does not exist',
      [lesson, 'source="manual"', 'source="manuel"'],
      `${lesson} · line 7: No source is called "manuel". Add it to sources.yaml, or mend the spelling.`,
    ],
    [
      'a term that does not exist',
      [lesson, 'id="hello"', 'id="hallo"'],
      `${lesson} · line 7: No term is called "hallo". Add it to glossary.yaml, or mend the spelling.`,
    ],
    [
      'a drawing that does not exist',
      [lesson, 'name="wave"', 'name="waves"'],
      `${lesson} · line 13: No drawing figures/waves.svg. Save it in en/modules/first/figures/.`,
    ],
    [
      'a chart that does not exist',
      [lesson, '<Figure name="wave"', '<Chart name="wave" />\n\n<Figure name="wave"'],
      `${lesson} · line 13: No chart figures/wave.yaml. Save it in en/modules/first/figures/.`,
    ],
    [
      'a bench card of a module that does not exist',
      [lesson, '<Figure name="wave"', '<BenchCard module="last" />\n\n<Figure name="wave"'],
      `${lesson} · line 13: No module "last" has a bench card. Write module="..." with one of: first.`,
    ],
    [
      'a question without a right answer',
      [
        questions,
        'text: Hello, right: true, feedback: It opens',
        'text: Hello, feedback: It opens',
      ],
      `${questions} · 1 (first-word).options: No option is right. Write "right: true" under the right one.`,
    ],
    [
      'a number that no reader can write clearly',
      [questions, firstWord, numeric('1.125')],
      `${questions} · 1 (first-word).answer: The form does not take 1.125 as a clear number. Ask for one of at most seven digits and two decimals, and set the tolerance to fit.`,
    ],
    [
      'two targets of one id',
      [questions, firstWord, matching('open', 'open')],
      `${questions} · 1 (first-word).targets.1.id: The id "open" stands there twice. Choose another id.`,
    ],
    [
      'an item whose target does not exist',
      [questions, firstWord, matching('open', 'close').replace('target: close', 'target: shut')],
      `${questions} · 1 (first-word).items.1.target: No target is called "shut". Write one of: open, close.`,
    ],
    [
      'a question on an objective that does not exist',
      [questions, 'objective: say-hello\n  use: lesson', 'objective: say-helo\n  use: lesson'],
      `${questions} · 0 (which-word).objective: No objective of the module is called "say-helo". Write one of: say-hello.`,
    ],
    [
      'an id that is taken',
      [questions, 'id: first-word', 'id: greeting'],
      `${questions} · 1.id: The id "greeting" is taken by course.yaml, modules.0.lessons.0.id. Choose another id.`,
    ],
    [
      'an id with a capital letter',
      ['course.yaml', 'id: tiny', 'id: Tiny'],
      'course.yaml · id: Found "Tiny". Write lower-case letters, digits and single hyphens.',
    ],
    [
      'a bank too small for its check',
      ['course.yaml', 'draw: 2', 'draw: 3'],
      `${questions} · (the whole file): The bank has 2 questions; the check draws 3. Write more questions with use: bank.`,
    ],
    [
      'a date that is none',
      ['sources.yaml', 'checked: 2026-11-01', 'checked: 1st November'],
      'sources.yaml · 0.checked: Found "1st November". Write a date as YYYY-MM-DD.',
    ],
    [
      'a colon in a text without quotes',
      ['en/course.yaml', 'title: A tiny course', 'title: A tiny course: part one'],
      'en/course.yaml · line 1: Cannot be read as YAML: Nested mappings are not allowed in compact mappings. Put the text in "quotes" if it holds a colon, or mend the indentation there.',
    ],
  ])('%s', ([, change, message]) => {
    expect(faultsAfter(change)).toContain(message);
  });
});

describe('what a version changed is checked beside the course', () => {
  const changes = 'en/changes.yaml';
  const whole = readFileSync(join(tiny, changes), 'utf8');
  const entry = (fields: string) => `entries: [{ ${fields} }]`;
  const good = 'page: greeting, kind: law, what: It says hello., reread: true';
  const versions = (...list: [version: string, date: string, entries: string][]) =>
    list.map(([version, date, entries]) => `- { version: ${version}, date: ${date}, ${entries} }`);

  test.for<[name: string, text: string, message: string]>([
    [
      'another version than the course has',
      whole.replace('1.0.0', '1.1.0'),
      '0.version: Found 1.1.0. Write 1.0.0, as in course.yaml, and what this version changed.',
    ],
    [
      'another date than the course has',
      whole.replace('2026-11-24', '2026-11-25'),
      '0.date: Found 2026-11-25. Write 2026-11-24, as in course.yaml, and what this version changed.',
    ],
    [
      'a page that does not exist',
      whole.replace('entries: []', entry(good.replace('greeting', 'greting'))),
      '0.entries.0.page: No lesson, case or module is called "greting". Mend the spelling; of a page that is gone, write the module it belonged to.',
    ],
    [
      'a whole module to read again',
      whole.replace('entries: []', entry(good.replace('greeting', 'first'))),
      '0.entries.0.reread: "first" is a module. Write false, and an entry for each lesson or case to read again.',
    ],
    [
      'a kind that is not one of those allowed',
      whole.replace('entries: []', entry(good.replace('law', 'legal'))),
      '0.entries.0.kind: Found "legal". Write one of: correction, addition, law, wording.',
    ],
    [
      'a misspelt key',
      whole.replace('entries: []', entry(good.replace('reread', 'reread: true, re-read'))),
      '0.entries.0.re-read: "re-read" is not a field here. Did you mean "reread"?',
    ],
    [
      'a version that changed nothing',
      versions(['1.0.0', '2026-11-24', 'entries: []'], ['0.9.0', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      '0.entries: No change is named. Write what a learner finds changed; only the first version has nothing to tell.',
    ],
    [
      'versions in the wrong order',
      versions(['1.0.0', '2026-11-24', entry(good)], ['1.0.1', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      '1.version: 1.0.1 is not earlier than 1.0.0. Write the newest version first, each version once.',
    ],
    [
      'an earlier version with a later date',
      versions(['1.0.0', '2026-11-24', entry(good)], ['0.9.0', '2026-12-24', 'entries: []']).join(
        '\n',
      ),
      '1.date: Found 2026-12-24, which is after 1.0.0. Write the date on which that version was published.',
    ],
  ])('%s', ([, text, message]) => {
    expect(faultsAfter([changes, whole, text])).toEqual([`${changes} · ${message}`]);
  });

  test('a number of a version that stored progress has no digit for', () => {
    expect(faultsAfter(['course.yaml', 'version: 1.0.0', 'version: 1.0.64'])).toEqual([
      'course.yaml · version: Found "1.0.64". Write three numbers up to 63, such as 1.0.0.',
    ]);
  });
});

describe('what MDX reads as code is told with its line and the way to write it (P49)', () => {
  test.for<[slip: string, found: string]>([
    ['Give <5 mg.', '"<5 mg." is read as code. Write "&lt;" for "<".'],
    [
      'The {patient} said.',
      '"{patient}" is read as code. Write "&#123;" for "{" and "&#125;" for "}".',
    ],
    ['<!-- later -->', '"<!-- later -->" is a comment. Remove it; lessons have no comments.'],
    ['One<br>two.', '"<br>two." is read as code. Write "&lt;" for "<".'],
    [
      'See <https://example.org>.',
      '"<https://example.org>." is read as code. Write the link as [words](address).',
    ],
    [
      '<Kay>Point</Kay>',
      '"<Kay>" is not part of the vocabulary. docs/authoring.md lists the components.',
    ],
    [
      '<Key>Point',
      '<Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.',
    ],
    [
      'import law from "law"',
      '"import law from "law"" is read as code. Lessons import nothing; begin the paragraph with another word.',
    ],
    [
      '# Title',
      'A heading of the first level. Start headings at "##"; the title is in the front matter.',
    ],
    ['<Term>hello</Term>', '<Term> has no "id". Write <Term id="...">.'],
    ['<Key kind="big">Point</Key>', '<Key> takes no "kind". It takes no attributes.'],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toContain(`${lesson} · line 9: ${found}`);
  });
});

test('faults in several files are told together', () => {
  const faults = faultsAfter(
    ['course.yaml', 'id: tiny', 'id: Tiny'],
    ['sources.yaml', 'read: full', 'read: yes'],
    ['en/about.mdx', 'summary: What this is.\n', ''],
  );
  expect(faults).toEqual([
    'course.yaml · id: Found "Tiny". Write lower-case letters, digits and single hyphens.',
    'sources.yaml · 0.read: Found "yes". Write one of: full, extract, abstract, secondary, unread.',
    'en/about.mdx · summary: Missing. Write a text.',
  ]);
});
