import type { Worker } from 'node:worker_threads';
import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageContents } from '../../../scorm/package/contents.ts';
import { zipPackage } from '../../../scorm/package/zip-package.ts';
import { portOf } from '../../../scorm/preview/listening.ts';
import { startPreview } from '../../../scorm/preview/preview.ts';
import { tinyParts } from '../../fixtures/dist-tiny/files.ts';
import { foreignManifest, foreignPackage, foreignPage } from './foreign-package.ts';

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

/** Address of the origin at which a package is played. */
const originOf = async (query = `package=${tiny}`) =>
  new URL('./', (await get(`lms?${query}`)).url).href;
const post = (address: string, body?: unknown) =>
  fetch(address, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) });
interface Launch {
  launches: number;
  elements: Record<string, string>;
  address: string;
  place: string;
  problems: string[];
}
const launch = async (wishes = '', query = `package=${tiny}`) => {
  const origin = await originOf(query);
  const response = await post(`${origin}attempt?${query}&launch${wishes}`);
  return { origin, ...((await response.json()) as Launch) };
};
const courseAddress = async (wishes = '') => {
  const { origin, address } = await launch(wishes);
  return origin + address.replace(/index\.html$/, '');
};
const upload = async (zip: Uint8Array, name = 'a.zip') =>
  fetch(`${preview.url}package?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: Buffer.from(zip),
  });

test('the packages of the folder can be chosen', async () => {
  expect(await (await get('')).text()).toContain(`href="lms?package=${tiny}"`);
});

test("P36: the course is served under `default-src 'self'` and its own types", async () => {
  const response = await fetch(`${await courseAddress('&strict')}en/index.html`);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('P33: every opening of a package has a deep address of its own', async () => {
  const [first, second] = [await courseAddress(), await courseAddress()];
  expect(first).not.toBe(second);
  expect(first.split('/').length).toBeGreaterThan(4);
});

test('a missing file gives 404, and nothing above the package is accessible', async () => {
  const address = await courseAddress();
  expect((await fetch(`${address}gone.html`)).status).toBe(404);
  expect((await fetch(`${address}..%2f..%2f..%2fpackage.json`)).status).toBe(404);
});

test('committed data are restored at the next launch, even after a restart', async () => {
  const elements = { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'abc' };
  const origin = await originOf();
  await fetch(`${origin}${attempt}`, { method: 'DELETE' });
  await launch();
  expect((await post(`${origin}${attempt}&ended`, elements)).status).toBe(204);
  await preview.close();
  preview = await startPreview(options);
  expect(await launch()).toMatchObject({
    launches: 2,
    elements: { 'cmi.core.entry': 'resume', 'cmi.suspend_data': 'abc' },
  });
});

test('a reset forgets the attempt', async () => {
  const origin = await originOf();
  await fetch(origin + attempt, { method: 'DELETE' });
  expect(await (await fetch(origin + attempt)).json()).toEqual({ launches: 0, elements: {} });
});

test('an uploaded package can be opened', async () => {
  const body = Buffer.from(zipPackage(packageContents(tinyParts('scorm2004'))));
  const response = await fetch(`${preview.url}package?name=my%20course.zip`, {
    method: 'POST',
    body,
  });
  const { location } = (await response.json()) as { location: string };
  expect(location).toMatch(/^lms\?upload=/);
  expect(await (await get(location)).text()).toContain('data-standard="scorm2004"');
});

test('a rejected upload is reported with a reason and a suggestion', async () => {
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

test('a missing package is reported as missing', async () => {
  expect((await get('lms?package=..%2fpackage.json')).status).toBe(404);
});

test('pages of other sites cannot reach it, neither by its address nor by a name of theirs', async () => {
  const foreign = { method: 'POST', headers: { origin: 'https://example.org' }, body: '{}' };
  expect((await fetch((await originOf()) + attempt, foreign)).status).toBe(403);
  expect((await fetch(`${preview.url}package?name=a`, foreign)).status).toBe(403);
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

test('an upload has a name of its own, and never hides what was built', async () => {
  const body = zipPackage(packageContents(tinyParts('scorm2004')));
  await upload(body, tiny);
  expect(await (await get(`lms?package=${tiny}`)).text()).toContain('data-standard="scorm12"');
});

test('a file name with control characters is shown with their symbols', async () => {
  const response = await upload(foreignPackage(), 'a\u0007\ufffe.zip');
  const { location } = (await response.json()) as { location: string };
  expect(await (await get(location)).text()).toContain('a\u2407\ufffd.zip');
});

test('each package has an origin of its own, and is led away from that of another', async () => {
  const { location } = (await (
    await upload(zipPackage(packageContents(tinyParts('scorm2004'))))
  ).json()) as { location: string };
  const other = location.replace('lms?', '');
  const [first, second] = [await originOf(), await originOf(other)];
  expect(first).not.toBe(second);
  expect(new URL((await fetch(`${first}lms?${other}`)).url).origin).toBe(new URL(second).origin);
  const reached = await fetch(`${first}attempt?${other}`, { redirect: 'manual' });
  expect(reached.status).toBe(303);
  const forged = { method: 'DELETE', headers: { origin: new URL(second).origin } };
  expect((await fetch(first + attempt, forged)).status).toBe(403);
});

test('without the strict policy a course is served as platforms serve it', async () => {
  const response = await fetch(`${await courseAddress()}en/index.html`);
  expect(response.headers.get('content-security-policy')).toBeNull();
});

test('the strict policy is on for packages of this project, and off for others', async () => {
  const strict = /id="strict"\s+checked/;
  expect(await (await get(`lms?package=${tiny}`)).text()).toMatch(strict);
  const { location } = (await (await upload(foreignPackage())).json()) as { location: string };
  expect(await (await get(location)).text()).not.toMatch(strict);
});

test('what the course asks for in vain, and what the policy stopped, is told', async () => {
  const { origin, address, place } = await launch('&strict');
  const root = address.replace(/index\.html$/, '');
  await fetch(`${origin}${root}gone.png`);
  const policy = (await fetch(`${origin}${root}index.html`)).headers.get('content-security-policy');
  const reportTo = /report-uri \/(\S+)/.exec(policy ?? '')?.[1] ?? '';
  await post(origin + reportTo, {
    'csp-report': { 'effective-directive': 'script-src-elem', 'blocked-uri': 'inline' },
  });
  const { problems } = (await (await fetch(`${origin}preview-problems?place=${place}`)).json()) as {
    problems: string[];
  };
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('"gone.png"');
  expect(problems[1]).toContain('script-src-elem: inline');
});

test('an attempt that cannot be written is refused, and reported at the launch', async () => {
  await preview.close();
  writeFileSync(join(folder, 'a-file'), '');
  preview = await startPreview({ ...options, attempts: join(folder, 'a-file') });
  const { origin, problems } = await launch();
  expect(problems).toHaveLength(2);
  const response = await post(`${origin}${attempt}`, { 'cmi.suspend_data': 'abc' });
  expect(response.status).toBe(507);
  expect(await response.text()).toContain('cannot be written');
  await preview.close();
  preview = await startPreview(options);
});

test.for<[string, string, string]>([
  ['not JSON', '{', 'is not JSON'],
  ['a text', '"str"', 'is not a data model'],
  ['a list', '["1"]', 'is not a data model'],
  ['numbers', '{"cmi.exit":1}', 'is not a data model'],
  ['null', 'null', 'is not a data model'],
])('a body that is no data model is answered with 400: %s', async ([, body, sentence]) => {
  const response = await fetch((await originOf()) + attempt, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(sentence);
});

test.for(['abc', '1e9', '-1', '101', 'NaN'])('a pass mark of "%s" is none', async (mastery) => {
  const response = await post(`${await originOf()}${attempt}&launch&mastery=${mastery}`);
  expect(response.status).toBe(400);
});

test.for(['%E0%A4%A', '%', '%zz', 'course/%E0%A4%A'])(
  'an address that is none is answered with 400 and one sentence: %s',
  async (path) => {
    for (const origin of [preview.url, await originOf(), await courseAddress()]) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/^[^\n]*\.$/);
    }
  },
);

test('an address with two slashes is answered', async () => {
  expect((await get('/')).status).toBe(404);
});

test('a launch is counted only on request, never by reading the attempt', async () => {
  const { launches } = await launch();
  await get(`attempt?package=${tiny}&launch`);
  await fetch(`${await originOf()}${attempt}&launch`);
  expect((await launch()).launches).toBe(launches + 1);
});

test('the preview answers while it reads an upload, however awkward', async () => {
  const depth = 90;
  const nested = `${'<a>'.repeat(depth)}${'x'.repeat(3e6)}${'</a>'.repeat(depth)}`;
  const zip = zipSync({
    'imsmanifest.xml': strToU8(
      foreignManifest().replace('</organization>', `${nested}</organization>`),
    ),
    'index.html': strToU8(foreignPage),
    'big.bin': new Uint8Array(24 * 2 ** 20),
  });
  const reading = new Set<Worker>();
  process.once('worker', (worker: Worker) => {
    reading.add(worker);
    worker.once('message', () => reading.delete(worker));
  });
  let isDone = false;
  const uploading = upload(zip).finally(() => (isDone = true));
  let answered = 0;
  while (!isDone) {
    const wasReading = reading.size > 0;
    await (await get('favicon.ico')).text();
    if (wasReading && reading.size > 0) answered++;
  }
  expect((await uploading).status).toBe(200);
  expect(answered).toBeGreaterThan(0);
});

test('a port in use and an invalid port are each reported in one sentence', async () => {
  const port = Number(new URL(preview.url).port);
  await expect(startPreview({ ...options, port })).rejects.toThrow(
    `Port ${port} is in use, perhaps by a preview that is still running. Stop the other program, or give another port, such as --port`,
  );
  for (const text of ['abc', '', '-1', '70000', '4600x', '1e3'])
    expect(() => portOf(text)).toThrow(`"${text}" is not a port.`);
  expect(portOf('4700')).toBe(4700);
});
