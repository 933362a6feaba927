import { createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  answered,
  requestTarget,
  htmlType,
  isOurs,
  neighbour,
  redirect,
  send,
  sendJson,
  textType,
} from './http.ts';
import { choosePage, rejectionWords } from './pages.ts';
import { ownPolicy } from './policy.ts';
import { packageOf, sendAsset, sendMissing, type PreviewParts } from './preview-parts.ts';
import type { ServedPackage } from './read-package.ts';
import { RejectedPackage } from './rejection.ts';
import { limits } from './unpack.ts';

/** The port of the origin of a package. */
export type PortOfPackage = (name: string, opened: ServedPackage) => Promise<number>;

/**
 * Serves the origin of the preview itself: packages are chosen and uploaded here, and played at their own
 * origins.
 */
export const homeServer =
  (parts: PreviewParts, portOfPackage: PortOfPackage) =>
  (request: IncomingMessage, response: ServerResponse) =>
    answered(response, async () => {
      const { path, query } = requestTarget(request);
      if (!isOurs(request)) return send(response, 403, textType, '');
      if (sendAsset(response, parts, path)) return;
      if (path === '') {
        const page = choosePage(parts.words, parts.packages.list());
        return send(response, 200, htmlType, page, ownPolicy);
      }
      if (path === 'favicon.ico') return send(response, 204);
      if (path === 'package' && request.method === 'POST')
        return upload(request, response, parts, query.get('name') ?? '');
      if (path !== 'lms') return sendMissing(response, parts, 'not-found');
      const found = await packageOf(response, parts, query);
      if (!found) return;
      const port = await portOfPackage(found.name, found.opened);
      return redirect(response, `${neighbour(request, port)}lms?${query.toString()}`);
    });

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  { words, packages }: PreviewParts,
  name: string,
) {
  const folder = packages.place();
  try {
    const zip = join(folder, 'upload.zip');
    await pipeline(request, limited(), createWriteStream(zip));
    const id = await packages.add(name, zip);
    sendJson(response, 200, { location: `lms?upload=${id}` });
  } catch (error) {
    if (!(error instanceof RejectedPackage)) throw error;
    sendJson(response, 422, rejectionWords(words.t, name, error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Streams an upload, up to the maximum size of a package. */
function limited(): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      if (length <= limits.bytes) done(null, chunk);
      else done(new RejectedPackage('too-large', String(Math.ceil(length / 2 ** 20))));
    },
  });
}
