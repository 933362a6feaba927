import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { readCourse } from '../../src/content/load.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Findings on the tiny course with these words of the search. */
function faults(words: string): string[] {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  copyTinyCourse(folder);
  writeFileSync(join(folder, 'en/search-words.yaml'), words);
  return readCourse('en', folder).diagnostics.map(diagnosticLine);
}

test('words of the search for pages that the course has are taken', () => {
  expect(
    faults('synonyms: []\nnotCovered: []\npages:\n  first/greeting: hello\n  about: licence\n'),
  ).toEqual([]);
});

test('a page of the search words that the course does not have is told, with the nearest', () => {
  expect(faults('synonyms: []\nnotCovered: []\npages:\n  first/greting: hello\n')).toEqual([
    expect.stringMatching(
      /^en\/search-words\.yaml:4 {2}search-words {2}The course has no page "first\/greting"\..*first\/greeting/,
    ),
  ]);
});

test('a phrase that stands twice is told, because only the last is used', () => {
  const words =
    'synonyms:\n  - { words: [weed, Pot], means: plant }\n  - { words: [pot], means: pan }\nnotCovered: []\n';
  expect(faults(words)).toEqual([
    expect.stringMatching(
      /^en\/search-words\.yaml:3 {2}search-words {2}"pot" stands twice, and only the last is used\./,
    ),
  ]);
});
