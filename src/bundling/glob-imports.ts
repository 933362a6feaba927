import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

interface Pattern {
  readonly pattern: string;
  readonly loader: 'css' | 'ts';
}

/**
 * Imports whose path is a pattern, in scripts and stylesheets: every file that fits is taken in, by name. So a
 * folder of a family (a kind of question) becomes part of a page without a list of such folders. A file fits when
 * its name has as many dots as the pattern's, so `*.css` leaves `Page.print.css` to `*.print.css`.
 */
export const globImports: Plugin = {
  name: 'glob-imports',
  setup(build) {
    build.onResolve({ filter: /[*{]/ }, ({ path, resolveDir, kind }) => {
      const pattern = join(resolveDir, path).replaceAll('\\', '/');
      return {
        // It stands in a comment of a bundle that is not minified, which an asterisk before a slash would end.
        path: pattern.replaceAll('*', '%2A'),
        namespace: 'glob',
        pluginData: { pattern, loader: kind === 'import-rule' ? 'css' : 'ts' } satisfies Pattern,
      };
    });
    build.onLoad({ filter: /.*/, namespace: 'glob' }, ({ pluginData }) => {
      const { pattern, loader } = pluginData as Pattern;
      const files = globSync(pattern).filter((file) => dots(file) === dots(pattern));
      if (files.length === 0) return { errors: [{ text: `No file matches ${pattern}` }] };
      const rule = loader === 'css' ? '@import' : 'import';
      return {
        contents: files
          .toSorted()
          .map((file) => `${rule} ${JSON.stringify(file.replaceAll('\\', '/'))};\n`)
          .join(''),
        loader,
        resolveDir: process.cwd(),
      };
    });
  },
};

const dots = (path: string) => basename(path).split('.').length;
