import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, languagesOf, readCourse } from '../load.ts';
import { printRemoved } from './print-removed.ts';

// Writes down the structure of the version that is about to be published, so that progress stored
// under it can still be read when the next version has other lessons, cases or questions.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const { course, diagnostics, removed } = readCourse(language, root);
if (course === undefined) reportDiagnostics(diagnostics, root);
else {
  const { version, structure } = course;
  const file = join(root, 'history', `${version}.json`);
  const text = `${JSON.stringify(structure, null, 2)}\n`;
  // Line endings may have been changed by a checkout on another system.
  const kept = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : text;
  if (kept !== text) {
    console.error(
      `${file} holds version ${version} as it was kept before, and the course has changed since. ` +
        'Raise version and date in course.yaml; or, if that version was never published, delete the file. Then run this again.',
    );
    process.exitCode = 1;
  } else {
    mkdirSync(join(root, 'history'), { recursive: true });
    writeFileSync(file, text);
    console.log(`Kept the structure of version ${version} in ${file}.`);
    printRemoved(removed);
  }
}
