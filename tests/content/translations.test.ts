import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** Findings of the content check on the tiny course in two languages after changes in the second. */
function faultsAfter(...changes: [file: string, from: string, to: string][]): string[] {
  const root = (folder = mkdtempSync(join(tmpdir(), 'course-')));
  copyTinyCourse(root);
  cpSync(join(root, 'en'), join(root, 'fr'), { recursive: true });
  for (const [file, from, to] of [['course.yaml', '[en]', '[en, fr]'], ...changes]) {
    const path = join(root, String(file));
    const text = readFileSync(path, 'utf8');
    if (!text.includes(String(from))) throw new Error(`${file} has no "${from}"`);
    writeFileSync(path, text.replace(String(from), String(to)));
  }
  return checkContent(root).diagnostics.map((one) =>
    diagnosticLine(one).replace(/^(\S+?):\d+/, '$1'),
  );
}

const questions = 'fr/modules/first/questions.yaml';
const scenario = 'fr/scenarios/doorbell.yaml';

describe('P07: a translation', () => {
  test('of every word and of nothing else has no fault', () => {
    expect(
      faultsAfter(
        [questions, 'A colleague comes in. What do you say?', 'Une collègue entre. Que dire ?'],
        [questions, '{ id: hello, text: Hello', '{ id: hello, text: Bonjour'],
        [scenario, 'You open at once.', 'Vous ouvrez aussitôt.'],
        [scenario, 'label: Trust', 'label: Confiance'],
        [scenario, 'late: You let them wait.', 'late: Vous les avez fait attendre.'],
      ),
    ).toEqual([]);
  });

  test.for<[what: string, file: string, from: string, to: string, fault: string]>([
    [
      'with options in another order',
      questions,
      `    - { id: word, text: A word, right: true, feedback: It does. }
    - { id: wave, text: A wave, right: true, feedback: It does. }
`,
      `    - { id: wave, text: A wave, right: true, feedback: It does. }
    - { id: word, text: A word, right: true, feedback: It does. }
`,
      `${questions}  translation  It differs from the original in more than its words. Copy it from the original, and translate what a reader sees. [2 (two-ways)]`,
    ],
    [
      'with another right answer',
      questions,
      '{ id: wave, text: A wave, right: true,',
      '{ id: wave, text: A wave,',
      `${questions}  translation  It differs from the original in more than its words. Copy it from the original, and translate what a reader sees. [2 (two-ways)]`,
    ],
    [
      'with a choice under another id',
      scenario,
      'id: refuse',
      'id: leave',
      `${scenario}  translation  "refuse" is missing. Translate it; the original has it. [scenes.door.choices]`,
    ],
    [
      'with endings in another order',
      scenario,
      `  thanks: { heading: Thanks, text: They thank you., outcome: best }
  thirst: { heading: Thirst, text: They look for another door., outcome: mixed }
`,
      `  thirst: { heading: Thirst, text: They look for another door., outcome: mixed }
  thanks: { heading: Thanks, text: They thank you., outcome: best }
`,
      `${scenario}  translation  The order is ring, door, thirst, thanks, closed. Write them in the order of the original: ring, door, thanks, thirst, closed. [scenes]`,
    ],
    [
      'with another judgement',
      scenario,
      'judgement: defensible',
      'judgement: harmful',
      `${scenario}  translation  It differs from the original in more than its words. Copy it from the original, and translate what a reader sees. [scenes.ring]`,
    ],
  ])('%s is told', ([, file, from, to, fault]) => {
    expect(faultsAfter([file, from, to])).toContain(fault);
  });

  test.for<[what: string, from: string, to: string, fault: string]>([
    [
      'without a message',
      '    goOn: Go on\n',
      '',
      'The message "case.goOn" is missing. Translate it; the original has it.',
    ],
    [
      'with a message of its own',
      '    goOn: Go on\n',
      '    goOn: Go on\n    other: x\n',
      'The original has no such message. Delete it, or correct its name. [messages.case.other]',
    ],
    [
      'without a value',
      "change: '{indicator}: {change}'",
      "change: '{indicator}'",
      'The value {change} is missing. Put it where the sentence says it. [messages.case.change]',
    ],
    [
      'with a value under another name',
      "change: '{indicator}: {change}'",
      "change: '{indicator}: {somme}'",
      'The original has no value {somme}. Use {indicator}, {change}. [messages.case.change]',
    ],
    [
      'with a value in one plural form alone',
      'one: You have seen {seen} of {count} ending.',
      'one: Une fin.',
      '',
    ],
  ])('of the interface %s', ([, from, to, fault]) => {
    const found = faultsAfter(['fr/interface.yaml', from, to]).filter((line) =>
      line.includes('interface-messages'),
    );
    if (fault === '') expect(found).toEqual([]);
    else expect(found.join('\n')).toContain(`interface-messages  ${fault}`);
  });

  test('has what it shares with the original told once', () => {
    expect(faultsAfter(['course.yaml', 'check: { draw: 2 }', 'check: { draw: 99 }'])).toHaveLength(
      1,
    );
  });
});
