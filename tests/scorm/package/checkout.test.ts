import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadCourse } from '../../../src/content/load.ts';
import { copyTinyCourse } from '../../fixtures/tiny-course.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'checkout-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true });
});

const git = (args: readonly string[], input = '') =>
  execFileSync('git', [...args], { encoding: 'utf8', input, maxBuffer: 2 ** 26 });

test('P41: a checkout with the line endings of Windows holds the bytes that were committed', () => {
  const index = git(['ls-files', '-s']).trimEnd().split('\n');
  const files = index.map((line) => {
    const [facts = '', path = ''] = line.split('\t');
    return { path, sum: facts.split(' ')[1] };
  });
  const place = folder();
  git([
    ...['-c', 'core.autocrlf=true', '-c', 'core.eol=crlf'],
    ...['checkout-index', '--all', `--prefix=${place}/`],
  ]);
  const paths = files.map(({ path }) => join(place, path)).join('\n');
  const sums = git(['hash-object', '--no-filters', '--stdin-paths'], paths).trimEnd().split('\n');
  expect(files.filter(({ sum }, line) => sum !== sums[line]).map(({ path }) => path)).toEqual([]);
});

test('P41: content that was saved with the line endings of Windows makes the same course', () => {
  const [place, other] = [folder(), folder()];
  copyTinyCourse(place);
  cpSync(place, other, { recursive: true });
  for (const path of globSync('**/*.{yaml,mdx,svg}', { cwd: other })) {
    const file = join(other, path);
    if (statSync(file).isFile())
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  expect(loadCourse('en', other)).toEqual(loadCourse('en', place));
});
