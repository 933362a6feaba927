import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { passagesOf } from '../../src/content/mdx/passage.ts';

const modules = join(import.meta.dirname, '../../content/en/modules');
const lessons = globSync(join(modules, '*/lessons/*.mdx')).map((path) => ({
  id: relative(modules, path).replace('/lessons', '').replace('.mdx', ''),
  words: wordsOf(readFileSync(path, 'utf8')),
}));

/** The course's own words; quotations of law may stand in two lessons. */
function wordsOf(text: string): string[] {
  const prose = passagesOf(text, 'en/lesson.mdx').filter(({ kind }) => kind === 'prose');
  return prose.flatMap((passage) => passage.text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []);
}

/** Every run of so many words, once. */
const runs = (words: readonly string[], length: number) =>
  new Set(
    words.slice(0, 1 - length).map((_, start) => words.slice(start, start + length).join(' ')),
  );

/** Pairs of lessons, with the runs that both hold. */
function shared(length: number, among = lessons) {
  const own = among.map(({ id, words }) => ({ id, runs: runs(words, length) }));
  return own.flatMap((one, index) =>
    own.slice(index + 1).map((other) => {
      const both = [...one.runs].filter((run) => other.runs.has(run));
      const share = both.length / Math.min(one.runs.size, other.runs.size);
      return { pair: `${one.id} and ${other.id}`, both, share };
    }),
  );
}

test('no two lessons hold the same sentence of fifteen words or more', () => {
  expect(shared(15).flatMap(({ pair, both }) => (both[0] ? `${pair}: ${both[0]}` : []))).toEqual(
    [],
  );
});

test('no two lessons say the same thing: fewer than 8 of 100 runs of three words are shared', () => {
  const alike = shared(3).filter(({ share }) => share >= 0.08);
  expect(alike.map(({ pair, share }) => `${pair}: ${(100 * share).toFixed(0)}%`)).toEqual([]);
});

test('a lesson written twice is found', () => {
  const [first] = lessons;
  if (first === undefined) throw new Error('no lessons');
  const twice = [first, { id: 'copy', words: ['Again.', ...first.words] }];
  expect(shared(15, twice)[0]?.both.length).toBeGreaterThan(500);
  expect(shared(3, twice)[0]?.share).toBe(1);
});
