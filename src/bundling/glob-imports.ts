import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Imports whose path has a `*`, in scripts and stylesheets: every file that fits is taken in, by name. So a
 * folder of a family (a kind of question) becomes part of a page without a list of such folders.
 */
export const globImports: Plugin = {
  name: 'glob-imports',
  setup(build) {
    build.onResolve({ filter: /\*/ }, ({ path, resolveDir, kind }) => ({
      path: join(resolveDir, path),
      namespace: 'glob',
      pluginData: kind === 'import-rule' ? 'css' : 'ts',
    }));
    build.onLoad({ filter: /.*/, namespace: 'glob' }, ({ path, pluginData }) => {
      const files = globSync(path).toSorted();
      const rule = pluginData === 'css' ? '@import' : 'import';
      return {
        contents: files.map((file) => `${rule} ${JSON.stringify(file)};\n`).join(''),
        loader: pluginData as 'css' | 'ts',
        resolveDir: process.cwd(),
      };
    });
  },
};
