import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { readCourse } from '../../src/content/load.ts';
import { coverageSchema, type CoverageRow } from '../../src/content/coverage-file.ts';
import { coverage } from '../../src/content/rules/coverage.ts';
import type { CourseEntry } from '../../src/course/content-schemas.ts';
import { cover } from '../../src/course/place.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const lessons = new Map([
  ['greeting', 'Rule 3.4 asks for consent.<Cite source="tokyo-rules" at="rules 3.1 to 3.5" />'],
  ['parting', 'Nothing is said here of any rule.<Cite source="tokyo-rules" at="rule 14" />'],
]);

/** Findings on one row. */
const said = (row: Partial<CoverageRow>) =>
  findingsOf(
    coverage,
    Object.fromEntries([...lessons].map(([id, text]) => [`en/modules/m/lessons/${id}.mdx`, text])),
    {
      course: { languages: ['en'] } as unknown as CourseEntry,
      coverage: coverageSchema.parse([
        { id: 'g', title: 'Group', rows: [{ id: 'r', row: 'A row', ...row }] },
      ]),
      paths: new Set(['en/library.mdx']),
    },
  ).map(diagnosticLine);

describe('every row names a lesson that teaches it', () => {
  test('a row that a lesson or a page covers is silent', () => {
    expect(said({ lessons: ['greeting'] })).toEqual([]);
    expect(said({ pages: ['library.mdx'] })).toEqual([]);
  });

  test('a row without either is told', () => {
    expect(said({})).toEqual([
      'coverage.yaml  coverage  Nothing covers "A row". Name a lesson that teaches it. [0.rows.0]',
    ]);
  });

  test('a lesson or page that does not exist is told', () => {
    expect(said({ lessons: ['greting'] })).toEqual([
      'coverage.yaml  coverage  There is no lesson "greting". Did you mean "greeting"? Correct the name. [0.rows.0]',
    ]);
    expect(said({ pages: ['libary.mdx'] })).toEqual([
      'coverage.yaml  coverage  There is no page "libary.mdx". Write it, or correct the path. [0.rows.0]',
    ]);
  });

  test('an article or rule must be cited by the lesson that is named for it', () => {
    const cites = { source: 'tokyo-rules', at: '3.4' };
    expect(said({ cites, lessons: ['greeting'] })).toEqual([]);
    expect(said({ cites, lessons: ['parting'] })).toEqual([
      'coverage.yaml  coverage  The lesson "parting" does not cite tokyo-rules, 3.4. Cite it there, or name another lesson. [0.rows.0]',
    ]);
  });

  test('citing the whole chapter counts when the words name the place', () => {
    const cites = { source: 'tokyo-rules', at: '14.3' };
    expect(said({ cites, lessons: ['parting'] })).toHaveLength(1);
    lessons.set(
      'naming',
      'Prison is not the only answer (14.3).<Cite source="tokyo-rules" at="rule 14" />',
    );
    expect(said({ cites, lessons: ['naming'] })).toEqual([]);
  });
});

describe('a citation covers the places that it names', () => {
  test.for<[at: string, place: string, how: string]>([
    ['art. 3(4)(d)', '3(4)(d)', 'exact'],
    ['art. 3(4)(d)', '3(4)', 'exact'],
    ['art. 3(4)', '3(4)(d)', 'wider'],
    ['art. 3(4)(b) to (d)', '3(4)(c)', 'exact'],
    ['art. 3(4)(b) and (d)', '3(4)(c)', 'none'],
    ['art. 3(4)(b) and (d)', '3(4)(d)', 'exact'],
    ['art. 38(1) to (3)', '38(2)', 'exact'],
    ['art. 38(1) to (3)', '38(4)', 'none'],
    ['rules 3.1 to 3.10', '3.9', 'exact'],
    ['rules 3.1 to 3.10', '3.11', 'none'],
    ['rules 3.1 to 3.3, 3.5', '3.4', 'none'],
    ['rules 57, 61 and 62', '61', 'exact'],
    ['rules 57 to 64', '60', 'exact'],
    ['art. 3(1)', '3(11)', 'none'],
    ['', '3', 'none'],
  ])('%s and %s', ([at, place, how]) => {
    expect(cover(at, place)).toBe(how);
  });
});

test('the list of what the course promised can be read, and every id stands there once', () => {
  const rows = coverageSchema
    .parse(parse(readFileSync('content/coverage.yaml', 'utf8')))
    .flatMap((group) => group.rows.map(({ id }) => id));
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(150);
});

describe('the content check holds the list against the course', () => {
  /** Findings of the content check on the tiny course with this list of promises. */
  const faultsWith = (list: string) => {
    const root = mkdtempSync(join(tmpdir(), 'promised-'));
    try {
      copyTinyCourse(root);
      writeFileSync(join(root, 'coverage.yaml'), list);
      return readCourse('en', root).diagnostics.map(diagnosticLine);
    } finally {
      rmSync(root, { recursive: true });
    }
  };
  const list = (rest: string) =>
    `- id: promised\n  title: Promised\n  rows:\n    - { id: hello, row: How to greet, ${rest} }\n`;

  test('a row with a lesson of the course is silent', () => {
    expect(faultsWith(list('lessons: [greeting]'))).toEqual([]);
  });

  test('a row without one is a fault of the course', () => {
    expect(faultsWith(list('lessons: []'))).toEqual([
      'coverage.yaml:4  coverage  Nothing covers "How to greet". Name a lesson that teaches it. [0 (promised).rows.0 (hello)]',
    ]);
  });

  test('a list that cannot be read is told by its line', () => {
    expect(faultsWith('- id: a: b\n')[0]).toMatch(
      /^coverage\.yaml:1 {2}yaml-syntax {2}"- id: a: b" has a colon in its text\./,
    );
  });
});
