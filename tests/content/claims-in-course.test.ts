import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readCourse } from '../../src/content/load.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const lesson = 'en/modules/first/lessons/greeting.mdx';
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** Findings on the tiny course with these words added to a file, and with the terminology of the real course. */
function said(file?: string, words = '') {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  cpSync('content/terminology.yaml', join(folder, 'terminology.yaml'));
  if (file !== undefined) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${readFileSync(join(folder, lesson), 'utf8')}\n${words}\n`);
  }
  // The list of words cites sources that the tiny course has not.
  return readCourse('en', folder)
    .diagnostics.filter(({ rule }) => rule !== 'unknown-source')
    .map(diagnosticLine);
}

test('the tiny course has no problem of words', () => {
  expect(said()).toEqual([]);
});

test('a claim without a source, a bad word and a promised time are reported together', () => {
  expect(said(lesson, 'Of them 12% are addicts.\n\nThis lesson takes ten minutes.')).toEqual([
    expect.stringMatching(/ {2}terminology {2}"addicts"/),
    expect.stringMatching(
      /^en\/modules\/first\/lessons\/greeting\.mdx:\d+ {2}unsourced-claim {2}"12%"/,
    ),
    expect.stringMatching(/ {2}claimed-time {2}"lesson takes ten minutes"/),
  ]);
});

test('a module that is not in the course yet is left alone', () => {
  expect(said('en/modules/second/lessons/draft.mdx', 'Of them 12% are addicts.')).toEqual([]);
});
