import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import boundaries from './eslint.boundaries.js';

/** Folders that know neither the page nor the machine they run on: it is given to them. */
const anywhere = {
  files: [
    ...['course', 'questions', 'questions/!(page)', 'cases', 'progress'],
    ...['evaluation', 'certificate', 'statistics', 'search', 'workshop', 'workshop/!(page)'],
  ].map((folder) => `src/${folder}/*.ts`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['window', 'document', 'location', 'history', 'navigator', 'fetch', 'process'],
      ...['localStorage', 'sessionStorage', 'setTimeout', 'requestAnimationFrame'],
    ],
  },
};

export default defineConfig([
  globalIgnores([
    'dist/',
    '.astro/',
    'node_modules/',
    'test-results/',
    'tests/fixtures/**/!(*.ts)',
  ]),
  // Oxlint holds the rest of TypeScript to its rules (.oxlintrc.json), with types and in a tenth of the time.
  { files: ['{src,scorm}/**/*.ts'], languageOptions: { parser: tseslint.parser } },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  ...boundaries,
  anywhere,
]);
