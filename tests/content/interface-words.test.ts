import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { interfaceSchema } from '../../src/course/interface.ts';

const { messages } = interfaceSchema.parse(
  parse(readFileSync('content/en/interface.yaml', 'utf8')),
);
const code = globSync('{src,scorm}/**/*.{ts,astro}')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test('every message that code asks for by name exists', () => {
  const asked = [...code.matchAll(/\bt\('([a-z]+)\.([\w-]+)'/gi)];
  expect(asked.length).toBeGreaterThan(100);
  const missing = asked
    .filter(([, section = '', name = '']) => messages[section]?.[name] === undefined)
    .map(([, section, name]) => `${section}.${name}`);
  expect(missing).toEqual([]);
});
