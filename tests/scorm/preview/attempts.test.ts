import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Attempts } from '../../../scorm/preview/attempts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attempts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const attempt = { launches: 2, elements: { 'cmi.suspend_data': 'abc' }, ended: false };
const fileOf = (attempts: Attempts) => {
  attempts.write('key', attempt);
  return join(folder, readdirSync(folder)[0] ?? '');
};

test('an attempt is read as it was written, also by a preview that is started anew', () => {
  fileOf(new Attempts(folder));
  expect(new Attempts(folder).read('key')).toEqual(attempt);
  expect(new Attempts(folder).read('another')).toMatchObject({ launches: 0, elements: {} });
});

test('a failed write of an attempt leaves no partial file', () => {
  const attempts = new Attempts(folder);
  const file = fileOf(attempts);
  rmSync(file);
  // A folder with something in it, in the place of the file.
  mkdirSync(join(file, 'taken'), { recursive: true });
  expect(() => attempts.write('key', attempt)).toThrow();
  expect(existsSync(`${file}.unfinished`)).toBe(false);
});

test.for(['', 'no JSON', '{"elements":[1]}', '{"elements":{"cmi.exit":1}}', '{"elements":null}'])(
  'a file that holds no attempt is not taken for one: %s',
  (text) => {
    const attempts = new Attempts(folder);
    writeFileSync(fileOf(attempts), text);
    expect(() => attempts.read('key')).toThrow();
  },
);
