import { readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyWith, strictPolicy, stylesIn } from './style-policy.ts';

/** Content security policy of a page: the strict one, with the hash of the page's own style. Other files have none. */
function policyOf(root: string, path: string | undefined): string {
  try {
    return policyWith(stylesIn(readFileSync(join(root, decodeURIComponent(path ?? '')), 'utf8')));
  } catch {
    return strictPolicy;
  }
}

/** A page that was asked for before it was wanted may be shown for so long without asking again, in seconds. */
const prefetchedFor = 300;

/**
 * Serves a built site on this machine as a careful host would: the files that the build compressed, the
 * policy above, and no address but the loopback's. A file that a new build has taken away is not found.
 * @param root folder of the site
 * @param base path below which it is served, such as `/some/deep/path/`
 * @param policy in place of that which allows what stands in the page that is asked for
 */
export function siteServer(root: string, base = '/', policy?: string): Server {
  const files = sirv(root, { dev: true, etag: true, brotli: true, extensions: [], setHeaders });
  return createServer((request, response) => {
    if (/^prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers['purpose'])))
      response.setHeader('cache-control', `max-age=${prefetchedFor}`);
    const path = pathBelow(base, request.url ?? '/');
    if (isPolicyRead(request.url))
      response.setHeader('content-security-policy', policy ?? policyOf(root, path));
    response.setHeader('x-content-type-options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (path === undefined || !isInside(root, path)) return notFound(root, response);
    request.url = path;
    respectQuality(request);
    endWithSource(response);
    if (hasHash(path)) leaveOutValidators(response);
    files(request, response, () => notFound(root, response));
  });
}

/**
 * Whether a browser heeds the policy of an answer: that of a document, a drawing or a worker; a stylesheet and the
 * script of a page are under the policy of their page.
 */
const isPolicyRead = (url = '') => !/\/assets\/[^/]+\.(?:css|js)$/.test(url);

/** The address below the base, with the page of a folder named; undefined for what is no address there. */
function pathBelow(base: string, url: string): string | undefined {
  const path = decoded(url.split(/[?#]/)[0] ?? '');
  if (path?.startsWith(base) !== true) return undefined;
  const below = `/${path.slice(base.length)}`;
  return encodeURI(below.endsWith('/') ? `${below}index.html` : below);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Whether a path leads to a file of the site, and by no link out of it. */
function isInside(root: string, path: string): boolean {
  try {
    const realRoot = realpathSync(root);
    return realpathSync(join(root, decodeURIComponent(path))).startsWith(realRoot);
  } catch {
    return false;
  }
}

/** sirv takes `br;q=0` for a wish (RFC 9110, section 12.4.2: "not acceptable"). */
function respectQuality({ headers }: IncomingMessage): void {
  const accepted = headers['accept-encoding'] ?? '';
  headers['accept-encoding'] = accepted
    .split(',')
    .filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/.test(coding))
    .join(',');
}

/** A file that vanishes while it is read ends its answer only; an answer that is broken off closes its file. */
function endWithSource(response: ServerResponse): void {
  response.on('pipe', (source) => {
    source.on('error', () => response.destroy());
    response.on('close', () => source.destroy());
  });
}

/** A name that carries a hash of its bytes never changes what it stands for. */
const hasHash = (path: string) => /-[0-9a-f]{8}\.\w+$/.test(path);

/** Files cached for good are never requested again, so they need no validator. */
function leaveOutValidators(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((code: number, headers?: Record<string, string>) => {
    const kept = { ...headers };
    delete kept['ETag'];
    delete kept['Last-Modified'];
    return writeHead(code, kept);
  }) as typeof response.writeHead;
}

function setHeaders(response: ServerResponse, path: string): void {
  if (hasHash(path)) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
}

function notFound(root: string, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  try {
    response.end(readFileSync(join(root, '404.html')));
  } catch {
    response.end();
  }
}
