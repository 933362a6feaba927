import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { siteServer } from '../../src/publish/serve.ts';

const server = siteServer('tests/fixtures/dist-tiny/site', '/deep/');

afterEach(() => void server.close());

/** Status of the answer to a request line, which is sent as it stands. */
const statusOf = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the server of the site answers what is no address, and what leads out of it, with 404', async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const paths = ['/%', '//', '/deep/%E0%A4%A', '/deep/../../files.ts', '/deep/%2e%2e%2fcourse.ts'];
  expect(await Promise.all(paths.map(statusOf))).toEqual(paths.map(() => 404));
  expect(await statusOf('/deep/en/glossary.html')).toBe(200);
});
