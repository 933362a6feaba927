import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Imports whose path is a pattern, in scripts and stylesheets: every file that fits is taken in, by name. So a
 * folder of a family (a kind of question) becomes part of a page without a list of such folders. A file fits when
 * its name has as many dots as the pattern's, so `*.css` leaves `Page.print.css` to `*.print.css`.
 */
export const globImports: Plugin = {
  name: 'glob-imports',
  setup(build) {
    build.onResolve({ filter: /[*{]/ }, ({ path, resolveDir, kind }) => ({
      path: join(resolveDir, path).replaceAll('\\', '/'),
      namespace: 'glob',
      pluginData: kind === 'import-rule' ? 'css' : 'ts',
    }));
    build.onLoad({ filter: /.*/, namespace: 'glob' }, ({ path: pattern, pluginData }) => {
      const files = globSync(pattern).filter((file) => dots(file) === dots(pattern));
      if (files.length === 0) return { errors: [{ text: `No file matches ${pattern}` }] };
      const rule = pluginData === 'css' ? '@import' : 'import';
      return {
        contents: files
          .toSorted()
          .map((file) => `${rule} ${JSON.stringify(file.replaceAll('\\', '/'))};\n`)
          .join(''),
        loader: pluginData as 'css' | 'ts',
        resolveDir: process.cwd(),
      };
    });
  },
};

const dots = (path: string) => basename(path).split('.').length;
