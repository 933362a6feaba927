import { contentRoot, languagesOf, readCourse } from './load-course.ts';
import { tellFaults } from './tell-faults.ts';

// The content check, run before Astro: every fault of every language at once, then stop.
const root = contentRoot();
const read = languagesOf(root).map((language) => readCourse(language, root));
const faults = read.flatMap((one) => one.faults);
if (faults.length > 0) tellFaults(faults, root);
else {
  console.log('The content has no fault.');
  const gone = read[0]?.gone ?? [];
  if (gone.length > 0) console.log(['To look at:', ...gone.map((line) => `  ${line}`)].join('\n'));
}
