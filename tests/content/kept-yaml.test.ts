import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { KeptYaml } from '../../src/content/files/kept-yaml.ts';
import { parseYaml } from '../../src/content/files/parse-yaml.ts';
import { filesOf } from '../../src/content/load.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kept-yaml-')), 'folder', 'yaml.json');
});

const source = 'title: The doorbell\nlevels: [1, 2]\nnote: >-\n  It rings\n  at night.\n';
const keep = (...sources: string[]) =>
  new KeptYaml(file).write(sources.map((text) => parseYaml(text, 'en/a.yaml')));
const later = () => {
  const kept = new KeptYaml(file);
  kept.read();
  return kept;
};

test('a later command has the value and the words of a text that has not changed', () => {
  keep(source);
  expect(later().get(source, 'en/a.yaml', 0)).toEqual({
    value: { title: 'The doorbell', levels: [1, 2], note: 'It rings at night.' },
    words: [
      { text: 'The doorbell', field: 'title', line: 1, start: 7, end: 19 },
      { text: 'It rings at night.', field: 'note', line: 3, start: 41, end: 67 },
    ],
  });
});

test('a text that was changed or moved is parsed again', () => {
  keep(source);
  expect(later().get(`${source}# more\n`, 'en/a.yaml', 0)).toBeUndefined();
  expect(later().get(source, 'en/b.yaml', 0)).toBeUndefined();
  expect(later().get(source, 'en/a.yaml', 3)).toBeUndefined();
});

test.each([
  ['that cannot be read', 'title: *Doorbell*: a\n'],
  ['with a word that YAML would hide', 'title: case #12 #hidden\nother: &name x\n'],
  ['with a number that JSON does not have', 'level: .inf\n'],
])('a text %s is not kept', (_, text) => {
  keep(text, source);
  expect(later().get(text, 'en/a.yaml', 0)).toBeUndefined();
  expect(later().get(source, 'en/a.yaml', 0)).toBeDefined();
});

test('a file that was changed or cut is not believed', () => {
  keep(source);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('The doorbell', 'The telephone'));
  expect(later().get(source, 'en/a.yaml', 0)).toBeUndefined();
  writeFileSync(file, text.slice(0, -10));
  expect(later().get(source, 'en/a.yaml', 0)).toBeUndefined();
});

test('every text of the course comes back as it was parsed', () => {
  const texts = filesOf('content')
    .find('**')
    .flatMap(({ yaml }) => yaml ?? []);
  expect(texts.length).toBeGreaterThan(100);
  new KeptYaml(file).write(texts);
  const kept = later();
  for (const { source: text, file: path, lineBefore, value, words } of texts)
    expect(kept.get(text, path, lineBefore)).toEqual({ value, words });
});
