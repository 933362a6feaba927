import { expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { bothPaces, lessonMinutes } from '../../src/course/minutes.ts';

test('a lesson of 600 words and one question takes four minutes, and five in a second language', () => {
  expect(lessonMinutes(600, 1)).toBe(4);
  expect(lessonMinutes(600, 1, 'secondLanguage')).toBe(5);
});

test('messages are given both times with the pace of each', () => {
  expect(bothPaces({ minutes: 4, slowMinutes: 5 })).toEqual({
    count: 4,
    slow: 5,
    usual: 200,
    second: 150,
  });
});

test('every lesson, case, module and track of the course takes longer in a second language', () => {
  const { modules, tracks } = loadCourse('en');
  const lists = [tracks, modules, ...modules.flatMap(({ lessons, cases }) => [lessons, cases])];
  for (const { id, minutes, slowMinutes } of lists.flat())
    expect(slowMinutes, id).toBeGreaterThan(minutes);
});
