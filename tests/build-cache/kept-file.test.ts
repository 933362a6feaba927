import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { codeHash, readKept, writeKept } from '../../src/build-cache/kept-file.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kept-file-')), 'folder', 'entries.json');
});

const entries = [['a', { found: ['far away'] }]] as const;

test('a later command reads what an earlier one kept', () => {
  writeKept(file, 'code', entries);
  expect([...readKept(file, 'code')]).toEqual(entries);
});

test('what other code made is not read', () => {
  writeKept(file, 'code', entries);
  expect(readKept(file, 'other code').size).toBe(0);
});

test('a file that was changed or cut is not believed', () => {
  writeKept(file, 'code', entries);
  const text = readFileSync(file, 'utf8');
  for (const damaged of [text.replace('far away', 'near'), text.slice(0, -10), '[]', 'null']) {
    writeFileSync(file, damaged);
    expect(readKept(file, 'code').size).toBe(0);
  }
});

test('a folder that cannot be written to, and one that is not there, are no fault', () => {
  const nowhere = join(file, '\0', 'entries.json');
  writeKept(nowhere, 'code', entries);
  expect(readKept(nowhere, 'code').size).toBe(0);
});

test('the hash of code changes with each of its files', () => {
  const [one, two] = ['one.ts', 'two.ts'].map((name) => join(file, '..', '..', name)) as [
    string,
    string,
  ];
  writeFileSync(one, '1');
  writeFileSync(two, '2');
  const before = codeHash([one, two]);
  expect(codeHash([one, two])).toBe(before);
  writeFileSync(two, '3');
  expect(codeHash([one, two])).not.toBe(before);
});

test('the hash of code is that of a checkout with the line ends of Windows', () => {
  const path = join(file, '..', '..', 'one.ts');
  writeFileSync(path, 'one\ntwo\n');
  const before = codeHash([path]);
  writeFileSync(path, 'one\r\ntwo\r\n');
  expect(codeHash([path])).toBe(before);
});
