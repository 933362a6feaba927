import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequest, send, sendJson, textBody, textType } from '../http.ts';
import { addressOf } from '../launch-address.ts';
import type { LaunchPlaces } from '../launch-places.ts';
import type { PageWords } from '../page.ts';
import type { ServedPackage } from '../read-package.ts';
import type { Sco } from '../manifest.ts';
import type { Unit } from './record.ts';
import type { RecordStore } from './record-store.ts';
import type { LaunchOptions } from './registration.ts';
import type { LaunchMode } from './statement.ts';
import { isTrouble } from './troubles.ts';

/** Path below which a record store responds. */
export const storePath = 'record-store/';
/** Page to which a course returns the learner (`returnURL`). */
export const returnPath = 'returned';

const slowMilliseconds = 3000;

/** State for requests about the attempt at a unit. */
export interface UnitParts {
  readonly words: PageWords;
  readonly store: RecordStore;
  readonly places: LaunchPlaces;
  readonly opened: ServedPackage;
  readonly sco: Sco & { readonly unit: Unit };
  readonly query: URLSearchParams;
}

/**
 * Serves a cmi5 attempt to the page of the platform. GET: the stored registration. POST with `launch`: launches
 * the unit; with `troubles`: misbehaves from now on; with `leave`: ends the session if the unit did not.
 * DELETE: removes the registration.
 * @throws BadRequest
 */
export function serveUnit(
  request: IncomingMessage,
  response: ServerResponse,
  parts: UnitParts,
): void {
  const { store, sco, query, words } = parts;
  try {
    if (request.method === 'DELETE') store.forget();
    else if (query.has('launch')) return sendJson(response, 200, launched(request, parts));
    else if (query.has('troubles'))
      store.troubles = new Set((query.get('troubles') ?? '').split(' ').filter(isTrouble));
    else if (query.has('leave')) store.leave(sco.unit.id);
    else return sendJson(response, 200, store.view(sco.unit));
    send(response, 204);
  } catch (error) {
    if (error instanceof BadRequest) throw error;
    send(response, 507, textType, words.t('preview.attempt-not-written'));
  }
}

function launched(
  request: IncomingMessage,
  { words, store, places, opened, sco, query }: UnitParts,
) {
  const origin = `http://${request.headers.host ?? ''}`;
  const place = places.open(opened, query.has('strict'));
  const address = new URL(`${origin}/${place.path}${addressOf(sco.launch)}${sco.parameters}`);
  const units = opened.scos.flatMap(({ unit }) => unit ?? []);
  const problems = store.isReadable ? [] : [words.t('preview.attempt-not-read')];
  const added = store.launch(
    { units, unit: sco.unit },
    { platform: `${origin}/${storePath.slice(0, -1)}`, unit: address.href },
    launchOptionsOf(query, `${origin}/${returnPath}`),
  );
  for (const [name, value] of added) address.searchParams.append(name, value);
  return { place: place.id, address: address.href, problems };
}

const modes: readonly LaunchMode[] = ['Normal', 'Browse', 'Review'];

function launchOptionsOf(query: URLSearchParams, returnURL: string): LaunchOptions {
  const mode = modes.find((each) => each === query.get('mode')) ?? 'Normal';
  const mastery = query.get('mastery') ?? '';
  if (mastery === '') return { mode, returnURL };
  const percent = Number(mastery);
  if (!(percent >= 0 && percent <= 100))
    throw new BadRequest(`The pass mark "${mastery.slice(0, 40)}" is not a number from 0 to 100.`);
  return { mode, returnURL, masteryScore: percent / 100 };
}

/** Responds to requests of a unit to its record store. */
export async function serveRecordStore(
  request: IncomingMessage,
  response: ServerResponse,
  { store, path, query }: { store: RecordStore; path: string; query: URLSearchParams },
): Promise<void> {
  const { headers, method = 'GET' } = request;
  const headerOf = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const xapiRequest = {
    ...{ method, path: path.slice(storePath.length), query: Object.fromEntries(query) },
    headers: {
      authorization: headerOf('authorization'),
      version: headerOf('x-experience-api-version'),
      type: headerOf('content-type'),
      ifMatch: headerOf('if-match'),
      ifNoneMatch: headerOf('if-none-match'),
    },
    body: await textBody(request),
  };
  if (store.troubles.has('slow'))
    await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
  const answer = store.answer(xapiRequest);
  if (answer === 'lost') {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.setHeader('x-experience-api-version', '1.0.3');
  response.setHeader('date', store.time.toUTCString());
  send(response, answer.status, undefined, answer.body);
}
