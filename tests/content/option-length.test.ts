import { describe, expect, test } from 'vitest';
import { optionLength, optionLengths } from '../../src/content/rules/option-length.ts';
import type { CourseEntry } from '../../src/course/content-schemas.ts';
import type { Question } from '../../src/questions/question.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { many, singleChoice } from '../fixtures/single-choice.ts';

const question = (right: string, ...wrong: string[]): Question => ({
  ...singleChoice(right, ...wrong),
  use: 'lesson',
});

const longest = question('A long answer', 'A short', 'Short');
const shortest = question('Short', 'A long answer', 'Another');
const between = question('Another', 'A long answer', 'Short');

describe('the length of options does not give the right one away', () => {
  test('it counts where the right option is alone the longest or the shortest', () => {
    expect(optionLengths([longest, shortest, between, between])).toEqual({
      questions: 4,
      longest: 1,
      shortest: 1,
    });
  });

  test('an option as long as the right one hides it', () => {
    const tie = question('Ten signs.', 'Ten more..', 'Two');
    expect(optionLengths([tie])).toMatchObject({ longest: 0, shortest: 0 });
  });

  const faults = (questions: Question[]) =>
    findingsOf(
      optionLength,
      {},
      {
        course: { modules: [{ id: 'first' }] } as unknown as CourseEntry,
        questions: new Map([['first', questions]]),
      },
    );

  test('more than four in ten are a fault that names the module, the count and the suggestion', () => {
    expect(faults([...many(5, longest), ...many(5, between)])).toEqual([
      {
        file: 'en/modules/first/questions.yaml',
        rule: 'option-length',
        message: 'In 5 of all single choices (10) the right option is the longest.',
        suggestion: 'Bring the options to one length, so that it is so in 4 at most.',
      },
    ]);
    expect(faults([...many(5, shortest), ...many(5, between)])).toMatchObject([
      { message: 'In 5 of all single choices (10) the right option is the shortest.' },
    ]);
  });

  test('the bank is judged by itself as well, as the check draws from it alone', () => {
    const bank = many(8, { ...longest, use: 'bank' });
    expect(faults([...bank, ...many(20, between)])).toMatchObject([
      { message: 'In 8 of the single choices of the bank (8) the right option is the longest.' },
    ]);
  });

  test('four in ten are within chance, and so are seven questions', () => {
    expect(faults([...many(4, longest), ...many(6, between)])).toEqual([]);
    expect(faults(many(7, longest))).toEqual([]);
  });
});
