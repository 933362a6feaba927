import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,conformance}/**/*.test.ts'],
    // Two cores: one process for each.
    maxWorkers: 2,
    coverage: {
      include: ['src/course/**', 'src/scenario/**', 'src/tracking/**', 'src/search/**', 'scorm/**'],
    },
  },
});
