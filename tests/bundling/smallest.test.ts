import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { smallScripts } from '../../src/bundling/smallest.ts';

const minify = vi.fn<(script: string) => Promise<string>>();
let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'smallest-')), 'small-scripts.json');
  minify.mockReset().mockImplementation((script) => Promise.resolve(`small ${script}`));
});

/** Scripts as a command makes them smaller. */
async function command(...scripts: string[]): Promise<string[]> {
  const smallest = smallScripts(file, minify);
  const made: string[] = [];
  for (const script of scripts) made.push(await smallest(script));
  return made;
}

test('a script is made smaller once, by whatever command comes first', async () => {
  expect(await command('a', 'b', 'a')).toEqual(['small a', 'small b', 'small a']);
  expect(await command('b', 'a')).toEqual(['small b', 'small a']);
  expect(minify).toHaveBeenCalledTimes(2);
});

test('another script is another entry, and the oldest of forty-nine is given up', async () => {
  const scripts = Array.from({ length: 49 }, (_, index) => `script ${index}`);
  await command(...scripts);
  await command('script 48', 'script 1');
  expect(minify).toHaveBeenCalledTimes(49);
  expect(await command('script 0')).toEqual(['small script 0']);
  expect(minify).toHaveBeenCalledTimes(50);
});

test('a script that is none is told, and nothing is kept of it', async () => {
  await expect(smallScripts(file)('let (')).rejects.toThrow('expected');
  expect(existsSync(file)).toBe(false);
});
