import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
import { addWorkshop } from '../browser/small-workshop.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

test('readers see the sources and terms that a page leads to, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  try {
    copyTinyCourse(folder);
    appendFileSync(
      join(folder, 'sources.yaml'),
      `- { id: later, short: Later, authors: A, year: 2020, title: T, url: 'https://example.org',
          kind: web, checked: 2026-11-01, read: full }\n`,
    );
    appendFileSync(
      join(folder, 'en/glossary.yaml'),
      '- { id: goodbye, term: Goodbye, definition: A word of leave., sources: [{ source: later }] }\n',
    );
    const { sources, glossary } = loadCourse('en', folder);
    expect(sources.map(({ id }) => id)).toEqual(['manual']);
    expect(glossary.map(({ id }) => id)).toEqual(['hello']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a source that only an entry rule of the workshop rests on is among them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  try {
    copyTinyCourse(folder);
    addWorkshop(folder);
    copyFileSync('content/sources.yaml', join(folder, 'sources.yaml'));
    appendFileSync(
      join(folder, 'sources.yaml'),
      readFileSync('tests/fixtures/courses/tiny/sources.yaml', 'utf8'),
    );
    const { sources, workshop } = loadCourse('en', folder);
    const ids = sources.map(({ id }) => id);
    const named = (workshop?.entryRules ?? []).flatMap(({ rules }) =>
      rules.flatMap(({ source }) => source?.source ?? []),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining(named));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
