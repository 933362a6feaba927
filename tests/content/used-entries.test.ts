import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCourse } from '../../src/content/load.ts';
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
