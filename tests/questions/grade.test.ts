import { describe, expect, test } from 'vitest';
import { grade, type ResponseKey } from '../../src/questions/grade.ts';

const single: ResponseKey = { type: 'single', correct: ['b'] };
const several: ResponseKey = { type: 'several', correct: ['a', 'c'] };
const matching: ResponseKey = { type: 'matching', correct: ['x', 'y', 'x'] };
const ordering: ResponseKey = { type: 'ordering', correct: ['p', 'q', 'r'] };
const numeric: ResponseKey = { type: 'numeric', correct: [0.3 - 0.2, 0.3 + 0.2].map(String) };
const continuum: ResponseKey = { type: 'continuum', correct: ['trial', 'pre-trial'] };

describe('a response scores 1 only when all of it is correct', () => {
  test.for<[string, ResponseKey, string[], 0 | 1]>([
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
    ['a number at the lower end of the tolerance', numeric, ['0.1'], 1],
    ['a number at the upper end of the tolerance', numeric, ['0.5'], 1],
    ['a number below the tolerance', numeric, ['0.09'], 0],
    ['a number beyond the tolerance', numeric, ['0.51'], 0],
    ['a word for a number', numeric, ['some'], 0],
    ['nothing for a number', numeric, [' '], 0],
    ['the stage of every item', continuum, ['trial', 'pre-trial'], 1],
    ['the stages exchanged', continuum, ['pre-trial', 'trial'], 0],
  ])('%s', ([, key, response, expected]) => {
    expect(grade(key, response)).toBe(expected);
  });
});
