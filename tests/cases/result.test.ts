import { expect, test } from 'vitest';
import { resultOf } from '../../src/cases/result.ts';

test('P24: reports a judgement as correct, incorrect or neutral', () => {
  expect((['sound', 'defensible', 'harmful', 'neutral'] as const).map(resultOf)).toEqual([
    'correct',
    'neutral',
    'incorrect',
    'neutral',
  ]);
});
