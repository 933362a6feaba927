import { describe, expect, test } from 'vitest';
import { splitStem } from '../../src/questions/split-stem.ts';

describe('the stem of a question', () => {
  test('is not split in the name of a judgment', () => {
    const asked = 'After Wenner v. Germany, what is the strongest complaint?';
    expect(splitStem(`A man is refused. ${asked}`, 'en').question).toBe(asked);
  });

  test('is split before the last sentence that asks', () => {
    expect(splitStem('Is he awake? He is not. What comes first? Choose all.', 'en')).toEqual({
      situation: 'Is he awake? He is not.',
      question: 'What comes first? Choose all.',
    });
  });

  test('without a question mark asks with its last sentence', () => {
    expect(splitStem('A man sleeps.\n\nPut the steps in order.', 'en')).toEqual({
      situation: 'A man sleeps.',
      question: 'Put the steps in order.',
    });
  });

  test('knows the question mark of Arabic', () => {
    expect(splitStem('رجل نائم. ما الأول؟', 'ar').question).toBe('ما الأول؟');
  });
});
