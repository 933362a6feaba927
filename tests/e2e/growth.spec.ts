import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { CourseFile } from '../../src/course/course.ts';

test('the size of a lesson, a case and a check does not depend on the size of the course @wide', () => {
  const { courses } = JSON.parse(readFileSync('dist/small/course.json', 'utf8')) as CourseFile;
  const modules = courses['en']?.modules ?? [];
  expect(modules).not.toEqual([]);
  for (const module of modules)
    for (const href of [
      ...module.lessons.map((lesson) => lesson.href),
      ...module.cases.map((found) => found.href),
      `en/${module.id}/check.html`,
    ])
      expect(readFileSync(join('dist/grown/site', href)).length, href).toBe(
        readFileSync(join('dist/small/site', href)).length,
      );
});
