import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { samplesOf } from '../../src/content/examples.ts';
import { readMdx } from '../../src/content/mdx/mdx-file.ts';
import { vocabulary } from '../../src/lesson/vocabulary.ts';

const examples = readFileSync('content/en/examples.mdx', 'utf8');
const names = vocabulary.map(({ name }) => name).toSorted();

test('every component stands on the page of examples', () => {
  const { uses } = readMdx(examples, 'en/examples.mdx');
  expect([...new Set(uses.map(({ name }) => name))].toSorted()).toEqual(names);
});

test('every component has a folder with its page part, and no folder is without an entry', () => {
  const drawn = globSync('src/lesson/*/definition.ts').map((path) => path.split('/').at(-2));
  expect(drawn.toSorted()).toEqual(names);
  for (const name of names) expect(existsSync(`src/lesson/${name}/${name}.astro`), name).toBe(true);
});

test('each state has a name of its own, by which its lines are found', () => {
  const states = examples.match(/^### .*$/gm) ?? [];
  expect(states.length).toBeGreaterThan(20);
  expect(new Set(states).size).toBe(states.length);
});

test('the page of examples shows beside each state the lines that make it', () => {
  const samples = samplesOf('en');
  expect(samples.size).toBe((examples.match(/^### .*$/gm) ?? []).length);
  expect(samples.get('A term')).toBe(
    'A <Term id="net-widening">wider net</Term> catches people who would have been left alone.',
  );
  for (const [name, lines] of samples)
    expect(examples, name).toContain(`### ${name}\n\n${lines}\n`);
});
