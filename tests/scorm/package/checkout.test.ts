/** @module-tag wide */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const place = mkdtempSync(join(tmpdir(), 'checkout-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

const git = (args: readonly string[], input = '') =>
  execFileSync('git', [...args], { encoding: 'utf8', input, maxBuffer: 2 ** 26 });

// Sources that were unpacked from an archive have no history to check out from.
const hasHistory = existsSync('.git');

test.runIf(hasHistory)(
  'P41: a checkout with the line endings of Windows holds the bytes that were committed',
  () => {
    const index = git(['ls-files', '-s']).trimEnd().split('\n');
    const files = index.map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      return { path, sum: facts.split(' ')[1] };
    });
    git([
      ...['-c', 'core.autocrlf=true', '-c', 'core.eol=crlf'],
      ...['checkout-index', '--all', `--prefix=${place}/`],
    ]);
    const paths = files.map(({ path }) => join(place, path)).join('\n');
    const sums = git(['hash-object', '--no-filters', '--stdin-paths'], paths).trimEnd().split('\n');
    expect(files.filter(({ sum }, line) => sum !== sums[line]).map(({ path }) => path)).toEqual([]);
  },
);
