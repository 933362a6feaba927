import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** What the content check says of the tiny course after a change of its folder. */
function faultsIn(changed: (folder: string) => void): string[] {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync(tiny, folder, { recursive: true });
  changed(folder);
  return readCourse('en', folder).faults.map(diagnosticLine);
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

describe('one slip gives one message that names file, field, what was found and what to write', () => {
  test.for<[name: string, change: [string, string, string], message: string]>([
    [
      'a misspelt key',
      ['course.yaml', 'masteryScore', 'masteryScor'],
      'course.yaml · line 4, masteryScor: "masteryScor" is not a field here. Did you mean "masteryScore"?',
    ],
    [
      'a misspelt key of a choice',
      [scenario, 'judgement: sound', 'judgment: sound'],
      'en/scenarios/doorbell.yaml · line 23, scenes.ring.choices.0 (open).judgment: "judgment" is not a field here. Did you mean "judgement"?',
    ],
    [
      'a word that is not one of those allowed',
      [scenario, 'judgement: harmful', 'judgement: bad'],
      'en/scenarios/doorbell.yaml · line 53, scenes.door.choices.1 (refuse).judgement: Found "bad". Write one of: sound, defensible, harmful.',
    ],
    [
      'a source that does not exist',
      [lesson, 'source="manual"', 'source="manuel"'],
      `${lesson} · line 7: No source is called "manuel". Did you mean "manual"? Add it to sources.yaml, or mend the spelling.`,
    ],
    [
      'a term that does not exist',
      [lesson, 'id="hello"', 'id="hallo"'],
      `${lesson} · line 7: No term is called "hallo". Did you mean "hello"? Add it to glossary.yaml, or mend the spelling.`,
    ],
    [
      'a drawing that does not exist',
      [lesson, 'name="wave"', 'name="waves"'],
      `${lesson} · line 13: No drawing figures/waves.svg. Did you mean "wave"? Save it in en/modules/first/figures/.`,
    ],
    [
      'a chart that does not exist',
      [lesson, '<Figure name="wave"', '<Chart name="wave" />\n\n<Figure name="wave"'],
      `${lesson} · line 13: No chart figures/wave.yaml. Save it in en/modules/first/figures/.`,
    ],
    [
      'an id under which the tries of the final are recorded',
      [questions, 'id: first-word', 'id: final'],
      `${questions} · line 10, 1 (final).id: "final" is a name that the course uses itself. Choose another id.`,
    ],
    [
      'an assessment of which no track says how long it is',
      ['course.yaml', 'modules:', 'assessment: { blueprint: { first: 1 } }\nmodules:'],
      'course.yaml · line 7, assessment: No track says how many questions it asks. Write tracks:, or leave the assessment out.',
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
      `${questions} · line 15, 1 (first-word).options: No option is right. Write "right: true" under the right one.`,
    ],
    [
      'a number that no reader can write clearly',
      [questions, firstWord, numeric('1.125')],
      `${questions} · line 15, 1 (first-word).answer: The form does not take 1.125 as a clear number. Ask for one of at most seven digits and two decimals, and set the tolerance to fit.`,
    ],
    [
      'two targets of one id',
      [questions, firstWord, matching('open', 'open')],
      `${questions} · line 15, 1 (first-word).targets.1 (open).id: The id "open" stands there twice. Choose another id.`,
    ],
    [
      'two options of the same words',
      [questions, 'text: Goodbye, feedback', 'text: Hello, feedback'],
      `${questions} · line 17, 1 (first-word).options.1 (goodbye).text: The same words stand there twice. Nobody could tell the two apart: change one.`,
    ],
    [
      'a tag in a text that is no page',
      [questions, 'Which word comes first?', 'Which <b>word</b> comes first?'],
      `${questions} · line 14: "<b>" would be shown as it stands. Leave it out: tags work in lessons and other pages only.`,
    ],
    [
      'a source with two letters swapped',
      [lesson, 'source="manual"', 'source="maunal"'],
      `${lesson} · line 7: No source is called "maunal". Did you mean "manual"? Add it to sources.yaml, or mend the spelling.`,
    ],
    [
      'an item whose target does not exist',
      [questions, firstWord, matching('open', 'close').replace('target: close', 'target: shut')],
      `${questions} · line 18, 1 (first-word).items.1 (goodbye).target: No target is called "shut". Write one of: open, close.`,
    ],
    [
      'a question on an objective that does not exist',
      [questions, 'objective: say-hello\n  use: lesson', 'objective: say-helo\n  use: lesson'],
      `${questions} · line 3, 0 (which-word).objective: No objective of the module is called "say-helo". Write one of: say-hello.`,
    ],
    [
      'an id that is taken',
      [questions, 'id: first-word', 'id: greeting'],
      `${questions} · line 10, 1 (greeting).id: The id "greeting" is taken by course.yaml, modules.0.lessons.0.id. Choose another id.`,
    ],
    [
      'an id with a capital letter',
      ['course.yaml', 'id: tiny', 'id: Tiny'],
      'course.yaml · line 1, id: Found "Tiny". Write lower-case letters, digits and single hyphens, a letter first.',
    ],
    [
      'a bank too small for its check',
      ['course.yaml', 'draw: 2', 'draw: 3'],
      `${questions} · (the whole file): The bank has 2 questions; the check draws 3. Write more questions with use: bank.`,
    ],
    [
      'a date that is none',
      ['sources.yaml', 'checked: 2026-11-01', 'checked: 1st November'],
      'sources.yaml · line 8, 0 (manual).checked: Found "1st November". Write a date as YYYY-MM-DD.',
    ],
    [
      'a colon in a text without quotes',
      ['en/course.yaml', 'title: A tiny course', 'title: A tiny course: part one'],
      'en/course.yaml · line 1: "title: A tiny course: part one" has a colon within its text. Put the text in quotes: title: "A tiny course: part one"',
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
      'line 1, 0.version: Found 1.1.0, which is later than 1.0.0 in course.yaml. Raise version and date there, or mend them here.',
    ],
    [
      'an earlier version than the course has',
      whole.replace('1.0.0', '0.9.0'),
      'line 1, 0.version: The newest entry is for 0.9.0. Write one for 1.0.0 of 2026-11-24 above it, as course.yaml has it.',
    ],
    [
      'another date than the course has',
      whole.replace('2026-11-24', '2026-11-25'),
      'line 2, 0.date: Found 2026-11-25. Write 2026-11-24, the date of 1.0.0 in course.yaml, or mend it there.',
    ],
    [
      'a page that does not exist',
      whole.replace('entries: []', entry(good.replace('greeting', 'greting'))),
      'line 3, 0.entries.0.page: No lesson, case or module is called "greting". Did you mean "greeting"? Mend the spelling; of a page that is gone, write the module it belonged to.',
    ],
    [
      'a whole module to read again',
      whole.replace('entries: []', entry(good.replace('greeting', 'first'))),
      'line 3, 0.entries.0.reread: "first" is a module. Write false, and an entry for each lesson or case to read again.',
    ],
    [
      'a kind that is not one of those allowed',
      whole.replace('entries: []', entry(good.replace('law', 'legal'))),
      'line 3, 0.entries.0.kind: Found "legal". Write one of: correction, addition, law, wording.',
    ],
    [
      'a misspelt key',
      whole.replace('entries: []', entry(good.replace('reread', 'reread: true, re-read'))),
      'line 3, 0.entries.0.re-read: "re-read" is not a field here. Did you mean "reread"?',
    ],
    [
      'a version that changed nothing',
      versions(['1.0.0', '2026-11-24', 'entries: []'], ['0.9.0', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      'line 1, 0.entries: No change is named. Write what a learner finds changed; only the first version has nothing to tell.',
    ],
    [
      'versions in the wrong order',
      versions(['1.0.0', '2026-11-24', entry(good)], ['1.0.1', '2026-01-01', 'entries: []']).join(
        '\n',
      ),
      'line 2, 1.version: 1.0.1 is not earlier than 1.0.0. Write the newest version first, each version once.',
    ],
    [
      'an earlier version with a later date',
      versions(['1.0.0', '2026-11-24', entry(good)], ['0.9.0', '2026-12-24', 'entries: []']).join(
        '\n',
      ),
      'line 2, 1.date: Found 2026-12-24, which is after 1.0.0. Write the date on which that version was published.',
    ],
  ])('%s', ([, text, message]) => {
    expect(faultsAfter([changes, whole, text])).toEqual([`${changes} · ${message}`]);
  });

  test('a number of a version that stored progress has no digit for', () => {
    expect(faultsAfter(['course.yaml', 'version: 1.0.0', 'version: 1.0.64'])).toEqual([
      'course.yaml · line 2, version: Found "1.0.64". Write three numbers up to 63, such as 1.0.0.',
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
    ['<Kay>Point</Kay>', '"<Kay>" is not part of the vocabulary. Did you mean <Key>?'],
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

describe('a page is checked for what its readers would meet', () => {
  test.for<[slip: string, found: string]>([
    [
      '<Cite source=“manual” />',
      '"<Cite source=“manual” />" is not a whole tag. Write it as <Cite source="..." />, with straight quotes.',
    ],
    ['Point.</Key>', '</Key> closes nothing. Write <Key> where it begins, or remove this.'],
    ['<cite source="manual" />', '"<cite>" is not part of the vocabulary. Did you mean <Cite>?'],
    [
      '<Cite source="manual" at="" />',
      '<Cite> has an empty "at". Write what it is, or leave it out.',
    ],
    [
      '<Decides role="polise">\n\nOne.\n\n</Decides>',
      'No role is called "polise". Did you mean "police"?',
    ],
    [
      '![A road](road.jpg)',
      'The picture "road.jpg" cannot be shown. Save a drawing in figures/ and write <Figure name="..." caption="...">.',
    ],
    [
      'See [the next](waiting.mdx).',
      'The link leads to "waiting.mdx". Write an address that starts with https://, or that of a page, such as ../countries/kenya.html.',
    ],
    ['#### Deep', 'A heading of "####" below one of "#". Write "##".'],
    [
      '<Figure name="wave.svg" caption="A wave">\n\nA wave.\n\n</Figure>',
      'The name "wave.svg" has the ending of a file. Write name="wave".',
    ],
    [
      '<<<<<<< HEAD',
      '"<<<<<<< HEAD" was left by a merge of two versions. Keep one of the two, and remove the marks.',
    ],
  ])('%s', ([slip, found]) => {
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([`${lesson} · line 9: ${found}`]);
  });

  test('a component that another one closes', () => {
    const slip = '<Key>\n\nPoint\n\n</Caution>';
    expect(faultsAfter([lesson, '## Then wait', slip])).toEqual([
      `${lesson} · line 13: </Caution> stands where <Key> is to be closed. Write </Key> before it.`,
    ]);
  });

  test('a question that is shown twice', () => {
    const check = '<Check id="which-word" />';
    expect(faultsAfter([lesson, check, `${check}\n\n${check}`])[0]).toMatch(
      /The question "which-word" is shown on this page twice\. Leave one of the two\.$/,
    );
  });

  test('a short form that two sources have', () => {
    expect(
      faultsIn((root) => {
        const path = join(root, 'sources.yaml');
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text + text.replace('id: manual', 'id: handbook'));
      }),
    ).toEqual([
      expect.stringMatching(/ 1 \(handbook\)\.short: The short form ".+" stands there twice\./),
    ]);
  });

  test('a lesson that course.yaml does not list', () => {
    expect(
      faultsIn((root) => {
        cpSync(join(root, lesson), join(root, lesson.replace('greeting', 'parting')));
      }),
    ).toEqual([
      'en/modules/first/lessons/parting.mdx · (the whole file): course.yaml does not list it, so no page shows it. Add "parting" to the lessons of first in course.yaml, or move the file to drafts/.',
    ]);
  });
});

test('every slip of a lesson is told at once, and the words around it are judged all the same', () => {
  expect(
    faultsAfter([lesson, '## Then wait', 'Give <5 mg.\n\nThe {patient said.\n\n<Key>Point']),
  ).toEqual([
    `${lesson} · line 9: "<5 mg." is read as code. Write "&lt;" for "<".`,
    `${lesson} · line 11: "{patient said." is read as code. Write "&#123;" for "{" and "&#125;" for "}".`,
    `${lesson} · line 13: <Key> is opened and not closed. Write </Key> after it, or <Key ... /> when nothing stands in it.`,
  ]);
});

describe('one slip is one fault: nothing is said of what a broken file would have shown', () => {
  const suggestion =
    'Begin the file with "---" on a line of its own, then title, summary and checked, then "---" again.';
  test.for<[name: string, change: [string, string, string], message: string]>([
    [
      'a colon in the title of a lesson',
      [lesson, 'title: ', 'title: One: '],
      `${lesson} · line 2: "title: One: A greeting" has a colon within its text. Put the text in quotes: title: "One: A greeting"`,
    ],
    [
      'front matter that is not closed',
      [lesson, '---\n\n', '\n'],
      `${lesson} · line 1: The front matter is opened with "---" and not closed. ${suggestion}`,
    ],
    [
      'a lesson without a title',
      [lesson, 'title: A greeting\n', ''],
      `${lesson} · title: Missing. Write a text.`,
    ],
    [
      'a title that is a number',
      [lesson, 'title: A greeting', 'title: 1988'],
      `${lesson} · line 2, title: Found "1988". Put it in quotes: "1988".`,
    ],
    [
      'an option without feedback',
      [questions, ', feedback: It opens the talk.', ''],
      `${questions} · line 16, 1 (first-word).options.0 (hello).feedback: Missing. Write a text.`,
    ],
    [
      'a source without its name',
      [questions, 'sources: [{ source: manual }]', 'sources: [manual]'],
      `${questions} · line 9, 0 (which-word).sources.0: Found "manual". Write { source: manual }.`,
    ],
    [
      'a condition with a misspelt key',
      [scenario, 'when: { flag:', 'when: { flags:'],
      `${scenario} · line 40, scenes.door.also.0.when.flags: "flags" is not a field here. Did you mean "flag"?`,
    ],
    [
      'a scene that neither goes on nor ends',
      [scenario, ', outcome: mixed', ''],
      `${scenario} · line 59, scenes.thirst: Something is missing. Add choices, or goto, or outcome.`,
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
      `${file} · line 1: It begins with a byte order mark, which no editor shows. ${suggestion}`,
    ]);
  });

  test('in Latin-1 is told by the line of the first letter that is lost', () => {
    expect(
      saved(lesson, (text) => Buffer.from(text.replace('Then wait', 'Then café'), 'latin1')),
    ).toEqual([
      `${lesson} · line 9: "## Then caf\ufffd" holds a letter that cannot be read. ${suggestion}`,
    ]);
  });

  test('in UTF-16 is told', () => {
    expect(saved(scenario, (text) => Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([
      `${scenario} · (the whole file): It is saved as UTF-16. ${suggestion}`,
    ]);
  });
});

test('a list of words to avoid that cannot be read is a fault like any other', () => {
  expect(
    faultsIn((root) => {
      writeFileSync(join(root, 'terminology.yaml'), 'language: en: x\nterms: []\n');
    }),
  ).toEqual([
    'terminology.yaml · line 1: "language: en: x" has a colon within its text. Put the text in quotes: language: "en: x"',
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
    ).map((line) => line.replace(/: .*/, '')),
  ).toEqual([
    'sources.yaml · line 9, 0 (manual).read',
    'en/course.yaml · line 1, titel',
    'en/glossary.yaml · line 3, 0 (hello).definitions',
    `${lesson} · line 13`,
    `${scenario} · line 57, scenes.door.choices.1 (refuse).goto.1`,
  ]);
});

test('faults in several files are told together', () => {
  const faults = faultsAfter(
    ['course.yaml', 'id: tiny', 'id: Tiny'],
    ['sources.yaml', 'read: full', 'read: yes'],
    ['en/about.mdx', 'summary: What this is.\n', ''],
  );
  expect(faults).toEqual([
    'course.yaml · line 1, id: Found "Tiny". Write lower-case letters, digits and single hyphens, a letter first.',
    'sources.yaml · line 9, 0 (manual).read: Found "yes". Write one of: full, extract, abstract, secondary, unread.',
    'en/about.mdx · summary: Missing. Write a text.',
  ]);
});
