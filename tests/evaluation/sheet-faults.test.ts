import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readCourse } from '../../src/content/load.ts';
import { evaluationSchema } from '../../src/evaluation/evaluation.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

const written = readFileSync('content/en/evaluation.yaml', 'utf8');
const sheets = evaluationSchema.parse(parse(written));

describe('a fault in a sheet', () => {
  let folder: string | undefined;
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  /** Findings of the content check on the tiny course with this evaluation. */
  function faultsOf(evaluation: string, report = false): string[] {
    folder = mkdtempSync(join(tmpdir(), 'course-'));
    copyTinyCourse(folder);
    const file = join(folder, 'course.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}evaluation: { report: ${report} }\n`);
    writeFileSync(join(folder, 'en/evaluation.yaml'), evaluation);
    return readCourse('en', folder).diagnostics.map(diagnosticLine);
  }
  const small = `sheet:
  - level: reaction
    heading: The course
    labels: [None, Little, Some, Much, All]
    items:
      - { id: useful, kind: scale, text: It is useful. }
      - { id: plan, kind: text, text: What will you do? }
commitment: plan
followUp:
  - level: behaviour
    heading: Since then
    items:
      - { id: done, kind: text, text: What did you do? }
`;

  test('is none where there is none', () => {
    expect(faultsOf(small)).toEqual([]);
  });

  test.for<[name: string, from: string, to: string, message: string]>([
    [
      'a misspelt key',
      'heading: The course',
      'headng: The course',
      'schema  "headng" is not a field here. Did you mean "heading"? [sheet.0.headng]',
    ],
    [
      'a kind that does not exist',
      'kind: scale',
      'kind: stars',
      'schema  Found "stars". Write one of: scale, before-after, single, text. [sheet.0.items.0 (useful).kind]',
    ],
    [
      'four words for five steps',
      'Much, All',
      'Much',
      'schema  Found 4 entries. Write at least 5 entries. [sheet.0.labels]',
    ],
    [
      'a scale without words',
      '    labels: [None, Little, Some, Much, All]\n',
      '',
      'evaluation-sheet  The part has ratings and no labels for them. Write the five words for 1 to 5, the lowest first. [sheet.0.labels]',
    ],
    [
      'the name of a column that is there already',
      'id: done',
      'id: gain',
      'evaluation-sheet  The name "gain" is already a column of the table. Choose another id. [followUp.0.items.0 (gain).id]',
    ],
    [
      'a commitment that nobody is asked for',
      'commitment: plan',
      'commitment: useful',
      'evaluation-sheet  There is no item "useful" of the kind text in sheet. Name the item in which learners say what they will do. [commitment]',
    ],
  ])('names file, field and suggestion: %s', ([, from, to, message]) => {
    expect(small).toContain(from);
    expect(
      faultsOf(small.replace(from, to)).map((line) => line.replace(/^(\S+?):\d+/, '$1')),
    ).toContain(`en/evaluation.yaml  ${message}`);
  });

  test('is more than an LMS can be sent, but only where it is sent', () => {
    const [part] = sheets.sheet;
    const long = {
      ...sheets,
      sheet: [
        ...sheets.sheet,
        {
          ...part,
          items: ['one', 'two'].map((id) => ({ id, kind: 'text', text: 'Why?' })),
        },
      ],
    };
    expect(faultsOf(stringify(long, { aliasDuplicateObjects: false }))).toEqual([]);
    rmSync(String(folder), { recursive: true });
    expect(faultsOf(stringify(long, { aliasDuplicateObjects: false }), true)).toEqual([
      expect.stringContaining('21 answers, 6 of them in'),
    ]);
  });
});
