/** @module-tag wide */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const groups = readFileSync('content/words.txt', 'utf8')
  .split(/^#.*\n/m)
  .map((group) => group.split('\n').filter((line) => line !== ''))
  .filter((group) => group.length > 0);

test('the list of known words holds each once, in alphabetical order in its group', () => {
  const all = groups.flat().map((word) => word.toLowerCase());
  expect(new Set(all).size).toBe(all.length);
  for (const group of groups)
    expect(group).toEqual(
      group.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
    );
});

test('a slip and an American spelling are found; British words, names and markup are not', () => {
  const text = `---
title: x
---

They recieved naloxone for their behavior; Ngozi organised it in her neighbourhood.

<Figure name="qzxv-figure" caption="A drawing">

The licence is at https://example.org/qzxvv.

</Figure>
`;
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/cspell/bin.mjs',
      'lint',
      '--no-progress',
      '--no-summary',
      '--words-only',
      'stdin://content/en/a.mdx',
    ],
    { input: text, encoding: 'utf8' },
  );
  expect(stdout.split('\n').filter(Boolean).toSorted()).toEqual(['behavior', 'recieved']);
}, 60_000);
