import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

/** Functions of lunr 2.3.9 that the search page never calls. */
const functions = [
  // Its query language: `search/query.ts` builds queries itself.
  'Index.prototype.search',
  // Its file format: ours is a third of the size.
  'Index.prototype.toJSON',
  'Index.load',
  'Vector.prototype.toArray',
  // Its making of terms: `search/segments.ts` does that for every language.
  'Builder.prototype.add',
  'Builder.prototype.use',
  'Builder.prototype.ref',
  'Pipeline.load',
  'Pipeline.prototype.run',
  'Pipeline.prototype.runString',
  'Pipeline.prototype.toJSON',
  'Pipeline.prototype.before',
  'Pipeline.prototype.remove',
  'Pipeline.warnIfFunctionNotRegistered',
].map((name) => new RegExp(`^lunr\\.${name.replaceAll('.', '\\.')} = function[^]*?^}$`, 'm'));

/** Parts that are more than one function. */
const passages = [
  // From the query parser's first line to where the module is handed out, at the end of the source.
  /^lunr\.QueryParseError = function[^]*?(?=^ {2}\/\*\*\n {3}\* export the module)/m,
  /^lunr\.tokenizer = function[^]*?^lunr\.tokenizer\.separator = .*$/m,
];

// Its wildcards and edit distances: `search/query.ts` asks for whole terms, and only for such as the
// index has. This finds them, and is all that is called of it.
const tokenSet = /^lunr\.TokenSet = function[^]*?(?=^\/\*!\n \* lunr\.Index$)/m;
const wholeTerms = `lunr.TokenSet = {
  fromArray: () => ({ intersect: (clause) => clause }),
  fromClause: ({ term }) => ({ toArray: () => [term] }),
};
`;

/**
 * lunr's source without what the search page never calls: 3 kB of 30 on the wire.
 * @throws Error when a part is not where it was, after a change of lunr's version
 */
export const lunrCore = (source: string): string =>
  [tokenSet, ...passages, ...functions].reduce((rest, part) => {
    if (!part.test(rest)) throw new Error(`lunr has no part like ${part.source}`);
    return rest.replace(part, part === tokenSet ? wholeTerms : '');
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
