import { describe, expect, test } from 'vitest';
import { caseLabels, labelLengths } from '../../src/content/rules/case-labels.ts';
import { caseReasons, reasonForms } from '../../src/content/rules/case-reasons.ts';
import type { Judgement, Scenario } from '../../src/cases/format.ts';
import type { Rule } from '../../src/content/rules/rule.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

type Labelled = readonly [judgement: Judgement, label: string, reason?: string];

/** A case of decisions only; the rules read neither its order nor its other words. */
const caseOf = (...scenes: (readonly Labelled[])[]): Scenario =>
  ({
    scenes: Object.fromEntries(
      scenes.map((choices, index) => [
        `s${index}`,
        {
          choices: choices.map(([judgement, label, reason = 'So it is.']) => ({
            judgement,
            label,
            reason,
          })),
        },
      ]),
    ),
  }) as unknown as Scenario;

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const findings = (rule: Rule, scenario: Scenario) =>
  findingsOf(rule, {}, { scenarios: new Map([['one', scenario]]) });

const longest: Labelled[] = [
  ['sound', 'Wait for the nurse.'],
  ['defensible', 'Go on now.'],
  ['harmful', 'Leave.'],
];
const shortest: Labelled[] = [
  ['sound', 'Wait.'],
  ['defensible', 'Go on now.'],
  ['harmful', 'Leave him be.'],
];
const between: Labelled[] = [
  ['sound', 'Wait for it.'],
  ['sound', 'Ask for it.'],
  ['defensible', 'Go on.'],
  ['harmful', 'Leave him where he is.'],
];

describe('The labels of choices', () => {
  test('are counted by scene, a tie included, and questions before a decision are left out', () => {
    const tie: Labelled[] = [
      ['sound', 'Wait.'],
      ['harmful', 'Leave'],
    ];
    const asked: Labelled[] = [
      ['neutral', 'Ask the nurse what she would do, and why.'],
      ...between,
    ];
    expect(labelLengths([caseOf(longest, shortest, between, tie, asked)])).toEqual({
      scenes: 5,
      longest: 2,
      shortest: 2,
    });
  });

  test('of a scene with sound choices only, or with none, are not counted', () => {
    const alike: Labelled[] = [
      ['sound', 'Wait.'],
      ['sound', 'Stay here.'],
    ];
    const late: Labelled[] = [
      ['defensible', 'Wait.'],
      ['harmful', 'Go.'],
    ];
    expect(labelLengths([caseOf(alike, late)]).scenes).toBe(0);
  });

  test.for([
    ['longest', longest],
    ['shortest', shortest],
  ] as const)(
    'are a fault when a sound one is the %s in more than 35 of a hundred',
    ([which, one]) => {
      expect(findings(caseLabels, caseOf(...many(8, one), ...many(12, between)))).toEqual([
        {
          file: 'en/scenarios/',
          rule: 'case-labels',
          message: `In 8 of 20 scenes of all cases a sound choice has the ${which} label.`,
          suggestion: 'Bring the labels to one length, so that it is so in 7 at most.',
        },
      ]);
      expect(findings(caseLabels, caseOf(...many(7, one), ...many(13, between)))).toEqual([]);
    },
  );
});

describe('The number of sound choices', () => {
  test('is a fault when every decision of a case has the same', () => {
    expect(findings(caseLabels, caseOf(...many(5, longest)))).toMatchObject([
      {
        file: 'en/scenarios/one.yaml',
        field: 'scenes',
        message: 'Every decision has the same number of sound choices (1).',
      },
    ]);
  });

  test('may be the same in a case of four decisions', () => {
    expect(findings(caseLabels, caseOf(...many(4, longest)))).toEqual([]);
  });
});

describe('The reasons of choices', () => {
  const reasons = (count: number, reason: (index: number) => string): Labelled[] =>
    Array.from({ length: count }, (_, index) => ['harmful', 'Leave.', reason(index)]);

  test('are counted by how they open, and those that are not sound by how they turn', () => {
    const { unsound, turning, openings } = reasonForms([
      caseOf([
        ['sound', 'Wait.', 'It costs little, but it helps.'],
        ['defensible', 'Go.', 'It costs nothing. But he was not asked.'],
        ['harmful', 'Leave.', 'He is ill; however, nobody looked.'],
        ['harmful', 'Go.', 'A butler rebuts it.'],
        ['neutral', 'Ask.', ''],
      ]),
    ]);
    expect([unsound, turning, openings.get('It costs')]).toEqual([3, 2, 2]);
  });

  test('are a fault when more than a quarter turn on "but" or "however"', () => {
    const mixed = reasons(100, (i) =>
      i < 26 ? `Word${i} is so, but not here.` : `Word${i} is so.`,
    );
    expect(findings(caseReasons, caseOf(mixed))).toEqual([
      {
        file: 'en/scenarios/',
        rule: 'case-reasons',
        message: '26 of 100 reasons of choices that are not sound turn on "but" or "however".',
        suggestion: 'Say what is missing in a sentence of its own, so that 25 at most do.',
      },
    ]);
  });

  test('are a fault when more than three of a hundred open with the same two words', () => {
    const alike = reasons(100, (i) => (i < 4 ? 'You want to help him.' : `Word${i} is so.`));
    expect(findings(caseReasons, caseOf(alike))).toMatchObject([
      { message: '4 of 100 reasons begin with "You want".' },
    ]);
  });

  test('are not judged below a hundred', () => {
    expect(findings(caseReasons, caseOf(reasons(99, () => 'You want it, but no.')))).toEqual([]);
  });
});
