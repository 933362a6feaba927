import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: one process for each.
    maxWorkers: 2,
    // Files share their worker's modules, so that the course is read once in each; no test changes what another reads.
    isolate: false,
    // Commands that tests start anew read what the one before has compiled.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    // A busy machine is slow; neither a test nor a hook is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    tags: [{ name: 'wide', description: 'Beside the tests of `npm test` (ADR 19).' }],
    coverage: {
      include: ['src/**', 'scorm/**'],
    },
  },
});
