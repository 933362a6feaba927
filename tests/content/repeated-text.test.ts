import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repeatedText } from '../../src/content/rules/repeated-text.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const lesson = (id: string) => `en/modules/m/lessons/${id}.mdx`;
/** Words that follow one another in no other lesson. */
const own = (seed: number, count = 320) =>
  Array.from({ length: count }, (_, n) => `w${(n * (2 * seed + 1) + seed) % 997}x${seed}`).join(
    ' ',
  );
const copied =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
const check = (texts: Record<string, string>) => findingsOf(repeatedText, texts);

test('lessons that say their own have no problem', () => {
  expect(check({ [lesson('a')]: own(1), [lesson('b')]: own(2) })).toEqual([]);
});

test('a sentence of fifteen words in two lessons is reported once, with its line', () => {
  expect(
    check({
      [lesson('a')]: `${own(1)}\n\n${copied}`,
      [lesson('b')]: `${own(2)}\n\n${copied}\n\n${copied}`,
    }),
  ).toMatchObject([
    { file: lesson('b'), line: 3, message: `"${copied}" also stands in ${lesson('a')}.` },
  ]);
});

test('fourteen words may stand in two lessons, and so may a quotation of law', () => {
  const fourteen = copied.replace(' fifteen', '');
  const law = `<Law source="x">\n\n${copied}\n\n</Law>`;
  expect(
    check({
      [lesson('a')]: `${own(1)}\n\n${fourteen}\n\n${law}`,
      [lesson('b')]: `${own(2)}\n\n${fourteen}\n\n${law}`,
    }),
  ).toEqual([]);
});

test('a lesson that repeats another is reported with the share', () => {
  const words = own(1).split(' ');
  const shuffled = Array.from({ length: 80 }, (_, n) => words.slice(4 * n, 4 * n + 4)).flatMap(
    (four, n) => [...four, `y${n}`],
  );
  expect(
    check({ [lesson('a')]: words.join(' '), [lesson('b')]: shuffled.join(' ') }),
  ).toMatchObject([
    { file: lesson('b'), message: expect.stringMatching(/^\d\d of 100 runs/) as string },
  ]);
});

test('a phrase of many lessons shows nothing', () => {
  const phrase = Array.from({ length: 120 }, (_, n) => `p${n % 3}q${n} stop`).join(' ');
  const many = Object.fromEntries(
    Array.from({ length: 14 }, (_, n) => [
      lesson(`l${n}`),
      `${own(n + 3, 400)}\n\n${phrase
        .split(' stop ')
        .map((word) => `${word} o${n}.`)
        .join('\n\n')}`,
    ]),
  );
  expect(check(many)).toEqual([]);
});

test('the form of the modules is asked for by the course', () => {
  expect(readFileSync('content/course.yaml', 'utf8')).toContain('moduleForm:');
});
