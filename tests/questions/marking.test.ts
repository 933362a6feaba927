import { describe, expect, test } from 'vitest';
import { mark, type Markable, resultOf } from '../../src/questions/grade.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, right: id === 'a' || id === 'c' }));
const several: Markable = { kind: 'several', options };
const single: Markable = {
  kind: 'single',
  options: options.map(({ id }) => ({ id, right: id === 'b' })),
};
const matching: Markable = {
  kind: 'matching',
  items: [{ target: 'x' }, { target: 'y' }, { target: 'x' }],
};
const ordering: Markable = { kind: 'ordering', steps: ['p', 'q', 'r'].map((id) => ({ id })) };
const numeric: Markable = { kind: 'numeric', answer: 0.3, tolerance: 0.2 };
const continuum: Markable = {
  kind: 'continuum',
  items: [{ stage: 'trial' }, { stage: 'pre-trial' }],
};

describe('a response is right only when it is wholly right', () => {
  test.for<[string, Markable, string[], 0 | 1]>([
    ['the right option', single, ['b'], 1],
    ['a wrong option', single, ['a'], 0],
    ['no option', single, [], 0],
    ['a right and a wrong option of a single choice', single, ['b', 'a'], 0],
    ['exactly the right set', several, ['a', 'c'], 1],
    ['the right set in another order', several, ['c', 'a'], 1],
    ['the right set with an option named twice', several, ['c', 'a', 'a'], 1],
    ['a part of the right set', several, ['a'], 0],
    ['more than the right set', several, ['a', 'b', 'c'], 0],
    ['as many wrong options', several, ['b', 'd'], 0],
    ['the target of every item', matching, ['x', 'y', 'x'], 1],
    ['one wrong target', matching, ['x', 'y', 'y'], 0],
    ['targets for some items', matching, ['x', 'y'], 0],
    ['the steps in order', ordering, ['p', 'q', 'r'], 1],
    ['two steps exchanged', ordering, ['p', 'r', 'q'], 0],
    ['the number itself', numeric, ['0.3'], 1],
    ['a number at the edge of the tolerance', numeric, ['0.1'], 1],
    ['a number beyond the tolerance', numeric, ['0.51'], 0],
    ['a word for a number', numeric, ['some'], 0],
    ['nothing for a number', numeric, [' '], 0],
    ['the stage of every item', continuum, ['trial', 'pre-trial'], 1],
    ['the stages exchanged', continuum, ['pre-trial', 'trial'], 0],
  ])('%s', ([, question, response, expected]) => {
    expect(mark(question, response)).toBe(expected);
  });
});

test('P24: a judgement is told as correct, neutral or incorrect', () => {
  expect((['sound', 'defensible', 'harmful'] as const).map(resultOf)).toEqual([
    'correct',
    'neutral',
    'incorrect',
  ]);
});
