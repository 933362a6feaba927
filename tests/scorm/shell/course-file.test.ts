import { describe, expect, test } from 'vitest';
import type { CourseData } from '../../../scorm/shell/course-data.ts';
import {
  courseFile,
  type CourseFileData,
  readCourseFile,
} from '../../../scorm/shell/course-file.ts';
import { fingerprint } from '../../../src/course/fingerprint.ts';
import type { Structure } from '../../../src/course/structure.ts';
import { large, small, syntheticStructure } from '../../fixtures/synthetic-course.ts';

const dataOf = (structure: Structure): CourseData => ({
  id: 'course',
  build: 'b1',
  structure,
  copies: 'shell/copies.js',
  rule: { lessons: 'all', cases: 'all', checks: 'final' },
  masteryScore: 0.8,
  pages: [
    { id: 'first', href: 'en/first/introduction.html', title: 'First: a module' },
    { id: 'lesson', href: 'en/first/lesson.html' },
    { id: 'first-check', href: 'en/first/check.html' },
    { id: 'a-case', href: 'en/cases/a-case.html', title: 'A case' },
    { id: 'final', href: 'en/final.html', title: 'Final assessment' },
  ],
  start: 'en/index.html',
  version: '1.2.3',
  record: 'en/record.html',
});

const inFile = (data: CourseData): CourseFileData =>
  JSON.parse(
    courseFile(data)
      .replace(/^window\.atiCourse=/, '')
      .replace(/;\s*$/, ''),
  ) as CourseFileData;

/** A structure with one of everything that may be there or not. */
const withAll: Structure = {
  ...syntheticStructure(small),
  cases: [
    { id: 'of-no-stage', steps: ['one.a', 'two.b', 'one.c', 'one.d'], endings: [] },
    { id: 'empty', stage: 'trial', steps: [], endings: ['end'] },
  ],
  checks: [
    {
      id: 'bank',
      draw: 2,
      questions: [
        { id: 'q1', objective: 'objective-0-0', kind: 'numeric', options: [], half: 'pre-test' },
        {
          id: 'q2',
          objective: 'objective-0-1',
          kind: 'matching',
          options: ['a', 'b'],
          half: 'final',
        },
      ],
    },
  ],
  assessment: { blueprint: [2], tries: 3 },
  evaluation: ['useful', 'own-words'],
};

describe('the file that brings the course data into the shell', () => {
  test.for<[string, Structure]>([
    ['a large course', syntheticStructure(large)],
    ['one with everything', withAll],
    [
      'one without tracks and assessments',
      { lessons: ['a'], cases: [], checks: [], objectives: [] },
    ],
    [
      'one whose ids do not fit the compact form',
      {
        ...withAll,
        checks: [],
        cases: [{ id: 'x', steps: ['a b.c:d', 'no-dot'], endings: ['e'] }],
      },
    ],
  ])('P03: gives %s back as it was, to its fingerprint', ([, structure]) => {
    const data = dataOf(structure);
    const read = readCourseFile(inFile(data));
    expect(read).toEqual(data);
    expect(fingerprint(read.structure)).toBe(fingerprint(structure));
  });

  test('P52: is a third smaller than the plain data', () => {
    const data = dataOf(syntheticStructure(large));
    expect(courseFile(data).length).toBeLessThan(JSON.stringify(data).length * 0.67);
  });
});
