import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtCourse } from '../browser/learner.ts';

test('the bytes of a lesson, a case and a check do not depend on the size of the course', () => {
  for (const module of builtCourse().modules)
    for (const href of [
      ...module.lessons.map((lesson) => lesson.href),
      ...module.cases.map((found) => found.href),
      `en/${module.id}/check.html`,
    ])
      expect(readFileSync(join('dist/grown/site', href)).length, href).toBe(
        readFileSync(join('dist/site', href)).length,
      );
});
