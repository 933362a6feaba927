import { describe, expect, test } from 'vitest';
import { guess } from '../../src/content/guessing/blind-guesser.ts';
import { guessingCuesSchema } from '../../src/content/guessing/guessing-cues.ts';
import { blindGuess } from '../../src/content/rules/blind-guess.ts';
import type { CourseEntry } from '../../src/course/content-schemas.ts';
import type { Question } from '../../src/questions/question.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { many, singleChoice } from '../fixtures/single-choice.ts';

const cues = guessingCuesSchema.parse({
  absolute: ['never'],
  hedging: ['may'],
  careful: ['asks?'],
  wrongOpening: ['Nothing'],
  rightOpening: ['Whether'],
});

const plain = ['He goes.', 'He sits.', 'He runs.'];
const fair = singleChoice('He stays.', 'He leaves', ...plain.slice(1));

const faults = (questions: Question[], guessingCues: typeof cues | null = cues) =>
  findingsOf(
    blindGuess,
    {},
    {
      course: { modules: [{ id: 'first' }] } as unknown as CourseEntry,
      questions: new Map([['first', questions]]),
      guessingCues: guessingCues ?? undefined,
    },
  );

describe('a reader of the options alone does not find the right one', () => {
  const givenAwayBy = {
    length: singleChoice('He stays and waits.', ...plain),
    absolute: singleChoice('He goes.', 'He never goes.', 'He never sits.', 'He never runs.'),
    hedging: singleChoice('He may go.', 'He goes out.', 'He sits up.', 'He runs on.'),
    careful: singleChoice('He asks.', 'He goes on.', 'He sits up.', 'He runs on.'),
    wrongOpening: singleChoice('Food.', 'Nothing new.', 'Nothing old.', 'Nothing.'),
    rightOpening: singleChoice('Whether.', 'His house.', 'Her house.', 'A garden.'),
  };

  test.each(Object.entries(givenAwayBy))('a bank that gives itself away by %s fails', (_, one) => {
    expect(faults(many(8, one))).toMatchObject([
      { rule: 'blind-guess', file: 'en/modules/first/questions.yaml' },
    ]);
  });

  test('the message names the bank, the share, chance, and each question with its cues', () => {
    const bank = [...many(4, givenAwayBy.hedging), ...many(4, givenAwayBy.absolute)];
    const [fault] = faults(bank);
    expect(fault?.message).toContain(
      'finds 100% of 8 right answers in the bank of first, where chance finds 25% and 32% is the limit.',
    );
    expect(fault?.message).toContain('night-call (right: "may")');
    expect(fault?.message).toContain('night-call (wrong: "never")');
    expect(fault?.suggestion).toContain('so that 2 at most are found');
  });

  test('options that differ in nothing leave the guesser at chance', () => {
    const level = singleChoice('He goes.', 'He sits.', 'He runs.', 'He eats.');
    expect(guess(many(12, level), cues)).toMatchObject({ right: 3, chance: 3, givenAway: [] });
    expect(faults(many(12, level))).toEqual([]);
  });

  test('the same cue in right and wrong options gives nothing away', () => {
    const spread = singleChoice('He may go.', 'He may sit', 'He may run', 'He may eat');
    expect(faults([...many(6, spread), ...many(6, fair)])).not.toEqual([]);
    const hidden = singleChoice('He may go.', 'He may sit.', 'He may run.', 'He may eat.');
    expect(faults(many(12, hidden))).toEqual([]);
  });

  test('seven questions are too few to judge', () => {
    expect(faults(many(7, givenAwayBy.hedging))).toEqual([]);
  });

  test('lesson questions of a module are judged by themselves', () => {
    const asked = many(8, { ...givenAwayBy.careful, use: 'lesson' });
    const [fault] = faults(asked);
    expect(fault?.message).toContain('in the lessons of first');
  });

  test('a cue that points away from the right option is found over the whole course', () => {
    const inverse = singleChoice('He never goes.', 'He goes out.', 'He sits down now.', 'He runs.');
    const messages = faults(many(100, inverse)).map(({ message }) => message);
    expect(messages.join('\n')).not.toContain('in the bank of first');
    expect(messages).toContainEqual(
      expect.stringContaining('by taking the option with words without exceptions'),
    );
  });

  test('a language without a list of cues is judged by length alone', () => {
    expect(faults(many(8, givenAwayBy.hedging), null)).toEqual([]);
    expect(faults(many(8, givenAwayBy.length), null)).toHaveLength(1);
  });
});
