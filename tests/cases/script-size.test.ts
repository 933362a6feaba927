import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleScript, bundleWithLibraries } from '../../src/bundling/bundle.ts';
import { smallest } from '../../src/bundling/smallest.ts';
import { caseEndingScript, pageScripts } from '../../src/publish/bundles.ts';

test(
  'P52: the script of a case, with the machine that runs it, weighs at most 18 kB on the wire',
  { timeout: 30_000 },
  async () => {
    const script = await smallest(await bundleScript(pageScripts().get('case') ?? ''));
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(18 * 1024);
  },
);

test('the script of endings brings no second machine', async () => {
  expect((await bundleWithLibraries(caseEndingScript)).libraries).toEqual([]);
});
