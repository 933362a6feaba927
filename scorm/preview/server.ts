import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { Attempts } from './attempts.ts';
import { contentType, isText } from './content-type.ts';
import { elementsAtLaunch, keptAfter, type LaunchWishes } from './launch.ts';
import type { Elements } from '../standards/standard.ts';
import type { Sco } from './manifest.ts';
import type { OpenedPackage } from './opened-package.ts';
import {
  choosePage,
  lmsPage,
  missingPage,
  rejectionPage,
  rejectionWords,
  type PageWords,
} from './pages.ts';
import { RejectedPackage } from './rejection.ts';
import type { PackageStore } from './package-store.ts';
import { limits } from './unpack.ts';

/** What the preview serves from. */
export interface PreviewParts {
  readonly words: PageWords;
  readonly packages: PackageStore;
  readonly attempts: Attempts;
  /** Scripts and style sheet of the preview's own pages, by name. */
  readonly assets: ReadonlyMap<string, string>;
}

/** What a course must be content with: its own files and nothing else (P36). */
const coursePolicy = "default-src 'self'; base-uri 'none'; form-action 'self'";
const ownPolicy = `${coursePolicy}; frame-ancestors 'none'`;

/** Answers the requests to the preview LMS. */
export function previewListener(parts: PreviewParts): RequestListener {
  // Each opening of a package gets a place of its own, deep and never the same (P33).
  const places = new Map<string, OpenedPackage>();
  const placeOf = (opened: OpenedPackage) => {
    const place = `course/${randomBytes(9).toString('hex')}/mod/content/1/`;
    places.set(place, opened);
    return place;
  };
  return (request, response) => {
    answer(request, response, parts, { places, placeOf }).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain; charset=utf-8', String(error));
    });
  };
}

interface Places {
  readonly places: ReadonlyMap<string, OpenedPackage>;
  readonly placeOf: (opened: OpenedPackage) => string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: PreviewParts,
  where: Places,
) {
  const { words, packages, assets } = parts;
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathname.slice(1);
  if (!isOurs(request)) return send(response, 403, 'text/plain; charset=utf-8', '');

  const page = (html: string, status = 200) =>
    send(response, status, 'text/html; charset=utf-8', html, ownPolicy);
  const asset = assets.get(path);
  if (asset !== undefined) return send(response, 200, contentType(path), asset, ownPolicy);
  if (path.startsWith('course/')) return serveCourse(request, response, path, where);
  if (path === '') return page(choosePage(words, packages.list()));
  if (path === 'favicon.ico') return send(response, 204);
  if (path === 'wait') {
    await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
    return send(response, 204);
  }
  if (path === 'package' && request.method === 'POST')
    return upload(request, response, parts, query.get('name') ?? '');

  const name = query.get('package') ?? '';
  try {
    const opened = packages.open(name);
    const sco = opened?.scos[Number(query.get('sco') ?? 0)];
    if (!opened || !sco) return page(missingPage(words, opened ? 'not-found' : 'no-package'), 404);
    if (path === 'attempt')
      return await serveAttempt(request, response, parts, keyOf(opened, sco), {
        opened,
        sco,
        query,
      });
    if (path !== 'lms') return page(missingPage(words, 'not-found'), 404);
    const launch = `${where.placeOf(opened)}${encodeURI(sco.launch)}${sco.parameters}`;
    const self = new URLSearchParams({ package: name, sco: query.get('sco') ?? '0' }).toString();
    return page(
      lmsPage(words, opened, name, { standard: opened.standard.id, query: self, launch }),
    );
  } catch (error) {
    if (error instanceof RejectedPackage) return page(rejectionPage(words, name, error), 422);
    throw error;
  }
}

const slowMilliseconds = 3000;

const keyOf = ({ standard, id }: OpenedPackage, sco: Sco) => [standard.id, id, sco.id].join('\n');

/**
 * Whether a request comes from this machine's browser and the preview's own pages: a page of some
 * other site must not reach it, neither under its address nor under a name that was pointed at it.
 */
function isOurs({ headers, method }: IncomingMessage) {
  const host = headers.host ?? '';
  const isLocal = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
  const sameOrigin = headers.origin === undefined || headers.origin === `http://${host}`;
  return isLocal && (sameOrigin || method === 'GET');
}

function serveCourse(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { places }: Places,
) {
  const [place, opened] = [...places].find(([each]) => path.startsWith(each)) ?? [];
  const bytes = place && opened?.files.get(decodeURIComponent(path.slice(place.length)));
  if (!bytes) return send(response, 404, 'text/plain; charset=utf-8', '', coursePolicy);
  const type = contentType(path);
  if (!isText(type) || !/\bbr\b/.test(String(request.headers['accept-encoding'])))
    return send(response, 200, type, bytes, coursePolicy);
  response.setHeader('content-encoding', 'br');
  send(response, 200, type, brotliCompressSync(bytes), coursePolicy);
}

async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  { words, packages }: PreviewParts,
  name: string,
) {
  const json = (status: number, body: object) =>
    send(response, status, 'application/json', JSON.stringify(body));
  try {
    packages.add(name, await bodyOf(request));
    json(200, { location: `lms?${new URLSearchParams({ package: name }).toString()}` });
  } catch (error) {
    if (!(error instanceof RejectedPackage)) throw error;
    json(422, rejectionWords(words.t, name, error));
  }
}

/**
 * The attempt at a SCO. GET: what the platform tells it at a launch, which counts as one. POST: the
 * data model as the SCO left it at a commit. DELETE: forgets it.
 */
async function serveAttempt(
  request: IncomingMessage,
  response: ServerResponse,
  { attempts }: PreviewParts,
  key: string,
  { opened, sco, query }: { opened: OpenedPackage; sco: Sco; query: URLSearchParams },
) {
  const attempt = attempts.read(key);
  if (request.method === 'DELETE') {
    attempts.forget(key);
    return send(response, 204);
  }
  if (request.method === 'POST') {
    const elements = JSON.parse(new TextDecoder().decode(await bodyOf(request))) as Elements;
    attempts.write(key, keptAfter(opened.standard.lms, attempt, elements, query.has('ended')));
    return send(response, 204);
  }
  const isLaunch = query.has('launch');
  const mastery = query.get('mastery');
  const wishes: LaunchWishes = {
    review: query.has('review'),
    ...(mastery && { masteryPercent: Number(mastery) }),
  };
  const launches = attempt.launches + (isLaunch ? 1 : 0);
  if (isLaunch)
    attempts.write(key, { ...attempt, launches, ended: wishes.review && attempt.ended });
  const elements = isLaunch
    ? elementsAtLaunch(opened.standard.lms, sco, attempt, wishes)
    : attempt.elements;
  send(response, 200, 'application/json', JSON.stringify({ launches, elements }));
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limits.bytes)
      throw new RejectedPackage('too-large', String(Math.ceil(length / 2 ** 20)));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(
  response: ServerResponse,
  status: number,
  type?: string,
  body?: string | Uint8Array,
  policy?: string,
) {
  response.statusCode = status;
  if (type) response.setHeader('content-type', type);
  if (policy) response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  response.end(body);
}
