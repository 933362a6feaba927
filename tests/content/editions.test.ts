import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent, readCourse } from '../../src/content/load.ts';
import { editionOf } from '../../src/content/reviewing/edition.ts';
import { reviewSheets } from '../../src/content/reviewing/review-sheet.ts';
import { signatureEntry } from '../../src/content/reviewing/signature-request.ts';
import { pageReview, unitsOn } from '../../src/course/signature.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

type Edit = readonly [file: string, from: string, to: string];

/** A copy of the tiny course with some words exchanged. */
function copyWith(...edits: readonly Edit[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  folders.push(folder);
  copyTinyCourse(folder);
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

/** Editions by unit. */
const editionsOf = (folder: string) =>
  Object.fromEntries(
    reviewSheets(loadContent('en', folder).content).flatMap(({ units }) =>
      units.map(({ id, edition }) => [id, edition]),
    ),
  );

const lesson = 'en/modules/first/lessons/greeting.mdx';
const original = copyWith();
const editions = editionsOf(original);

/** Units whose edition is another one after an edit. */
const changedBy = (...edits: readonly Edit[]) =>
  Object.entries(editionsOf(copyWith(...edits)))
    .filter(([unit, edition]) => editions[unit] !== edition)
    .map(([unit]) => unit);

describe('the edition of a unit', () => {
  test('pages, cases, questions and terms have one each', () => {
    expect(Object.keys(editions)).toEqual([
      'first/introduction',
      'greeting',
      'first/summary',
      'first/bench-card',
      'doorbell',
      'which-word',
      'first-word',
      'two-ways',
      'about',
      'glossary/hello',
    ]);
    for (const edition of Object.values(editions))
      expect(edition).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
  });

  test.for<[what: string, edit: Edit, unit: string]>([
    ['a word of a lesson', [lesson, 'first.<Cite', 'at first.<Cite'], 'greeting'],
    ['the place of a citation', [lesson, 'at="p. 2"', 'at="p. 3"'], 'greeting'],
    [
      'a label of its drawing',
      ['en/modules/first/figures/wave.svg', '</svg>', '<text x="1" y="9">Up</text></svg>'],
      'greeting',
    ],
    ['a question', ['en/modules/first/questions.yaml', 'A colleague', 'A friend'], 'which-word'],
    ['a term', ['en/glossary.yaml', 'definition: ', 'definition: Well. '], 'glossary/hello'],
  ])('%s changes its own unit and no other', ([, edit, unit]) => {
    expect(changedBy(edit)).toEqual([unit]);
  });

  test.for<[what: string, edit: Edit]>([
    ['the date on which sources were checked', [lesson, '2026-11-01', '2026-11-30']],
    ['emphasis', [lesson, '</Term> first.', '</Term> *first*.']],
    ['a line break', [lesson, 'A hand is raised', 'A hand\n  is raised']],
  ])('%s changes none', ([, edit]) => {
    expect(changedBy(edit)).toEqual([]);
  });

  test('marks of print and white space do not count', () => {
    const typed = editionOf(['"It\'s 3 - 5 mg..."', 'no break']);
    expect(editionOf(['“It’s 3 – 5\u00a0mg…”', ' no  break\n'])).toBe(typed);
    expect(editionOf(['"It\'s 3 - 6 mg..."', 'no break'])).not.toBe(typed);
    expect(editionOf(['"It\'s 3 - 5 mg..." no break'])).not.toBe(typed);
  });
});

// Statements of a page on its reviews (D12).
describe('a signature', () => {
  const sheets = reviewSheets(loadContent('en', original).content);
  const [first] = sheets;
  const signed = { by: 'A. Ruiz, advocate', as: 'lawyer', on: '2026-12-01', units: [] };

  test('is written for every unit of the sheet whose edition was signed', () => {
    const entry = signatureEntry({ ...signed, sheet: 'first', edition: first?.edition }, sheets);
    expect(entry).toMatchObject({
      by: 'A. Ruiz, advocate',
      reviewed: { greeting: editions['greeting'], 'which-word': editions['which-word'] },
    });
  });

  test('is refused for a sheet that has changed since it was printed, with the way on', () => {
    expect(signatureEntry({ ...signed, sheet: 'first', edition: '7KQ-2MX' }, sheets)).toEqual([
      expect.stringContaining(`is in edition ${first?.edition} now, and 7KQ-2MX was signed`),
    ]);
  });

  test('names the edition that was signed, although the unit may have changed', () => {
    expect(signatureEntry({ ...signed, units: ['greeting=7KQ-2MX'] }, sheets)).toMatchObject({
      reviewed: { greeting: '7KQ-2MX' },
    });
  });

  test('is refused without name, profession or unit, with one sentence for each', () => {
    expect(signatureEntry({ on: '2026-12-01', units: [] }, sheets)).toEqual([
      'Write who signed: --by "Name, office".',
      'Write as what: --as lawyer or --as clinician.',
      expect.stringContaining('Write what was signed'),
    ]);
    expect(signatureEntry({ ...signed, units: ['greting=7KQ-2MX'] }, sheets)).toEqual([
      'The course has no unit "greting". "npm run sign" lists them.',
    ]);
  });

  /** The course with the lesson and its question signed by a lawyer. */
  function signedCourse(...edits: readonly Edit[]) {
    const folder = copyWith(...edits);
    const units = ['greeting', 'which-word'].map((unit) => `    ${unit}: ${editions[unit]}\n`);
    writeFileSync(
      join(folder, 'en/signatures.yaml'),
      `- by: A. Ruiz\n  as: lawyer\n  on: 2026-12-01\n  reviewed:\n${units.join('')}`,
    );
    return loadContent('en', folder).course;
  }
  const review = (course: ReturnType<typeof signedCourse>, as: 'lawyer' | 'clinician') =>
    pageReview(course.signatures, unitsOn(course, 'first/greeting', ['which-word']), as);

  test('stands on the page of its units, for its profession alone', () => {
    const course = signedCourse();
    expect(review(course, 'lawyer')).toEqual({
      by: ['A. Ruiz'],
      on: '2026-12-01',
      isCurrent: true,
    });
    expect(review(course, 'clinician')).toBeUndefined();
    expect(pageReview(course.signatures, unitsOn(course, 'cases/doorbell'), 'lawyer')).toBe(
      undefined,
    );
  });

  test('no longer stands once the unit has changed, and the page still says who signed', () => {
    const course = signedCourse([lesson, 'first.<Cite', 'at first.<Cite']);
    expect(review(course, 'lawyer')).toMatchObject({ isCurrent: false, on: '2026-12-01' });
    expect(pageReview(course.signatures, ['which-word'], 'lawyer')?.isCurrent).toBe(true);
  });

  test('counts for a page only when all of its units are signed', () => {
    const course = signedCourse();
    expect(pageReview(course.signatures, ['greeting', 'doorbell'], 'lawyer')).toBeUndefined();
  });

  test.for<[what: string, text: string, message: string]>([
    ['a unit that does not exist', 'greting: 7KQ-2MX', 'The course has no unit "greting".'],
    ['an edition that is none', 'greeting: today', 'an edition such as 7KQ-2MX'],
  ])('%s is reported with its line', ([, unit, message]) => {
    const folder = copyWith();
    writeFileSync(
      join(folder, 'en/signatures.yaml'),
      `- by: A. Ruiz\n  as: lawyer\n  on: 2026-12-01\n  reviewed:\n    ${unit}\n`,
    );
    const { diagnostics } = readCourse('en', folder);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ file: 'en/signatures.yaml', line: 5 });
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.suggestion}`).toContain(message);
  });
});

describe('the units of a page', () => {
  const course = {
    modules: [
      {
        id: 'first',
        questions: [
          { id: 'in-lesson', use: 'lesson' },
          { id: 'in-bank', use: 'bank' },
        ],
      },
    ],
    glossary: [{ id: 'hello' }],
  } as const;

  test.for<[path: string, units: string[]]>([
    ['first/greeting', ['greeting', 'in-lesson']],
    ['first/bench-card', ['first/bench-card']],
    ['first/check', ['in-bank']],
    ['final', ['in-bank']],
    ['cases/doorbell', ['doorbell']],
    ['cards/judge', ['cards/judge']],
    ['glossary', ['glossary/hello']],
  ])('of %s are %s', ([path, units]) => {
    const checks = path === 'first/greeting' ? ['in-lesson'] : [];
    expect(unitsOn(course, path, checks)).toEqual(units);
  });
});
