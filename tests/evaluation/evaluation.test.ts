import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadCourse, readCourse } from '../../src/content/load.ts';
import { AnswerBook, findBook } from '../../src/evaluation/page/answer-book.ts';
import { csvFile } from '../../src/course/csv.ts';
import { evaluationSchema, namesIn } from '../../src/evaluation/evaluation.ts';
import { evaluationTable, gainOf, givenColumns } from '../../src/evaluation/evaluation-table.ts';
import { evaluationSheet } from '../../src/content/rules/evaluation-sheet.ts';
import type { CourseEntry } from '../../src/course/content-schemas.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { reminderFile, monthsAfter } from '../../src/evaluation/follow-up.ts';
import { parsedCsv } from '../browser/parsed-csv.ts';
import { copyTinyCourse } from '../fixtures/tiny-course.ts';

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

describe('a fault in a sheet', () => {
  let folder: string | undefined;
  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  });

  /** What the content check says of the tiny course with an evaluation of these words. */
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

describe('the day of the follow-up', () => {
  test.for([
    ['2026-11-24', '2027-02-24'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-10-01', '2027-01-01'],
  ])('three months after %s is %s', ([from = '', to = '']) => {
    expect(monthsAfter(from, 3)).toBe(to);
  });

  test('is an event of a whole day, in lines of at most 75 octets that end as the standard says', () => {
    const text = 'Rufen Sie an, fragen Sie; schreiben Sie auf: äöü. '.repeat(4);
    const made = new Date('2026-11-24T12:34:56.789Z');
    const file = reminderFile({ date: '2027-02-24', title: 'A, B', text, course: 'c', made });
    const lines = file.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(lines).toContain('DTSTART;VALUE=DATE:20270224');
    expect(lines).toContain('DTSTAMP:20261124T123456Z');
    expect(lines).toContain('SUMMARY:A\\, B');
    expect(file.replaceAll('\r\n ', '')).toContain(
      `DESCRIPTION:${text.replace(/[,;]/g, '\\$&')}\r\n`,
    );
  });
});

describe('the answers on a device', () => {
  const shelf = () => {
    const texts = new Map<string, string>();
    return {
      texts,
      full: false,
      getItem: (key: string) => texts.get(key) ?? null,
      setItem(key: string, text: string) {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        texts.set(key, text);
      },
      removeItem: (key: string) => void texts.delete(key),
    };
  };

  test('are found again by the next page, and those of two pages stand side by side', () => {
    const store = shelf();
    const [one, other] = [new AnswerBook(() => store, 'k'), new AnswerBook(() => store, 'k')];
    one.put({ answers: { useful: '4' }, date: '2026-11-24' });
    other.put({ answers: { applied: 'done' }, followUpDate: '2027-02-24' });
    expect(new AnswerBook(() => store, 'k').kept).toEqual({
      answers: { useful: '4', applied: 'done' },
      date: '2026-11-24',
      followUpDate: '2027-02-24',
    });
  });

  test('stay in the page where the storage refuses, and are kept once it takes them', () => {
    const store = shelf();
    const book = new AnswerBook(() => store, 'k');
    store.full = true;
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(book.kept.answers).toEqual({ useful: '4' });
    store.full = false;
    book.put({ answers: { clear: '5' } });
    expect(book.state).toBe('fine');
    expect(new AnswerBook(() => store, 'k').kept.answers).toEqual({ useful: '4', clear: '5' });
  });

  test('are refused and kept in the page where storage may not even be asked for', () => {
    const book = new AnswerBook(() => {
      throw new DOMException('denied', 'SecurityError');
    }, 'k');
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(book.kept.answers).toEqual({ useful: '4' });
    expect(() => book.remove()).not.toThrow();
  });

  test.for(['{', '[]', '7', '{"version":2,"answers":{}}', '{"version":1}'])(
    'that are damaged are set aside unchanged, not written over: %s',
    (text) => {
      const store = shelf();
      store.texts.set('k', text);
      const book = new AnswerBook(() => store, 'k');
      expect(book.state).toBe('unreadable');
      book.put({ answers: { useful: '4' } });
      expect(store.texts.get('k:unreadable')).toBe(text);
      expect(new AnswerBook(() => store, 'k').kept.answers).toEqual({ useful: '4' });
      book.remove();
      expect(store.texts.size).toBe(0);
    },
  );

  describe('that others use too', () => {
    afterEach(() => void vi.unstubAllGlobals());

    /** The storages of a browser in which a page of a package is open. */
    function inPackage() {
      const [kept, untilClosed] = [shelf(), shelf()];
      vi.stubGlobal('localStorage', kept);
      vi.stubGlobal('sessionStorage', untilClosed);
      const dataset = { course: 'alternatives', package: 'scorm12' };
      vi.stubGlobal('document', { documentElement: { dataset } });
      return { kept, untilClosed };
    }

    test('are shown to nobody but the learner whom the LMS names', () => {
      inPackage();
      findBook('one').put({ answers: { useful: '4' } });
      expect(findBook('other').kept.answers).toEqual({});
      expect(findBook(undefined).kept.answers).toEqual({});
      findBook('other').remove();
      expect(findBook('one').kept.answers).toEqual({ useful: '4' });
    });

    test('do not outlive the window where the LMS names nobody', () => {
      const { kept, untilClosed } = inPackage();
      findBook(undefined).put({ answers: { useful: '4' } });
      expect(kept.texts.size).toBe(0);
      expect(untilClosed.texts.size).toBe(1);
    });
  });

  test('that are damaged are not written over where they cannot be set aside', () => {
    const store = shelf();
    store.texts.set('k', '{');
    store.full = true;
    const book = new AnswerBook(() => store, 'k');
    book.put({ answers: { useful: '4' } });
    expect(book.state).toBe('refused');
    expect(store.texts.get('k')).toBe('{');
  });
});
