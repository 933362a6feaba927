import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtCourse } from '../browser/learner.ts';
import { grownContent } from '../browser/grown-content.ts';

const dist = 'dist/grown';

test('the bytes of a lesson, a case and a check do not depend on the size of the course', () => {
  test.setTimeout(300_000);
  const env = {
    ...process.env,
    COURSE_CONTENT: grownContent(join(dist, 'content'), 5),
    COURSE_DIST: dist,
  };
  execFileSync(process.execPath, ['src/authoring/check-content.ts'], { env, stdio: 'pipe' });
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env,
    stdio: 'pipe',
  });
  // The last module of the real course is followed by others in the grown one: its summary leads on.
  for (const module of builtCourse().modules)
    for (const href of [
      ...module.lessons.map((lesson) => lesson.href),
      ...module.cases.map((found) => found.href),
      `en/${module.id}/check.html`,
    ])
      expect(readFileSync(join(dist, 'site', href)).length, href).toBe(
        readFileSync(join('dist/site', href)).length,
      );
});
