import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintContent } from '../../src/content/rules/lint-content.ts';
import { courseSchema } from '../../src/course/content-schemas.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';

const tiny = join(import.meta.dirname, '../fixtures/courses/tiny');
const lesson = 'en/modules/first/lessons/greeting.mdx';
let folder: string | undefined;

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** What is said of the tiny course, with these words added to a file and that terminology. */
function said(file?: string, words = '') {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync(tiny, folder, { recursive: true });
  cpSync('content/terminology.yaml', join(folder, 'terminology.yaml'));
  if (file !== undefined) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${readFileSync(join(folder, lesson), 'utf8')}\n${words}\n`);
  }
  const course = courseSchema.parse(parse(readFileSync(join(folder, 'course.yaml'), 'utf8')));
  return lintContent({ language: 'en', course, scenarios: new Map() }, folder).map(diagnosticLine);
}

test('the tiny course has nothing that an editor would mark', () => {
  expect(said()).toEqual([]);
});

test('a claim without a source, a bad word and a promised time are told together', () => {
  expect(said(lesson, 'Of them 12% are addicts.\n\nThis lesson takes ten minutes.')).toEqual([
    expect.stringMatching(
      /^en\/modules\/first\/lessons\/greeting\.mdx · line \d+: "12%" has no source/,
    ),
    expect.stringMatching(
      /^en\/modules\/first\/lessons\/greeting\.mdx · line \d+: "lesson takes ten minutes"/,
    ),
    expect.stringMatching(/^en\/modules\/first\/lessons\/greeting\.mdx · line \d+: "addicts"/),
  ]);
});

test('a module that is not in the course yet is left alone', () => {
  expect(said('en/modules/second/lessons/draft.mdx', 'Of them 12% are addicts.')).toEqual([]);
});

test('words of a language without a terminology are not judged', () => {
  said();
  const course = courseSchema.parse(parse(readFileSync(join(tiny, 'course.yaml'), 'utf8')));
  expect(lintContent({ language: 'fr', course, scenarios: new Map() }, folder ?? '')).toEqual([]);
});
