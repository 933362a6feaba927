import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCourse } from '../../src/content/load.ts';
import { csvFile } from '../../src/course/csv.ts';
import { evaluationSchema, namesIn } from '../../src/evaluation/evaluation.ts';
import { evaluationTable, gainOf, givenColumns } from '../../src/evaluation/evaluation-table.ts';
import { evaluationSheet } from '../../src/content/rules/evaluation-sheet.ts';
import type { CourseEntry } from '../../src/course/content-schemas.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';

const written = readFileSync('content/en/evaluation.yaml', 'utf8');
const sheets = evaluationSchema.parse(parse(written));

describe('the sheets of the course', () => {
  test('ask for levels 1 and 2 and the intention, and three months later for level 3', () => {
    expect(sheets.sheet.map(({ level }) => level)).toEqual(['reaction', 'learning', 'intention']);
    expect(sheets.followUp.map(({ level }) => level)).toEqual(['behaviour']);
  });

  test('fit what an LMS can be sent, should the author switch that on', () => {
    const course = { evaluation: { report: true } } as unknown as CourseEntry;
    expect(findingsOf(evaluationSheet, {}, { course, evaluation: sheets })).toEqual([]);
  });

  test('are in the structure only where an LMS is told of them: progress is not changed by words', () => {
    expect(loadCourse('en').evaluation?.report).toBe(false);
    expect(loadCourse('en').structure.evaluation).toBeUndefined();
  });
});

describe('a table', () => {
  const word = fc.string({ unit: 'binary', maxLength: 20 });

  test('is read back as it was written, whatever stands in it (RFC 4180)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 3, maxLength: 3 })), (rows) => {
        const [, ...read] = parsedCsv(csvFile(['a', 'b', 'c'], rows));
        expect(read.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))),
        );
      }),
    );
  });

  test.for([
    '=1+1',
    '+49 30',
    '-2',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '\r\n=cmd',
    '＝1',
    '=HYPERLINK("http://x","y")',
  ])('runs nothing that was typed: %j', (typed) => {
    const [, [cell = ''] = []] = parsedCsv(csvFile(['a'], [[typed]]));
    expect(cell).toBe(`'${typed}`);
  });

  test('leaves alone what is no formula, and numbers of ours', () => {
    expect(csvFile(['a', 'b', 'c'], [['plan - then act', -12, undefined]])).toBe(
      '\uFEFFa,b,c\r\nplan - then act,-12,\r\n',
    );
  });
});

describe('the evaluation of a learner as a table', () => {
  const names = namesIn([...sheets.sheet, ...sheets.followUp]);
  const facts = {
    course: 'alternatives',
    version: '1.0.0',
    language: 'en',
    track: 'judge',
    date: '2026-11-24',
    learned: { before: 0.5, after: 11 / 12, tries: 2 },
    answers: { useful: '4', commitment: 'Ask first, "then" decide.\nEvery week.' },
  };

  test('has one line under a head of ASCII ids, each once', () => {
    const [head = [], row = [], ...rest] = parsedCsv(evaluationTable(names, facts));
    expect(rest).toEqual([]);
    expect(head).toEqual([...givenColumns, ...names]);
    expect(new Set(head).size).toBe(head.length);
    for (const name of head) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
    const cell = (name: string) => row[head.indexOf(name)];
    expect(cell('pre-test')).toBe('50');
    expect(cell('final')).toBe('92');
    expect(cell('gain')).toBe('42');
    expect(cell('useful')).toBe('4');
    expect(cell('clear')).toBe('');
    expect(cell('follow-up-date')).toBe('');
    expect(cell('commitment')).toBe(facts.answers.commitment);
  });

  test('of several learners can be put under one head', () => {
    const other = { ...facts, answers: {}, learned: { tries: 0 } };
    const lines = (text: string) => parsedCsv(text).slice(1);
    const [head = []] = parsedCsv(evaluationTable(names, facts));
    const all = [facts, other].flatMap((one) => lines(evaluationTable(names, one)));
    for (const row of all) expect(row).toHaveLength(head.length);
  });

  test('has no gain until both were taken, and one below nothing where less was known after', () => {
    expect(gainOf({ before: 0.5, tries: 0 })).toBeUndefined();
    expect(gainOf({ after: 0.5, tries: 1 })).toBeUndefined();
    expect(gainOf({ before: 0.75, after: 0.5, tries: 1 })).toBe(-25);
  });
});
