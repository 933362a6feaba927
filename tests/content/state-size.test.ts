import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { readCourse } from '../../src/content/load.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let folder = '';
const found = () =>
  readCourse('en', folder)
    .diagnostics.filter(({ rule }) => rule === 'state-size')
    .map(diagnosticLine);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('P01: a course whose stored state an LMS may keep has no such problem', () => {
  expect(found()).toEqual([]);
});

/** Replaces the one case of the tiny course by so many. */
function withCases(count: number): void {
  copyTinyCourse(folder);
  const ids = Array.from({ length: count }, (_, index) => `doorbell-${index}`);
  const path = join(folder, 'course.yaml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('cases: [doorbell]', `cases: [${ids.join(', ')}]`),
  );
  const scenario = readFileSync(join(folder, 'en/scenarios/doorbell.yaml'), 'utf8');
  for (const id of ids) writeFileSync(join(folder, `en/scenarios/${id}.yaml`), scenario);
}

test('P01: a course with more cases than an LMS can keep is reported with what to change', () => {
  withCases(200);
  expect(found()).toEqual([
    expect.stringMatching(
      /^course\.yaml.* state-size .*needs [\d,]+ characters of suspend data.*1,000\. Lower "questions" of the longest track/,
    ),
  ]);
});

test('P01: a course with more checks and cases than the log can name is reported, and no rule stops', () => {
  withCases(254);
  expect(found()).toEqual([
    expect.stringMatching(
      /^course\.yaml.* state-size .*has 255 checks and cases, and the stored state can name 254\. Take modules/,
    ),
  ]);
});
