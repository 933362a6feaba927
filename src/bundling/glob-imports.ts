import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'esbuild';

interface Pattern {
  readonly pattern: string;
  readonly loader: 'css' | 'ts';
}

/**
 * Resolves imports whose path is a pattern, in scripts and stylesheets, to all matching files in order of name. A new
 * folder of a family (a kind of question) thus becomes part of a page without being listed. A file matches only if its
 * name has as many dots as the pattern, so `*.css` leaves `Page.print.css` to `*.print.css`.
 */
export const globImports: Plugin = {
  name: 'glob-imports',
  setup(build) {
    build.onResolve({ filter: /[*{]/ }, ({ path, resolveDir, kind }) => {
      const pattern = join(resolveDir, path).replaceAll('\\', '/');
      return {
        // An unminified bundle repeats the path in a comment, which an asterisk before a slash would end.
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
