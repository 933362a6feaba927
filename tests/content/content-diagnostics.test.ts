import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsAfter } from '../fixtures/changed-course.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');
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
