import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import type { ServedPackage } from './read-package.ts';

/** Serves a file of a package. @returns whether it has the file */
export type ServeFile = (
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
) => boolean;

/** The file server of a package; sirv handles ranges, entity tags and brotli copies. */
export function fileServer({ folder, files }: ServedPackage): ServeFile {
  const serve = sirv(folder, { dev: true, etag: true, brotli: true, extensions: [] });
  return (request, response, name) => {
    const file = files.get(name);
    if (!file) return false;
    request.url = `/${file.stored}`;
    response.setHeader('content-type', file.type);
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    const range = soundRange(request.headers.range, file.bytes);
    if (range === undefined) delete request.headers.range;
    else request.headers.range = range;
    const wantsBrotli = range === undefined && acceptsBrotli(request.headers['accept-encoding']);
    request.headers['accept-encoding'] = wantsBrotli ? 'br' : '';
    endsWithItsAnswer(response);
    serve(request, response);
    return true;
  };
}

/**
 * The range header for sirv; undefined if the whole file is to be sent, as for a malformed range or several
 * ranges (RFC 9110, section 14.2).
 */
function soundRange(range: string | undefined, bytes: number): string | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && Number(last) === 0) return undefined;
  if (first === '') return `bytes=${Math.max(0, bytes - Number(last))}-${bytes - 1}`;
  if (last === '') return `bytes=${first}-`;
  // sirv treats an end of 0 as a missing end.
  if (last === '0' || Number(first) > Number(last)) return undefined;
  return `bytes=${first}-${last}`;
}

/** Whether a client accepts brotli (RFC 9110, section 12.5.3); a weight of 0 means it does not. */
const acceptsBrotli = (header: string | string[] | undefined): boolean =>
  /(?:^|[\s,])br\s*(?:$|,|;\s*q=(?!0(?:\.0*)?\s*(?:$|,)))/i.test(String(header ?? ''));

/** Closes the file when its response ends, even if the browser aborted it or the file was deleted. */
function endsWithItsAnswer(response: ServerResponse) {
  response.once('pipe', (file: Readable) => {
    file.once('error', () => response.destroy());
    response.once('close', () => file.destroy());
  });
}
