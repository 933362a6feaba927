import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { lookup } from 'mrmime';
import { FakeCmi5Lms } from '../conformance/fake-cmi5/fake-cmi5.ts';

/** The fake LMS at an address of this machine, which serves a package beside it. */
export interface Cmi5Platform {
  readonly lms: FakeCmi5Lms;
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts the fake LMS. @param files of the package, by path */
export async function startCmi5Platform(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Cmi5Platform> {
  const lms = new FakeCmi5Lms();
  lms.now = () => Date.now();
  const server = createServer((request, response) => void answer(lms, files, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  Object.assign(lms, { origin, content: `${origin}/package/index.html` });
  return {
    lms,
    origin,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  lms: FakeCmi5Lms,
  files: Readonly<Record<string, Uint8Array>>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '', lms.origin);
  const [, path] = /^\/package\/(.*)$/.exec(url.pathname) ?? [];
  if (path !== undefined) {
    const bytes = files[path];
    response.writeHead(bytes ? 200 : 404, { 'content-type': lookup(path) ?? 'text/plain' });
    response.end(bytes);
    return;
  }
  if (url.pathname === '/back') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Platform</title><h1>Back at the platform</h1>');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  try {
    const given = await lms.fetch(url.href, {
      method: request.method ?? 'GET',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      ...(body !== '' && { body }),
    });
    response.writeHead(given.status, Object.fromEntries(given.headers));
    response.end(await given.text());
  } catch {
    // A request that is lost on the way.
    response.destroy();
  }
}
