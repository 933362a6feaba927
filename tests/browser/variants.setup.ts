import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test as setup } from '@playwright/test';
import { quickPackages } from '../fixtures/quick-packages.ts';
import { grownContent } from './grown-content.ts';
import { builtCourse } from './learner.ts';
import { pseudoContent } from './pseudo-language.ts';
import { revisedContent } from './revised-content.ts';
import { smallContent } from './small-content.ts';

// Builds of the site from other content, for the tests that compare. One after the other: two
// builds at a time would share Astro's notes on the content.
setup.describe.configure({ mode: 'serial' });

for (const [name, content, when = ''] of [
  ['small', smallContent],
  ['revised', revisedContent],
  ['pseudo', pseudoContent, ' @nightly'],
  ['grown', (root: string) => grownContent(smallContent(root), 2, root), ' @nightly'],
] as const)
  setup(`the ${name} site is built${when}`, () => {
    // Minutes when other builds share the machine.
    setup.setTimeout(900_000);
    const dist = join('dist', name);
    const env = {
      ...process.env,
      COURSE_CONTENT: content(join(dist, 'content')),
      COURSE_DIST: dist,
    };
    execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      env,
      stdio: 'pipe',
    });
  });

// Once, because every one takes seconds: tests that ask for nothing else read these.
setup('the small site is packaged, as a course and as its module', async () => {
  setup.setTimeout(900_000);
  const dist = join('dist', 'small');
  const [module] = builtCourse('en', dist).modules;
  for (const name of ['scorm12', 'scorm2004', 'scorm2004-3rd', 'cmi5', 'offline'])
    await quickPackages(['--standard', name], dist);
  for (const name of ['scorm12', 'scorm2004', 'cmi5'])
    await quickPackages(['--standard', name, '--scope', module?.id ?? ''], dist);
});
