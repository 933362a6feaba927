import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPreview } from '../../../scorm/preview/preview.ts';
import { foreignPackage } from './foreign-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
let preview: Awaited<ReturnType<typeof startPreview>>;
/** Address of the files of a launched package, ending in a slash. */
let root: string;
const address = (name: string) => root + name;

beforeAll(async () => {
  writeFileSync(join(folder, 'a.zip'), foreignPackage());
  preview = await startPreview({ port: 0, packages: folder, attempts: join(folder, 'attempts') });
  const { url } = await fetch(`${preview.url}lms?package=a.zip`);
  const launch = await fetch(new URL('attempt?package=a.zip&launch', url), { method: 'POST' });
  const launched = (await launch.json()) as { address: string };
  root = new URL('./', new URL(launched.address, url)).href;
});
afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

test.for([
  ['s.wav', 'audio/wav'],
  ['S.MP3', 'audio/mpeg'],
  ['v.mp4', 'video/mp4'],
  ['f.woff2', 'font/woff2'],
  ['f.otf', 'font/otf'],
  ['m.wasm', 'application/wasm'],
  ['p.xhtml', 'application/xhtml+xml'],
  ['a.js', 'text/javascript; charset=utf-8'],
  ['latin.html', 'text/html'],
  ['x.unknown', 'application/octet-stream'],
  ['x.gz', 'application/gzip'],
  ['what%3F.html', 'text/html; charset=utf-8'],
  ['no%231.html', 'text/html; charset=utf-8'],
] as const)('%s has the type %s', async ([name, type]) => {
  const response = await fetch(address(name));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-encoding')).not.toBe('gzip');
});

test.for([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=4-2', 200, '0123456789', null],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
] as const)('the range %s is answered with %i', async ([range, status, body, content]) => {
  const response = await fetch(address('s.wav'), { headers: { range } });
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(body);
  expect(response.headers.get('content-range')).toBe(content);
  expect(response.headers.get('accept-ranges')).toBe('bytes');
});

test('a client that weighs brotli with 0 gets none, and one that knows the file gets 304', async () => {
  const page = address('index.html');
  const plain = await fetch(page, { headers: { 'accept-encoding': 'br;q=0' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  const packed = await fetch(page, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
  const etag = plain.headers.get('etag') ?? '';
  const again = { 'accept-encoding': 'identity', 'if-none-match': etag };
  expect((await fetch(page, { headers: again })).status).toBe(304);
});
