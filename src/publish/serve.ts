import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};

/** What the site must be content with; every page is served under it (P36). */
export const contentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'";

/**
 * Serves a built site on this machine as a careful host would: brotli, the policy above, and no
 * address but the loopback's.
 * @param root folder of the site
 * @param base path below which it is served, such as `/some/deep/path/`
 */
export function siteServer(root: string, base = '/'): Server {
  return createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    const inside = path?.startsWith(base) ? path.slice(base.length) : undefined;
    const wanted = inside === undefined ? undefined : normalize(join(root, inside));
    let file =
      wanted?.startsWith(normalize(root + sep)) || wanted === normalize(root) ? wanted : undefined;
    if (file !== undefined && existsSync(file) && statSync(file).isDirectory())
      file = path?.endsWith('/') ? join(file, 'index.html') : undefined;
    response.setHeader('content-security-policy', contentSecurityPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
    if (file === undefined || !existsSync(file)) {
      const missing = join(root, '404.html');
      response.writeHead(404, { 'content-type': types['.html'] });
      response.end(existsSync(missing) ? readFileSync(missing) : '');
      return;
    }
    const type = types[extname(file)];
    response.setHeader('content-type', type ?? 'application/octet-stream');
    // A name that carries a hash of its bytes never changes what it stands for.
    if (/-[0-9a-f]{8}\.\w+$/.test(file))
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    if (/\bbr\b/.test(String(request.headers['accept-encoding'])) && type?.includes('utf-8')) {
      response.setHeader('content-encoding', 'br');
      response.end(compressed(file));
    } else createReadStream(file).pipe(response);
  });
}

/** The path that a request asks for; undefined where it is none, such as `/%`. */
function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

const cache = new Map<string, { time: number; bytes: Buffer }>();

function compressed(file: string): Buffer {
  const time = statSync(file).mtimeMs;
  const known = cache.get(file);
  if (known?.time === time) return known.bytes;
  const bytes = brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  cache.set(file, { time, bytes });
  return bytes;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4400' },
      root: { type: 'string', default: 'dist/site' },
    },
  });
  siteServer(values.root).listen(Number(values.port), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${values.port}/`);
  });
}
