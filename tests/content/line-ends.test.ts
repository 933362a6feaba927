import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { readCourse } from '../../src/content/load.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

/** The tiny course as it is read, and what the content check says of it. @param ends line ends of its files */
function read(ends: '\n' | '\r\n') {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  for (const path of globSync('**/*.{yaml,mdx,txt,svg}', { cwd: folder })) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\r?\n/g, ends));
  }
  const { diagnostics, course } = readCourse('en', folder);
  rmSync(folder, { recursive: true });
  return { said: diagnostics.map(diagnosticLine), course: JSON.stringify(course) };
}

test('content with the line ends of Windows is the same course, with the same faults', () => {
  const ours = read('\n');
  expect(ours.said).toEqual([]);
  const theirs = read('\r\n');
  expect(theirs.said).toEqual([]);
  expect(ours.course).toContain('"id":"doorbell"');
  // One comparison: the two texts side by side would fill pages.
  expect(theirs.course === ours.course).toBe(true);
});
