import { zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageContents } from '../../../scorm/package/contents.ts';
import { zipPackage } from '../../../scorm/package/zip-package.ts';
import { startPreview } from '../../../scorm/preview/preview.ts';
import { tinyParts } from '../../fixtures/dist-tiny/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
const tiny = 'ati-course-en-scorm12.zip';
const attempt = `attempt?package=${tiny}`;
let preview: Awaited<ReturnType<typeof startPreview>>;

const options = { port: 0, packages: folder, attempts: join(folder, 'attempts') };
const get = (path: string) => fetch(preview.url + path);

beforeAll(async () => {
  writeFileSync(join(folder, tiny), zipPackage(packageContents(tinyParts('scorm12'))));
  preview = await startPreview(options);
});
afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

const courseAddress = async () =>
  /data-course="([^"]*)index\.html"/.exec(await (await get(`lms?package=${tiny}`)).text())?.[1] ??
  '';

test('the packages of the folder can be chosen', async () => {
  expect(await (await get('')).text()).toContain(`href="lms?package=${tiny}"`);
});

test("P36: the course is served under `default-src 'self'` and its own types", async () => {
  const response = await get(`${await courseAddress()}en/index.html`);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('P33: every opening of a package has a deep address of its own', async () => {
  const [first, second] = [await courseAddress(), await courseAddress()];
  expect(first).not.toBe(second);
  expect(first.split('/').length).toBeGreaterThan(4);
});

test('what the package does not have is not found, and nothing above it can be reached', async () => {
  const address = await courseAddress();
  expect((await get(`${address}gone.html`)).status).toBe(404);
  expect((await get(`${address}..%2f..%2f..%2fpackage.json`)).status).toBe(404);
});

test('what was committed comes back at the next launch, also after a restart', async () => {
  const elements = { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'abc' };
  await get(`${attempt}&launch`);
  await fetch(`${preview.url}${attempt}&ended`, { method: 'POST', body: JSON.stringify(elements) });
  await preview.close();
  preview = await startPreview(options);
  expect(await (await get(`${attempt}&launch`)).json()).toMatchObject({
    launches: 2,
    elements: { 'cmi.core.entry': 'resume', 'cmi.suspend_data': 'abc' },
  });
});

test('a reset forgets the attempt', async () => {
  await fetch(preview.url + attempt, { method: 'DELETE' });
  expect(await (await get(attempt)).json()).toEqual({ launches: 0, elements: {} });
});

test('an uploaded package can be opened', async () => {
  const body = Buffer.from(zipPackage(packageContents(tinyParts('scorm2004'))));
  const response = await fetch(`${preview.url}package?name=my%20course.zip`, {
    method: 'POST',
    body,
  });
  const { location } = (await response.json()) as { location: string };
  expect(await (await get(location)).text()).toContain('data-standard="scorm2004"');
});

test('a refused upload is told with a reason and a suggestion', async () => {
  const body = Buffer.from(zipSync({ 'course/imsmanifest.xml': new Uint8Array() }));
  const response = await fetch(`${preview.url}package?name=a.zip`, { method: 'POST', body });
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    title: 'a.zip was not opened',
    reason:
      'The manifest lies in a folder ("course/imsmanifest.xml") instead of at the top of the zip file.',
    suggestion:
      'This happens when an unpacked package is zipped again with its folder. Zip what is in the folder, not the folder.',
  });
});

test('a package in the folder that cannot be opened says why', async () => {
  writeFileSync(join(folder, 'broken.zip'), 'no zip');
  const response = await get('lms?package=broken.zip');
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('The file is not a zip file.');
});

test('a package that is not there is said to be missing', async () => {
  expect((await get('lms?package=..%2fpackage.json')).status).toBe(404);
});

test('pages of other sites cannot reach it, neither by its address nor by a name of theirs', async () => {
  const foreign = { method: 'POST', headers: { origin: 'https://example.org' }, body: '{}' };
  expect((await fetch(preview.url + attempt, foreign)).status).toBe(403);
  const status = await new Promise((resolve, reject) => {
    request(preview.url, { headers: { host: 'example.org' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
