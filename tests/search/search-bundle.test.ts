import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { addPart, openIndex } from '../../src/search/open-index.ts';
import type { search } from '../../src/search/query.ts';
import { bundleScript } from '../../src/bundling/bundle.ts';
import { encode } from '../../src/search/index-file.ts';
import { partName } from '../../src/search/parts.ts';
import { answerOf, loadedIndex, sections } from '../fixtures/search/loaded.ts';

const bundle = async (contents: string) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/../../src/search`, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    target: ['chrome109', 'firefox115', 'safari15.6'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
};

describe('the script of the search page', () => {
  const files = encode(sections, 'en');

  test('finds in a page what it finds in Node', async () => {
    const script = await bundle(
      "export { addPart, openIndex } from './open-index.ts'; export { search } from './query.ts';",
    );
    const { bundle: core } = runInNewContext(`${script}; globalThis`, {}) as {
      bundle: { openIndex: typeof openIndex; search: typeof search; addPart: typeof addPart };
    };
    const { [partName.head]: head, ...parts } = Object.fromEntries(files);
    const index = core.openIndex(head as never);
    for (const [name, part] of Object.entries(parts)) core.addPart(index, name, part);
    for (const query of ['naloxone', 'police warn', 'naloxne', 'title:x~2 *', 'drug court', 'the'])
      expect(JSON.stringify(core.search(index, query))).toBe(
        JSON.stringify(answerOf(loadedIndex(files), query)),
      );
  });

  test("weighs at most 13.5 kB as it is served, with all of lunr, its stemmer and the way to the reader's tools", async () => {
    const script = await bundleScript('src/search/page/search.entry.ts');
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(13_500);
  });

  test('calls nothing that a page on a disk or behind a strict policy may not call (P34, P36)', async () => {
    const script = await bundle("import './page/search.entry.ts';");
    expect(script).not.toMatch(
      /\bfetch\(|XMLHttpRequest|new Worker|import\(|\beval\(|new Function/,
    );
  });
});
