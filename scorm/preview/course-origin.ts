import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveAttempt } from './attempt-server.ts';
import { RecordStore } from './cmi5/record-store.ts';
import { returnPath, serveRecordStore, serveUnit, storePath } from './cmi5/record-store-server.ts';
import {
  answered,
  requestTarget,
  htmlType,
  isOurs,
  neighbour,
  jsonBody,
  redirect,
  send,
  sendJson,
  textType,
  type RequestTarget,
} from './http.ts';
import { LaunchPlaces } from './launch-places.ts';
import { lmsPage } from './lms-page.ts';
import { courseMissingPage, returnedPage } from './pages.ts';
import { playerPolicy, strictPolicy, violationOf } from './policy.ts';
import { packageOf, sendAsset, sendMissing, type PreviewParts } from './preview-parts.ts';
import type { ServedPackage } from './read-package.ts';

/**
 * Identity of a package: standard and manifest identifier, so that a new version keeps the attempts of the
 * previous one; without an identifier, the file.
 */
export const identityOf = (name: string, { standard, id }: ServedPackage): string =>
  [standard.id, id || `file ${name}`].join('\n');

const slowMilliseconds = 3000;

/**
 * Serves the origin of one package: the page of the platform, the attempts at this package, and the package
 * itself. SCORM needs the platform's page and the course at the same origin. Each package has its own origin,
 * so that it cannot access the attempts, storage or pages of another.
 * @param identity of the package
 * @param homePort port at which packages are chosen
 */
export function courseOrigin(parts: PreviewParts, identity: string, homePort: number) {
  const places = new LaunchPlaces();
  const store = new RecordStore(parts.attempts, identity);
  return (request: IncomingMessage, response: ServerResponse) =>
    answered(response, async () => {
      const { path, query } = requestTarget(request);
      const home = neighbour(request, homePort);
      if (path === 'preview-report') return report(request, response, places, query);
      if (!isOurs(request)) return send(response, 403, textType, '');
      if (path.startsWith('course/')) return serveCourse(request, response, parts, places, path);
      if (path === 'preview-problems') return tellProblems(response, parts, places, query);
      if (path === '') return redirect(response, home);
      if (path === 'favicon.ico') return send(response, 204);
      if (path === 'wait') {
        await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
        return send(response, 204);
      }
      if (path.startsWith(storePath))
        return serveRecordStore(request, response, { store, path, query });
      if (path === returnPath) return send(response, 200, htmlType, returnedPage(parts.words));
      if (sendAsset(response, parts, path)) return;
      const asking = { path, query };
      return servePackage(request, response, { parts, identity, places, store, home }, asking);
    });
}

async function servePackage(
  request: IncomingMessage,
  response: ServerResponse,
  {
    parts,
    identity,
    places,
    store,
    home,
  }: {
    parts: PreviewParts;
    identity: string;
    places: LaunchPlaces;
    store: RecordStore;
    home: string;
  },
  { path, query }: RequestTarget,
) {
  const found = await packageOf(response, parts, query);
  if (!found) return;
  const { name, opened } = found;
  // Another package, or a version with another identity, has another origin.
  if (identityOf(name, opened) !== identity)
    return redirect(response, `${home}lms?${query.toString()}`);
  if (path === 'activities') return tellActivities(response, parts, identity, opened);
  const number = query.get('sco') ?? '0';
  const sco = opened.scos[Number(number)];
  if (!sco || (path !== 'lms' && path !== 'attempt'))
    return sendMissing(response, parts, 'not-found');
  const { words, attempts } = parts;
  if (path === 'attempt' && opened.standard.lms) {
    const key = [identity, sco.id].join('\n');
    const { lms } = opened.standard;
    const attempt = { words, attempts, places, key, opened, lms, sco, query };
    return serveAttempt(request, response, attempt);
  }
  const { unit } = sco;
  if (path === 'attempt')
    return unit
      ? serveUnit(request, response, { words, store, places, opened, sco: { ...sco, unit }, query })
      : sendMissing(response, parts, 'not-found');
  const page = lmsPage(parts.words, opened, { name, sco: number, query, home });
  return send(response, 200, htmlType, page, playerPolicy);
}

/** Sends the activity tree of a package and the stored attempt at each of its SCOs. */
function tellActivities(
  response: ServerResponse,
  { attempts }: PreviewParts,
  identity: string,
  { scos, activities }: ServedPackage,
) {
  const kept = scos.flatMap(({ id }) => {
    try {
      const { elements } = attempts.read([identity, id].join('\n'));
      return Object.keys(elements).length > 0 ? [[id, elements] as const] : [];
    } catch {
      // The page of that SCO reports that its attempt cannot be read.
      return [];
    }
  });
  sendJson(response, 200, { tree: activities, kept: Object.fromEntries(kept) });
}

function serveCourse(
  request: IncomingMessage,
  response: ServerResponse,
  parts: PreviewParts,
  places: LaunchPlaces,
  path: string,
) {
  const found = places.find(path);
  if (!found)
    return send(response, 404, textType, 'This launch has ended. Launch the package again.');
  const { place, name } = found;
  if (place.isStrict) response.setHeader('content-security-policy', strictPolicy(place.id));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, textType, 'Files of a package can only be read.');
  if (place.serve(request, response, name)) return;
  // Browsers request the icon without a reference in the page.
  if (!name.endsWith('favicon.ico')) places.tell(place, { kind: 'missing', found: name });
  send(response, 404, htmlType, courseMissingPage(parts.words, name));
}

async function report(
  request: IncomingMessage,
  response: ServerResponse,
  places: LaunchPlaces,
  query: URLSearchParams,
) {
  const place = places.get(query.get('place') ?? '');
  const found = place && violationOf(await jsonBody(request));
  if (found) places.tell(place, { kind: 'policy', found });
  return send(response, 204);
}

function tellProblems(
  response: ServerResponse,
  { words }: PreviewParts,
  places: LaunchPlaces,
  query: URLSearchParams,
) {
  const problems = places.get(query.get('place') ?? '')?.problems ?? [];
  const problemTexts = problems.map(({ kind, found }) =>
    words.t(`preview.problem-${kind}`, { found }),
  );
  return sendJson(response, 200, { problems: problemTexts });
}
