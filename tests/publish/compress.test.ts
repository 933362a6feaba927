import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles } from '../../src/publish/compress.ts';

let folder = '';
let site = '';
let cache = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'));
  site = join(folder, 'site');
  cache = join(folder, 'cache', 'compressed.json');
  mkdirSync(join(site, 'en/handbook'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (words: string) => `<p>${words}</p>`.repeat(200);
const write = (path: string, text: string) => writeFileSync(join(site, path), text);
const copyOf = (path: string) =>
  brotliDecompressSync(readFileSync(join(site, `${path}.br`))).toString();

/** Compresses the site; the texts that the encoder was given, cut to their first words. */
async function encoded(): Promise<string[]> {
  const texts: string[] = [];
  await compressFiles(site, cache, (bytes) => {
    texts.push(Buffer.from(bytes).toString().slice(3, 8));
    return Promise.resolve(brotliCompressSync(bytes));
  });
  return texts.toSorted();
}

test('a text file has a copy beside it that holds the same, and a small file or a picture has none', async () => {
  write('en/page.html', page('words'));
  write('en/small.html', '<p>words</p>');
  write('en/picture.png', page('words'));
  await compressFiles(site, cache);
  expect(copyOf('en/page.html')).toBe(page('words'));
  expect(existsSync(join(site, 'en/small.html.br'))).toBe(false);
  expect(existsSync(join(site, 'en/picture.png.br'))).toBe(false);
});

test('a later build compresses only the files that have changed', async () => {
  write('en/one.html', page('first'));
  write('en/two.html', page('other'));
  expect(await encoded()).toEqual(['first', 'other']);
  write('en/one.html', page('again'));
  expect(await encoded()).toEqual(['again']);
  expect(copyOf('en/one.html')).toBe(page('again'));
  expect(copyOf('en/two.html')).toBe(page('other'));
  // The file as it was is still known.
  write('en/one.html', page('first'));
  expect(await encoded()).toEqual([]);
  expect(copyOf('en/one.html')).toBe(page('first'));
});

test('a page that is compressed quickly is not cached', async () => {
  write('en/handbook/whole.html', page('quick'));
  await encoded();
  expect(await encoded()).toEqual(['quick']);
  expect(existsSync(cache)).toBe(false);
});

test('with a damaged cache every file is compressed anew', async () => {
  write('en/page.html', page('words'));
  await encoded();
  writeFileSync(cache, readFileSync(cache, 'utf8').slice(0, -9));
  expect(await encoded()).toEqual(['words']);
  expect(copyOf('en/page.html')).toBe(page('words'));
});
