import { readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { policyWith, strictPolicy, stylesIn } from './style-policy.ts';

/**
 * Content security policy for a page: the strict policy plus the hashes of the page's own styles. Other files get the
 * strict policy.
 */
function policyOf(root: string, path: string | undefined): string {
  try {
    return policyWith(stylesIn(readFileSync(join(root, decodeURIComponent(path ?? '')), 'utf8')));
  } catch {
    return strictPolicy;
  }
}

/** How long a prefetched page may be shown without revalidation, in seconds. */
const prefetchedFor = 300;

/**
 * Creates a server for a built site as a careful host would serve it: precompressed files, and the policy above. A file
 * that a later build has removed is answered with 404.
 * @param root folder of the site
 * @param base path under which the site is served, such as `/some/deep/path/`
 * @param policy replaces the policy that allows the styles of the requested page
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
 * Whether browsers apply the policy sent with a response. They do for documents, drawings and workers; a stylesheet or
 * script of a page falls under the policy of the page.
 */
const isPolicyRead = (url = '') => !/\/assets\/[^/]+\.(?:css|js)$/.test(url);

/** The path below the base, with `index.html` added for a folder; undefined if the URL is not below the base. */
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

/** Whether a path leads to a file inside the site, with symbolic links resolved. */
function isInside(root: string, path: string): boolean {
  try {
    const realRoot = realpathSync(root);
    return realpathSync(join(root, decodeURIComponent(path))).startsWith(realRoot);
  } catch {
    return false;
  }
}

/** Removes codings with `q=0`, which sirv treats as accepted (RFC 9110, section 12.4.2: "not acceptable"). */
function respectQuality({ headers }: IncomingMessage): void {
  const accepted = headers['accept-encoding'] ?? '';
  headers['accept-encoding'] = accepted
    .split(',')
    .filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/.test(coding))
    .join(',');
}

/** If a file disappears while it is read, only its own response ends. An aborted response closes its file. */
function endWithSource(response: ServerResponse): void {
  response.on('pipe', (source) => {
    source.on('error', () => response.destroy());
    response.on('close', () => source.destroy());
  });
}

/** A file name with a content hash always stands for the same bytes. */
const hasHash = (path: string) => /-[0-9a-f]{8}\.\w+$/.test(path);

/** Immutable files are never revalidated, so they need no validators. */
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
