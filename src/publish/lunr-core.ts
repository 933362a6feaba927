import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

/** Where a part that we leave out starts and ends in lunr's source, which 2.3.9 fixed for good. */
const unused: readonly RegExp[] = [
  // The query language; `search/query.ts` builds its queries itself.
  /^lunr\.QueryParseError = function[\s\S]*?(?=^ {2}\/\*\*\n {3}\* export the module|^;\(function \(root, factory\))/m,
  /^lunr\.Index\.prototype\.search = function[\s\S]*?^}$/m,
  // lunr's own file format; ours is a third of its size.
  /^lunr\.Index\.prototype\.toJSON = function[\s\S]*?^}$/m,
  /^lunr\.Index\.load = function[\s\S]*?^}$/m,
  // Edit distances; `search/nearest.ts` also reads words that are misspelt and unfinished.
  /^lunr\.TokenSet\.fromFuzzyString = function[\s\S]*?^}$/m,
];

/**
 * lunr's source without what the search page never calls: 1.7 kB of 30 on the wire.
 * @throws Error when a part is not where it was, after a change of lunr's version
 */
export const lunrCore = (source: string): string =>
  unused.reduce((rest, part) => {
    if (!part.test(rest)) throw new Error(`lunr has no part like ${part.source}`);
    return rest.replace(part, '');
  }, source);

/** Bundles lunr's core in place of lunr. */
export const lunrCorePlugin: Plugin = {
  name: 'lunr-core',
  setup(build) {
    build.onLoad({ filter: /[\\/]lunr[\\/]lunr\.js$/ }, async ({ path }) => ({
      contents: lunrCore(await readFile(path, 'utf8')),
    }));
  },
};
