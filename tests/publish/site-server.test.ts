import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteServer } from '../../src/publish/serve.ts';
import { layOut } from '../fixtures/dist-tiny/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const site = join(folder, 'site');
layOut(folder);
writeFileSync(join(site, '404.html'), '<h1>Not there</h1>');
writeFileSync(join(site, 'words.txt'), 'words '.repeat(200));
writeFileSync(join(site, 'words.txt.br'), brotliCompressSync('words '.repeat(200)));
writeFileSync(join(site, 'page-0123abcd.js'), 'x');
writeFileSync(join(folder, 'secret.txt'), 'outside');
symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
const server = siteServer(site, '/deep/');

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The answer to a request line, which is sent as it stands. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

test('an invalid URL, and one that leads out of the site, is not found', async () => {
  const paths = [
    '/%',
    '//',
    '/deep/%E0%A4%A',
    '/deep/../../secret.txt',
    '/deep/%2e%2e%2fsecret.txt',
  ];
  const answers = await Promise.all(
    [...paths, '/deep/link.txt', '/else/'].map((path) => get(path)),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  expect(String(answers[0]?.body)).toBe('<h1>Not there</h1>');
  expect((await get('/deep/en/glossary.html')).status).toBe(200);
});

test('every response has the policy, and a hashed file name is cached for good', async () => {
  for (const path of ['/deep/words.txt', '/deep/gone.html'])
    expect((await get(path)).headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
      'x-content-type-options': 'nosniff',
    });
  const { headers } = await get('/deep/page-0123abcd.js');
  expect(headers['cache-control']).toContain('immutable');
  expect(headers).not.toHaveProperty('etag');
  expect((await get('/deep/words.txt')).headers['cache-control']).toBe('no-cache');
});

test('a prefetched page may be shown without another request', async () => {
  const early = await get('/deep/words.txt', { 'sec-purpose': 'prefetch' });
  expect(early.headers['cache-control']).toBe('max-age=300');
});

test('a precompressed file is sent to clients that accept it', async () => {
  const compressed = await get('/deep/words.txt', { 'accept-encoding': 'gzip, br' });
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(String(brotliDecompressSync(compressed.body))).toBe('words '.repeat(200));
  for (const accepted of ['gzip', 'br;q=0', 'br; q=0.0, gzip'])
    expect(
      (await get('/deep/words.txt', { 'accept-encoding': accepted })).headers,
    ).not.toHaveProperty('content-encoding');
});

test('an unchanged file is not sent again, and a range is sent alone', async () => {
  const { headers } = await get('/deep/words.txt');
  expect((await get('/deep/words.txt', { 'if-none-match': String(headers.etag) })).status).toBe(
    304,
  );
  const part = await get('/deep/words.txt', { range: 'bytes=0-4' });
  expect([part.status, String(part.body)]).toEqual([206, 'words']);
});

test('only reading is answered', async () => {
  expect((await get('/deep/words.txt', {}, 'HEAD')).body.length).toBe(0);
  for (const method of ['POST', 'DELETE', 'PUT'])
    expect((await get('/deep/words.txt', {}, method)).status).toBe(405);
});

test('a file removed by a build is not found, and the server continues', async () => {
  writeFileSync(join(site, 'soon.txt'), 'here');
  expect((await get('/deep/soon.txt')).status).toBe(200);
  rmSync(join(site, 'soon.txt'));
  expect((await get('/deep/soon.txt')).status).toBe(404);
  expect((await get('/deep/words.txt')).status).toBe(200);
});
