import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What is no import of these: beginnings of a path, or with `$` whole names. */
const allBut = (...allowed) => `^(?!${allowed.join('|')})`;

/** Each room of the house, and as an expression what it must not import (docs/architecture.md). */
const forbidden = {
  'src/course': allBut('\\./', 'zod$'),
  'src/scenario': allBut('\\./', '\\.\\./course/', 'xstate$', '@dagrejs/dagre$'),
  'src/tracking': allBut('\\./', '\\.\\./course/'),
  'src/shell': allBut('\\./', '\\.\\./(course|tracking)/'),
  'src/search': allBut('\\./', 'lunr$', 'parse5$'),
  'src/authoring': allBut(
    '\\./',
    '\\.\\./(course|scenario)/',
    'node:',
    'yaml$',
    'zod$',
    'satteri$',
  ),
  'src/components': [
    allBut('\\.', 'uqr$', 'astro:content$'),
    '/(authoring|publish|shell|pages|scorm)/',
    // The recorder, and what it is told and brings.
    '/tracking/(?!(recorder|interaction|log|brought|progress-file|progress-link)\\.ts$)',
  ].join('|'),
  'src/layouts': [
    allBut('\\.', 'node:fs$', 'yaml$', 'astro:content$'),
    '/(tracking|scenario|search|publish|shell|pages|scorm)/',
  ].join('|'),
  'src/pages': [allBut('\\.', 'astro:content$'), '/(tracking|search|publish|shell|scorm)/'].join(
    '|',
  ),
  scorm: [
    allBut('\\.', 'node:', 'esbuild$', 'jsdom$', 'scorm-again$', 'yaml$'),
    '/src/(?!course/)',
  ].join('|'),
  // Files in, files out: what is packaged is made without a disk or a clock.
  'scorm/manifest': [allBut('\\.'), '/src/(?!course/)'].join('|'),
  'scorm/package': [allBut('\\.', 'parse5$', 'fflate$'), '/src/(?!course/|search/)'].join('|'),
  'scorm/shell': [allBut('\\.'), '/src/(?!course/|shell/course-data\\.ts$)'].join('|'),
};

const boundaries = Object.entries(forbidden).map(([room, regex]) => ({
  files: [`${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex, message: `${room} may not import this (docs/architecture.md).` }] },
    ],
  },
}));

/** Rooms that know neither the page nor the machine they run on: it is given to them. */
const anywhere = {
  files: ['course', 'scenario', 'tracking', 'search'].map((room) => `src/${room}/**`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['window', 'document', 'location', 'history', 'navigator', 'fetch', 'process'],
      ...['localStorage', 'sessionStorage', 'setTimeout', 'requestAnimationFrame'],
    ],
  },
};

export default defineConfig([
  globalIgnores(['dist/', '.astro/', 'node_modules/', 'test-results/', 'tests/fixtures/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  { files: ['**/*.astro/*.ts', '**/*.astro'], extends: [tseslint.configs.disableTypeChecked] },
  ...boundaries,
  anywhere,
]);
