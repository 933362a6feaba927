import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from './tests/browser/find-browser.ts';

const executablePath = findBrowser();
// Builds, threads and workers that tests start read what those before them have compiled.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');

// Tests beside those of `npm test` (ADR 19).
const wide = /@wide/;

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/browser/serve-site.ts',
  forbidOnly: process.env['CI'] !== undefined,
  // On two busy cores one browser in some hundred falls over; the report names each test that did.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  // Two cores may be busy with a build; nothing here waits for a time to pass.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env['SITE_ADDRESS'],
    launchOptions: { ...(executablePath && { executablePath }), args: browserArguments },
  },
  projects: [
    { name: 'variants', testMatch: 'browser/variants.setup.ts', grepInvert: wide },
    {
      name: 'e2e',
      testMatch: 'e2e/**/*.spec.ts',
      grepInvert: wide,
      dependencies: ['variants'],
    },
    { name: 'a11y', testMatch: 'a11y/**/*.spec.ts', grepInvert: wide },
    // One after the other: two builds at a time would share Astro's notes on the content.
    {
      name: 'wide-variants',
      testMatch: 'browser/variants.setup.ts',
      grep: wide,
      dependencies: ['variants'],
    },
    {
      name: 'wide',
      testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
      grep: wide,
      dependencies: ['wide-variants'],
    },
  ],
});
