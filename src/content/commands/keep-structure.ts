import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, languagesOf, readCourse } from '../load.ts';
import { printRemoved } from './print-removed.ts';

/** Outcome: the file, and ids that only the previous version has; or why nothing was written. */
type Outcome =
  | { readonly version: string; readonly file: string; readonly removed: readonly string[] }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly refusal: string };

/**
 * Saves the structure of the version to be published, so that progress stored under it stays readable when a
 * later version has other lessons, cases or questions.
 * @param root folder of the content
 */
export function keepStructure(root: string): Outcome {
  const [language = 'en'] = languagesOf(root);
  const { course, diagnostics, removed } = readCourse(language, root);
  if (course === undefined) return { diagnostics };
  const { version, structure } = course;
  const file = join(root, 'history', `${version}.json`);
  const text = `${JSON.stringify(structure, null, 2)}\n`;
  // A checkout on another system may have changed the line endings.
  const kept = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : text;
  if (kept !== text)
    return {
      refusal:
        `${file} holds version ${version} as it was kept before, and the course has changed since. ` +
        'Raise version and date in course.yaml; or, if that version was never published, delete the file. Then run this again.',
    };
  mkdirSync(join(root, 'history'), { recursive: true });
  writeFileSync(file, text);
  return { version, file, removed };
}

if (import.meta.main) {
  const root = contentRoot();
  const outcome = keepStructure(root);
  if ('diagnostics' in outcome) reportDiagnostics(outcome.diagnostics, root);
  else if ('refusal' in outcome) {
    console.error(outcome.refusal);
    process.exitCode = 1;
  } else {
    console.log(`Kept the structure of version ${outcome.version} in ${outcome.file}.`);
    printRemoved(outcome.removed);
  }
}
