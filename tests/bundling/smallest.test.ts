import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

const minify = vi.hoisted(() => vi.fn());
vi.mock('terser', () => ({ minify }));

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'smallest-')), 'small-scripts.json');
  minify
    .mockReset()
    .mockImplementation((script: string) => Promise.resolve({ code: `small ${script}` }));
});

/** Scripts as a command makes them smaller; each command has modules of its own. */
async function command(...scripts: string[]): Promise<string[]> {
  vi.resetModules();
  const { smallest } = await import('../../src/bundling/smallest.ts');
  const made: string[] = [];
  for (const script of scripts) made.push(await smallest(script, file));
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

test('a script of which nothing is made is told', async () => {
  minify.mockResolvedValue({});
  await expect(command('x')).rejects.toThrow('terser made nothing of the script');
});
