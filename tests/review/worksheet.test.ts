import { describe, expect, test } from 'vitest';
import { mdxTree } from '../../src/content/mdx/mdx-tree.ts';
import { loadContent } from '../../src/content/load.ts';
import { reviewSheets } from '../../src/content/reviewing/review-sheet.ts';
import { isSafetyClaim } from '../../src/content/reviewing/safety-words.ts';
import { pageStatements } from '../../src/review/page-statements.ts';
import { sheetsOf, worksheetOf } from '../../src/review/worksheet-of.ts';
import { rowCount, worksheetSections, type WorksheetPart } from '../../src/review/worksheet.ts';
import { worksheetCsv } from '../../src/review/worksheet-csv.ts';
import { translator } from '../../src/course/interface.ts';

function statements(mdx: string) {
  const { root } = mdxTree(mdx);
  if (root === undefined) throw new Error('the example cannot be read');
  return pageStatements(root, 'en').map(
    ({ words, citations }) =>
      `${words} [${citations.map(({ source, at }) => [source, at].filter(Boolean).join(' ')).join('; ')}]`,
  );
}

const statementsOf = (parts: readonly WorksheetPart[]) =>
  parts.flatMap(({ rows }) => rows.flatMap(({ statements: said }) => said));

describe('a statement of a page', () => {
  test('is the sentence before its citations', () => {
    expect(
      statements(
        'It begins. It rests on a rule.<Cite source="rules" at="rule 2" /><Cite source="paper" /> It ends.',
      ),
    ).toEqual(['It begins. []', 'It rests on a rule. [rules rule 2; paper]', 'It ends. []']);
  });

  test('holds the words of terms and a citation inside the sentence', () => {
    expect(
      statements(
        'A <Term id="plea">plea</Term> is free<Cite source="rules" at="1" />, says a court.',
      ),
    ).toEqual(['A plea is free, says a court. [rules 1]']);
  });

  test('is a whole row of a table, and a whole quotation of law', () => {
    expect(
      statements(
        '| Rule | Says |\n| --- | --- |\n| 3.4 | Consent. One.<Cite source="rules" at="rule 3.4" /> |\n\n' +
          '<Law source="treaty" at="art. 3">\n\nThe Parties may provide. They shall not.\n\n</Law>',
      ),
    ).toEqual([
      'Rule | Says []',
      '3.4 | Consent. One. [rules rule 3.4]',
      'The Parties may provide. They shall not. [treaty art. 3]',
    ]);
  });
});

describe('the worksheets of the course', () => {
  const { course, content } = loadContent('en');
  const sheets = sheetsOf(course).map((sheet) => ({ sheet, lines: worksheetOf(course, sheet) }));

  test('there is one for each module and one for what stands beside', () => {
    expect(sheets.map(({ sheet }) => sheet.id)).toEqual([
      ...course.modules.map(({ id }) => id),
      'reference',
    ]);
  });

  test('every pinpoint of every page stands on a line, under its source', () => {
    const onLines = new Set(
      sheets
        .flatMap(({ lines }) => [...lines.law, ...lines.evidence])
        .flatMap(({ source, rows }) =>
          rows.flatMap(({ at, statements: said }) =>
            said.flatMap(({ units }) => units.map(({ file }) => `${file}: ${source?.id} ${at}`)),
          ),
        ),
    );
    const cited = [...content.bodies].flatMap(([file, { uses }]) =>
      uses.flatMap(({ attributes: { source, at } }) =>
        source === undefined || at === undefined ? [] : [`${file}: ${source} ${at}`],
      ),
    );
    const missing = cited.filter((one) => !onLines.has(one) && !one.startsWith('en/examples.mdx'));
    expect(missing).toEqual([]);
    expect(cited.length).toBeGreaterThan(300);
  });

  test('every question that is marked as a matter of safety stands under safety', () => {
    const onLines = sheets.flatMap(({ lines }) =>
      statementsOf(lines.safety).flatMap(({ units }) => units.map(({ id }) => id)),
    );
    const marked = course.modules
      .flatMap(({ questions }) => questions)
      .filter(({ safety }) => safety);
    expect(marked.length).toBeGreaterThanOrEqual(12);
    for (const { id } of marked) expect(onLines).toContain(id);
  });

  test('a statement stands in full once in a section, on the line that is read first', () => {
    for (const { lines } of sheets)
      for (const section of worksheetSections) {
        const said = statementsOf(lines[section]);
        said.forEach(({ number, isRepeated }, index) =>
          expect(isRepeated).toBe(said.slice(0, index).some((one) => one.number === number)),
        );
      }
  });

  test('safety comes first, and its statements have a line each', () => {
    expect(worksheetSections[0]).toBe('safety');
    for (const { lines } of sheets)
      for (const { rows } of lines.safety)
        for (const { statements: said } of rows) expect(said).toHaveLength(1);
  });

  test('a place of a source has one line, and the same words stand on it once', () => {
    for (const { lines } of sheets)
      for (const { rows } of [...lines.law, ...lines.evidence]) {
        const places = rows.map(({ at }) => at);
        expect(new Set(places).size).toBe(places.length);
        for (const { statements: said } of rows)
          expect(new Set(said.map(({ words }) => words)).size).toBe(said.length);
      }
  });

  test('the steps that stand on every card are one statement with the cards as its pages', () => {
    const said = sheets
      .filter(({ sheet }) => sheet.id === 'reference')
      .flatMap(({ lines }) => statementsOf(lines.safety));
    const breaths = said.filter(({ words }) => words.includes('1 breath every 5 seconds'));
    expect(breaths).toHaveLength(1);
    expect(breaths[0]?.units.length).toBeGreaterThanOrEqual(10);
  });

  test('an afternoon is enough: no section of a module has more than 120 lines', () => {
    for (const { sheet, lines } of sheets)
      for (const section of worksheetSections)
        expect.soft(rowCount(lines[section]), `${sheet.id}, ${section}`).toBeLessThanOrEqual(120);
  });

  test('the table has a line for each statement of the page and empty columns to fill in', () => {
    const t = translator(course.language, course.interface);
    for (const { lines } of sheets) {
      const said = worksheetSections.flatMap((section) => statementsOf(lines[section]));
      const table = worksheetCsv(lines, 'en', t).split('\r\n').slice(1, -1);
      expect(table).toHaveLength(said.length);
      for (const line of table)
        expect(line).toMatch(/,[0-9A-Z]{3}-[0-9A-Z]{3}(?: [0-9A-Z]{3}-[0-9A-Z]{3})*,,,$/);
    }
  });

  test('the reader of each unit finds its sheet: no unit stands on two', () => {
    const units = reviewSheets(content).flatMap((sheet) => sheet.units.map(({ id }) => id));
    expect(new Set(units).size).toBe(units.length);
  });

  test.for([
    'Give naloxone, and stay.',
    'After three missed doses the prescriber decides.',
    'Withdrawal from alcohol can kill.',
    'She is pregnant.',
  ])('"%s" is a safety claim', (sentence) => {
    expect(isSafetyClaim(content.safetyWords, sentence)).toBe(true);
  });

  test.for(['The court hears both parties.', 'She may withdraw her consent.'])(
    '"%s" is none',
    (sentence) => {
      expect(isSafetyClaim(content.safetyWords, sentence)).toBe(false);
    },
  );
});
