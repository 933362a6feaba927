import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadCourse } from '../../src/content/load.ts';
import type { Course } from '../../src/course/course.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

/** The tiny course as it was published before `revisedContent`. */
export function publishedCourse(): Course {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  copyTinyCourse(folder);
  const course = loadCourse('en', folder);
  rmSync(folder, { recursive: true });
  return course;
}

/**
 * The tiny course in its next version: a lesson was corrected, a case lost a choice, and the
 * structure of the version before was kept.
 * @returns the folder
 */
export function revisedContent(root: string): string {
  rmSync(root, { recursive: true, force: true });
  copyTinyCourse(root);
  const { version, date, structure } = publishedCourse();
  mkdirSync(join(root, 'history'));
  writeFileSync(join(root, 'history', `${version}.json`), JSON.stringify(structure));
  change(join(root, 'course.yaml'), [
    [`version: ${version}`, 'version: 1.1.0'],
    [date, '2027-03-01'],
  ]);
  change(join(root, 'en/scenarios/doorbell.yaml'), [['id: wait', 'id: pause']]);
  const entries = [
    { page: 'greeting', kind: 'law', what: 'One must greet first now.', reread: true },
    { page: 'doorbell', kind: 'correction', what: 'You pause at the bell.', reread: false },
  ];
  writeFileSync(
    join(root, 'en/changes.yaml'),
    stringify([
      { version: '1.1.0', date: '2027-03-01', entries },
      { version, date, entries: [] },
    ]),
  );
  return root;
}

function change(path: string, words: readonly (readonly [from: string, to: string])[]): void {
  const text = readFileSync(path, 'utf8');
  for (const [from] of words) if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  writeFileSync(
    path,
    words.reduce((before, [from, to]) => before.replace(from, to), text),
  );
}
