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
  ['revised', revisedContent, ' @wide'],
  ['pseudo', pseudoContent, ' @wide'],
  ['grown', (root: string) => grownContent(smallContent(root), 2, root), ' @wide'],
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
for (const [scope, names, when = ''] of [
  ['its module', ['scorm12', 'cmi5']],
  ['its module', ['scorm2004'], ' @wide'],
  ['a course', ['scorm12', 'scorm2004', 'scorm2004-3rd', 'cmi5', 'offline'], ' @wide'],
] as const)
  setup(`the small site is packaged as ${scope}: ${names.join(', ')}${when}`, async () => {
    setup.setTimeout(900_000);
    const dist = join('dist', 'small');
    const [module] = builtCourse('en', dist).modules;
    const of = scope === 'a course' ? [] : ['--scope', module?.id ?? ''];
    for (const name of names) await quickPackages(['--standard', name, ...of], dist);
  });
