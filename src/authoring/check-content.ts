import { faultLine } from '../course/fault.ts';
import { contentRoot, languagesOf, readCourse } from './load-course.ts';

// The content check, run before Astro: every fault of every language at once, then stop.
const root = contentRoot();
const faults = languagesOf(root).flatMap((language) => readCourse(language, root).faults);
// What is wrong in a file that languages share is told once.
const lines = [...new Set(faults.map((fault) => `  ${root}/${faultLine(fault)}`))];
if (lines.length > 0) {
  console.error(`The content has ${lines.length} fault${lines.length === 1 ? '' : 's'}:\n`);
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
