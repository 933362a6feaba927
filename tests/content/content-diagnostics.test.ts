import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** What the content check says of the tiny course after a change of its folder. */
function faultsIn(changed: (folder: string) => void): string[] {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  changed(folder);
  return readCourse('en', folder).diagnostics.map(diagnosticLine);
}

/** The same after changes of a word for another in its files. */
const faultsAfter = (...changes: [file: string, from: string, to: string][]): string[] =>
  faultsIn((folder) => {
    for (const [file, from, to] of changes) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
      writeFileSync(path, text.replace(from, to));
    }
  });

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

describe('one mistake gives one message with file, line, rule, what was found and what to write', () => {
  test.for<[name: string, change: [string, string, string], message: string]>([
    [
      'a misspelt key',
      ['course.yaml', 'masteryScore', 'masteryScor'],
      'course.yaml:4  schema  "masteryScor" is not a field here. Did you mean "masteryScore"? [masteryScor]',
    ],
    [
      'a misspelt key of a choice',
      [scenario, 'judgement: sound', 'judgment: sound'],
      'en/scenarios/doorbell.yaml:23  schema  "judgment" is not a field here. Did you mean "judgement"? [scenes.ring.choices.0 (open).judgment]',
    ],
    [
      'a word that is not one of those allowed',
      [scenario, 'judgement: harmful', 'judgement: bad'],
      'en/scenarios/doorbell.yaml:53  schema  Found "bad". Write one of: sound, defensible, harmful. [scenes.door.choices.1 (refuse).judgement]',
    ],
    [
      'a source that does not exist',
      [lesson, 'source="manual"', 'source="manuel"'],
      `${lesson}:7  unknown-source  There is no source "manuel". Did you mean "manual"? Add it to sources.yaml, or correct the name.`,
    ],
    [
      'a term that does not exist',
      [lesson, 'id="hello"', 'id="hallo"'],
      `${lesson}:7  unknown-term  There is no term "hallo". Did you mean "hello"? Add it to glossary.yaml, or correct the name.`,
    ],
    [
      'a drawing that does not exist',
      [lesson, 'name="wave"', 'name="waves"'],
      `${lesson}:13  figure  There is no drawing figures/waves.svg. Did you mean "wave"? Save it in en/modules/first/figures/.`,
    ],
    [
      'a chart that does not exist',
      [lesson, '<Figure name="wave"', '<Chart name="wave" />\n\n<Figure name="wave"'],
      `${lesson}:13  figure  There is no chart figures/wave.yaml. Save it in en/modules/first/figures/.`,
    ],
    [
      'an id under which the tries of the final are recorded',
      [questions, 'id: first-word', 'id: final'],
      `${questions}:10  reserved-id  "final" is a name that the course itself uses. Choose another id. [1 (final).id]`,
    ],
    [
      'an assessment of which no track says how long it is',
      ['course.yaml', 'modules:', 'assessment: { blueprint: { first: 1 } }\nmodules:'],
      'course.yaml:7  assessment  No track says how many questions the assessment asks. Write tracks:, or leave the assessment out. [assessment]',
    ],
    [
      'a bench card of a module that does not exist',
      [lesson, '<Figure name="wave"', '<BenchCard module="last" />\n\n<Figure name="wave"'],
      `${lesson}:13  unknown-module  There is no module "last" with a bench card. Write module="..." with the id of a module. Write one of: first.`,
    ],
    [
      'a question without a right answer',
      [
        questions,
        'text: Hello, right: true, feedback: It opens',
        'text: Hello, feedback: It opens',
      ],
      `${questions}:15  answer-key  No option of first-word is right. Write "right: true" under the right one. [1 (first-word).options]`,
    ],
    [
      'a number that no reader can write clearly',
      [questions, firstWord, numeric('1.125')],
      `${questions}:15  answer-key  The form cannot take 1.125 as one clear number. Ask for one of at most seven digits and two decimals, and set the tolerance to fit. [1 (first-word).answer]`,
    ],
    [
      'two targets of one id',
      [questions, firstWord, matching('open', 'open')],
      `${questions}:15  duplicate-option  The id "open" appears twice in first-word. Choose another id. [1 (first-word).targets.1 (open).id]`,
    ],
    [
      'two options of the same words',
      [questions, 'text: Goodbye, feedback', 'text: Hello, feedback'],
      `${questions}:17  duplicate-option  Option "Hello" appears twice in first-word. Change one of them, or delete it. [1 (first-word).options.1 (goodbye).text]`,
    ],
    [
      'a tag in a text that is no page',
      [questions, 'Which word comes first?', 'Which <b>word</b> comes first?'],
      `${questions}:14  shown-tag  "<b>" would be shown as it stands. Leave it out: tags work in lessons and other pages only.`,
    ],
    [
      'a source with two letters swapped',
      [lesson, 'source="manual"', 'source="maunal"'],
      `${lesson}:7  unknown-source  There is no source "maunal". Did you mean "manual"? Add it to sources.yaml, or correct the name.`,
    ],
    [
      'an item whose target does not exist',
      [questions, firstWord, matching('open', 'close').replace('target: close', 'target: shut')],
      `${questions}:18  answer-key  first-word has no target "shut". Write one of: open, close. [1 (first-word).items.1 (goodbye).target]`,
    ],
    [
      'a question on an objective that does not exist',
      [questions, 'objective: say-hello\n  use: lesson', 'objective: say-helo\n  use: lesson'],
      `${questions}:3  objective  The module has no objective "say-helo". Did you mean "say-hello"? [0 (which-word).objective]`,
    ],
    [
      'an id that is taken',
      [questions, 'id: first-word', 'id: greeting'],
      `${questions}:10  duplicate-id  The id "greeting" is already used by course.yaml, modules.0.lessons.0.id. Choose another id. [1 (greeting).id]`,
    ],
    [
      'an id with a capital letter',
      ['course.yaml', 'id: tiny', 'id: Tiny'],
      'course.yaml:1  schema  Found "Tiny". Write lower-case letters, digits and single hyphens, a letter first. [id]',
    ],
    [
      'a bank too small for its check',
      ['course.yaml', 'draw: 2', 'draw: 3'],
      `${questions}  bank-size  The bank has 2 questions, and the check draws 3. Write more questions with use: bank.`,
    ],
    [
      'a date that is none',
      ['sources.yaml', 'checked: 2026-11-01', 'checked: 1st November'],
      'sources.yaml:8  schema  Found "1st November". Write a date as YYYY-MM-DD. [0 (manual).checked]',
    ],
    [
      'a colon in a text without quotes',
      ['en/course.yaml', 'title: A tiny course', 'title: A tiny course: part one'],
      'en/course.yaml:1  yaml-syntax  "title: A tiny course: part one" has a colon in its text. Put the text in quotes: title: "A tiny course: part one"',
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
      ':1  release-notes  Version 1.1.0 is later than 1.0.0 in course.yaml. Raise version and date there, or correct them here. [0.version]',
    ],
    [
      'an earlier version than the course has',
      whole.replace('1.0.0', '0.9.0'),
      ':1  release-notes  The newest entry is for version 0.9.0. Write one for 1.0.0 of 2026-11-24 above it, as course.yaml has it. [0.version]',
    ],
    [
      'another date than the course has',
      whole.replace('2026-11-24', '2026-11-25'),
      ':2  release-notes  The date is 2026-11-25. Write 2026-11-24, the date of 1.0.0 in course.yaml, or correct it there. [0.date]',
    ],
    [
      'a page that does not exist',
      whole.replace('entries: []', entry(good.replace('greeting', 'greting'))),
      ':3  release-notes  There is no lesson, case or module "greting". Did you mean "greeting"? Correct the name; for a page that is gone, write the module it belonged to. [0.entries.0.page]',
    ],
    [
      'a whole module to read again',
      whole.replace('entries: []', entry(good.replace('greeting', 'first'))),
      ':3  release-notes  "first" is a module. Write false, and an entry for each lesson or case to read again. [0.entries.0.reread]',
    ],
    [
      'a kind that is not one of those allowed',
      whole.replace('entries: []', entry(good.replace('law', 'legal'))),
      ':3  schema  Found "legal". Write one of: correction, addition, law, wording. [0.entries.0.kind]',
    ],
    [
      'a misspelt key',
      whole.replace('entries: []', entry(good.replace('reread', 'reread: true, re-read'))),
      ':3  schema  "re-read" is not a field here. Did you mean "reread"? [0.entries.0.re-read]',
    ],
    [
      'a version that changed nothing',
      versions(['1.0.0', '2026-11-24', 'entries: []'], ['0.9.0', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      ':1  release-notes  Version 1.0.0 names no change. Write what is different for a learner; only the first version has nothing to report. [0.entries]',
    ],
    [
      'versions in the wrong order',
      versions(['1.0.0', '2026-11-24', entry(good)], ['1.0.1', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      ':2  release-notes  1.0.1 is not earlier than 1.0.0. Write the newest version first, each version once. [1.version]',
    ],
    [
      'an earlier version with a later date',
      versions(['1.0.0', '2026-11-24', entry(good)], ['0.9.0', '2026-12-24', 'entries: []']).join(
        '\n',
      ),
      ':2  release-notes  The date is 2026-12-24, which is after that of version 1.0.0. Write the date on which that version was published. [1.date]',
    ],
  ])('%s', ([, text, message]) => {
    expect(faultsAfter([changes, whole, text])).toEqual([`${changes}${message}`]);
  });

  test('a number of a version that stored progress has no digit for', () => {
    expect(faultsAfter(['course.yaml', 'version: 1.0.0', 'version: 1.0.64'])).toEqual([
      'course.yaml:2  schema  Found "1.0.64". Write three numbers up to 63, such as 1.0.0. [version]',
    ]);
  });
});

describe('what MDX reads as code is told with its line and the way to write it (P49)', () => {
  test.for<[slip: string, found: string]>([
    ['Give <5 mg.', 'mdx-syntax  "<5 mg." is read as code. Write "&lt;" for "<".'],
    [
      'The {patient} said.',
      'code-in-text  "{patient}" is read as code. Write "&#123;" for "{" and "&#125;" for "}".',
    ],
    [
      '<!-- later -->',
      'mdx-syntax  "<!-- later -->" is a comment. Delete it; lessons have no comments.',
    ],
    ['One<br>two.', 'mdx-syntax  "<br>two." is read as code. Write "&lt;" for "<".'],
    [
      'See <https://example.org>.',
      'mdx-syntax  "<https://example.org>." is read as code. Write the link as [words](address).',
    ],
    ['<Kay>Point</Kay>', 'component  There is no component "<Kay>". Did you mean <Key>?'],
    [
      '<Key>Point',
      'mdx-syntax  <Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.',
    ],
    [
      'import law from "law"',
      'code-in-text  "import law from "law"" is read as code. Lessons import nothing; begin the paragraph with another word.',
    ],
    [
      '# Title',
      'heading-level  A heading of the first level. Start headings at "##"; the title is in the front matter.',
    ],
    ['<Term>hello</Term>', 'component  <Term> has no "id". Write <Term id="...">.'],
    ['<Key kind="big">Point</Key>', 'component  <Key> takes no "kind". It takes no attributes.'],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toContain(`${lesson}:9  ${found}`);
  });
});

describe('a page is checked for what its readers would meet', () => {
  test.for<[slip: string, found: string]>([
    [
      '<Cite source=“manual” />',
      'mdx-syntax  "<Cite source=“manual” />" is not a whole tag. Write it as <Cite source="..." />, with straight quotes.',
    ],
    [
      'Point.</Key>',
      'mdx-syntax  </Key> closes nothing. Write <Key> where it begins, or delete this tag.',
    ],
    ['<cite source="manual" />', 'component  There is no component "<cite>". Did you mean <Cite>?'],
    [
      '<Cite source="manual" at="" />',
      'component  <Cite> has an empty "at". Write what it is, or leave it out.',
    ],
    [
      '<Decides role="polise">\n\nOne.\n\n</Decides>',
      'component  There is no role "polise". Did you mean "police"?',
    ],
    [
      '![A road](road.jpg)',
      'code-in-text  The picture "road.jpg" cannot be shown. Save a drawing in figures/ and write <Figure name="..." caption="...">.',
    ],
    [
      'See [the next](waiting.mdx).',
      'link  The link leads to "waiting.mdx". Write an address that starts with https://, or that of a page, such as ../countries/kenya.html.',
    ],
    ['#### Deep', 'heading-level  A heading of "####" below one of "#". Write "##".'],
    [
      '<Figure name="wave.svg" caption="A wave">\n\nA wave.\n\n</Figure>',
      'figure  The name "wave.svg" has the ending of a file. Write name="wave".',
    ],
    [
      '<<<<<<< HEAD',
      'mdx-syntax  "<<<<<<< HEAD" was left by a merge of two versions. Keep one of the two, and delete the marks.',
    ],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([`${lesson}:9  ${found}`]);
  });

  test('a component that another one closes', () => {
    const slip = '<Key>\n\nPoint\n\n</Caution>';
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([
      `${lesson}:13  mdx-syntax  </Caution> stands where <Key> is to be closed. Write </Key> before it.`,
    ]);
  });

  test('a question that is shown twice', () => {
    const check = '<Check id="which-word" />';
    expect(faultsAfter([lesson, check, `${check}\n\n${check}`])[0]).toMatch(
      /The question "which-word" appears twice on this page\. Delete one of the two\./,
    );
  });

  test('a short form that two sources have', () => {
    expect(
      faultsIn((root) => {
        const path = join(root, 'sources.yaml');
        const text = readFileSync(path, 'utf8');
        const other = text.replace('id: manual', 'id: handbook').replace('A manual', 'A handbook');
        writeFileSync(path, text + other.replace('/manual', '/handbook'));
      }),
    ).toEqual([
      'sources.yaml:11  duplicate-id  The short form "Manual 2020" appears twice. Choose another short form. [1 (handbook).short]',
    ]);
  });

  test.each([
    ['title', '/manual', '/handbook'],
    ['address', 'A manual', 'A handbook'],
  ])('a document that two sources name, with the same %s', (_, from, to) => {
    expect(
      faultsIn((root) => {
        const path = join(root, 'sources.yaml');
        const text = readFileSync(path, 'utf8');
        const other = text.replace('id: manual', 'id: handbook').replace('Manual 2020', 'Handbook');
        writeFileSync(path, text + other.replace(from, to));
      }),
    ).toEqual([
      'sources.yaml:10  duplicate-source  "handbook" is the same document as "manual": same year, and same title or address. Cite manual instead and delete this entry, or correct its title or address. [1 (handbook).id]',
    ]);
  });

  test('a lesson that course.yaml does not list', () => {
    expect(
      faultsIn((root) => {
        cpSync(join(root, lesson), join(root, lesson.replace('greeting', 'parting')));
      }),
    ).toEqual([
      'en/modules/first/lessons/parting.mdx  unlisted-file  course.yaml does not list this lesson, so no page shows it. Add "parting" to the lessons of first in course.yaml, or move the file to drafts/.',
    ]);
  });
});

test('every slip of a lesson is told at once, and the words around it are judged all the same', () => {
  expect(
    faultsAfter([lesson, '## Then wait', 'Give <5 mg.\n\nThe {patient said.\n\n<Key>Point']),
  ).toEqual([
    `${lesson}:9  mdx-syntax  "<5 mg." is read as code. Write "&lt;" for "<".`,
    `${lesson}:11  mdx-syntax  "{patient said." is read as code. Write "&#123;" for "{" and "&#125;" for "}".`,
    `${lesson}:13  mdx-syntax  <Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.`,
  ]);
});

describe('one slip is one fault: nothing is said of what a broken file would have shown', () => {
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

test('a slip in a list that all share hides no fault elsewhere, and makes none', () => {
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
