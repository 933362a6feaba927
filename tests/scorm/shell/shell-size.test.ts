import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { standards } from '../../../scorm/standards/registry.ts';
import { bundleScript } from '../../../src/bundling/bundle.ts';
import { smallest } from '../../../src/bundling/smallest.ts';

test.for(standards.map(({ id, folder }) => ({ id, folder })))(
  'P52: the shell of $id, with the run time of its standard, weighs at most 16 kB on the wire',
  { timeout: 30_000 },
  async ({ folder }) => {
    const script = await smallest(await bundleScript(join(folder, 'shell.entry.ts')));
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(16 * 1024);
  },
);
