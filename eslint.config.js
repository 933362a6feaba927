import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Each room of the house, and what it must not import (docs/architecture.md). */
const forbidden = {
  'src/course': [
    'astro*',
    'xstate*',
    'lunr',
    'node:*',
    'yaml',
    'satteri',
    '**/tracking/*',
    '**/scenario/*',
    '**/components/*',
    '**/search/*',
    '**/authoring/*',
    '**/publish/*',
  ],
  'src/scenario': [
    'astro*',
    'lunr',
    'node:*',
    'yaml',
    'zod',
    '**/tracking/*',
    '**/components/*',
    '**/search/*',
    '**/authoring/*',
    '**/publish/*',
  ],
  'src/tracking': [
    'astro*',
    'xstate*',
    'lunr',
    'node:*',
    'zod',
    '**/scenario/*',
    '**/components/*',
    '**/search/*',
    '**/authoring/*',
    '**/publish/*',
  ],
  'src/shell': [
    'astro*',
    'xstate*',
    'lunr',
    'node:*',
    'zod',
    '**/scenario/*',
    '**/components/*',
    '**/search/*',
    '**/authoring/*',
    '**/publish/*',
  ],
  'src/search': [
    'astro*',
    'xstate*',
    'node:*',
    'zod',
    '**/tracking/*',
    '**/scenario/*',
    '**/components/*',
    '**/authoring/*',
    '**/publish/*',
  ],
  'src/authoring': ['astro*', '**/tracking/*', '**/components/*', '**/search/*', '**/publish/*'],
  'src/components': [
    'xstate*',
    'node:*',
    '**/tracking/scorm*',
    '**/tracking/cmi5*',
    '**/shell/*',
    '**/publish/*',
  ],
  scorm: [
    'astro*',
    'xstate*',
    'lunr',
    '**/src/tracking/*',
    '**/src/components/*',
    '**/src/shell/*.entry*',
    '**/src/authoring/*',
    '**/src/publish/*',
  ],
};

const boundaries = Object.entries(forbidden).map(([room, group]) => ({
  files: [`${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group, message: `${room} may not import this (docs/architecture.md).` }] },
    ],
  },
}));

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
]);
