import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';
import { vocabulary } from '../../src/content/mdx/vocabulary.ts';

const examples = readFileSync('content/en/examples.mdx', 'utf8');

test('every component of the vocabulary stands on the page of examples', () => {
  const { mdx } = readMdx(examples, 'en/examples.mdx');
  expect([...new Set(mdx.uses.map(({ name }) => name))].toSorted()).toEqual(
    Object.keys(vocabulary).toSorted(),
  );
});

test('what authors may write is what the pages can draw', () => {
  const drawn = readFileSync('src/lesson/vocabulary.ts', 'utf8');
  const names = [...drawn.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(Object.keys(vocabulary).toSorted());
});

test('each state has a name of its own, by which its lines are found', () => {
  const names = examples.match(/^### .*$/gm) ?? [];
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
});
