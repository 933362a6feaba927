import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/content/files/source-file.ts';
import { longSentences, readingLevel } from '../../src/content/report/reading-level.ts';
import { claimedTime } from '../../src/content/rules/claimed-time.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const text = (body: string) => `---\ntitle: x\n---\n\n${body}\n`;
const page = (body: string) => new SourceFile('a.mdx', Buffer.from(text(body)));

describe('how hard a page is to read', () => {
  test('sentences are counted as a reader would, with the longest and its line', () => {
    expect(
      readingLevel(
        page('The door is open. Go in.\n\nNobody asks you (art. 3(4)(d)) for a name or a paper.'),
      ),
    ).toMatchObject({ sentences: 3, mean: 19 / 3, longest: { words: 13, line: 7 } });
  });

  test('headings, labels, cells and quotations of law are not our sentences', () => {
    const body =
      '## A heading of several words\n\n- a label\n\n| a | b |\n| - | - |\n| cell | cell |\n\n<Law source="x">\n\nThe Parties shall, subject to their constitutions, provide.\n\n</Law>';
    expect(readingLevel(page(body)).sentences).toBe(0);
  });

  test('a sentence of more than thirty words is told with its line, and one of thirty is not', () => {
    const sentence = (words: number) => `${'word '.repeat(words - 1)}end.`;
    const found = longSentences(page(`${sentence(30)}\n\n${sentence(31)}`));
    expect(found.map(({ line }) => line)).toEqual([7]);
    expect(found[0]?.message).toMatch(/^31 words: "word word/);
  });

  test('plain words read more easily than long ones', () => {
    const ease = (body: string) => readingLevel(page(body)).ease;
    expect(ease('The man has a lot to say. Let him talk.')).toBeGreaterThan(
      ease('Rehabilitative considerations necessitate comprehensive individualised deliberation.'),
    );
  });
});

describe('only computed minutes are shown', () => {
  test.for([
    'This lesson takes ten minutes.',
    'The express track lasts 60 minutes.',
    'A five-minute lesson on consent.',
    'Reading time: 12 minutes.',
    'It is a 60 minute course.',
    'The module needs about an hour.',
  ])('"%s" promises a time', (sentence) => {
    expect(findingsOf(claimedTime, { 'a.mdx': text(sentence) })).toMatchObject([{ line: 5 }]);
  });

  test.for([
    'The officers have ten minutes, a radio and a rule book.',
    'Each case takes its turn; the officer has ten minutes.',
    'A hearing may last five minutes.',
    'Ines says she can be there in twenty minutes.',
    'In this lesson you decide within the ten minutes a patrol has.',
  ])('"%s" does not', (sentence) => {
    expect(findingsOf(claimedTime, { 'a.mdx': text(sentence) })).toEqual([]);
  });
});
