import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attempts } from './attempts.ts';
import { isElements } from './elements.ts';
import { BadRequest, jsonBody, send, sendJson, textType } from './http.ts';
import {
  elementsAtLaunch,
  keptAfter,
  noAttempt,
  type KeptAttempt,
  type LaunchWishes,
} from './launch.ts';
import type { LaunchPlaces } from './launch-places.ts';
import { addressOf } from './launch-address.ts';
import type { LmsRules } from '../standards/standard.ts';
import type { Sco } from './manifest.ts';
import type { PageWords } from './page.ts';
import type { ServedPackage } from './read-package.ts';

/** State for requests about an attempt at a SCO. */
export interface AttemptParts {
  readonly words: PageWords;
  readonly attempts: Attempts;
  readonly places: LaunchPlaces;
  /** Key of the stored attempt. */
  readonly key: string;
  readonly opened: ServedPackage;
  readonly lms: LmsRules;
  readonly sco: Sco;
  readonly query: URLSearchParams;
}

/**
 * Serves the attempt to the page of the platform. GET: the stored attempt. POST with `launch`: counts a launch
 * and returns the launch data of the SCO. POST: stores the data model committed by the SCO. DELETE: removes the
 * attempt. A failed read or write is reported, never treated as stored.
 * @throws BadRequest
 */
export async function serveAttempt(
  request: IncomingMessage,
  response: ServerResponse,
  parts: AttemptParts,
): Promise<void> {
  const { attempts, key, query, words } = parts;
  const notKept = () => {
    send(response, 507, textType, words.t('preview.attempt-not-written'));
  };
  if (request.method === 'DELETE')
    return attempt(() => {
      attempts.forget(key);
    })
      ? send(response, 204)
      : notKept();
  if (request.method !== 'POST') {
    const { launches, elements } = read(parts).kept;
    return sendJson(response, 200, { launches, elements });
  }
  if (query.has('launch')) return sendJson(response, 200, launched(parts));
  const elements = await jsonBody(request);
  if (!isElements(elements))
    throw new BadRequest(
      'The body of the request is not a data model, which is a JSON object of strings by element name.',
    );
  const after = keptAfter(parts.lms, read(parts).kept, elements, query.has('ended'));
  return attempt(() => {
    attempts.write(key, after);
  })
    ? send(response, 204)
    : notKept();
}

function launched(parts: AttemptParts) {
  const { attempts, key, opened, lms, sco, query, places, words } = parts;
  const wishes = wishesOf(query);
  const { kept, problem } = read(parts);
  const launches = kept.launches + 1;
  const isWritten = attempt(() => {
    attempts.write(key, { ...kept, launches, ended: wishes.review && kept.ended });
  });
  const place = places.open(opened, query.has('strict'));
  return {
    launches,
    elements: elementsAtLaunch(lms, sco, kept, wishes),
    place: place.id,
    address: `${place.path}${addressOf(sco.launch)}${sco.parameters}`,
    problems: [
      ...(problem ? [problem] : []),
      ...(isWritten ? [] : [words.t('preview.attempt-not-written')]),
    ],
  };
}

function wishesOf(query: URLSearchParams): LaunchWishes {
  const review = query.has('review');
  const mastery = query.get('mastery') ?? '';
  if (mastery === '') return { review };
  const masteryPercent = Number(mastery);
  if (!(masteryPercent >= 0 && masteryPercent <= 100))
    throw new BadRequest(`The pass mark "${mastery.slice(0, 40)}" is not a number from 0 to 100.`);
  return { review, masteryPercent };
}

function read({ attempts, key, words }: AttemptParts): { kept: KeptAttempt; problem?: string } {
  try {
    return { kept: attempts.read(key) };
  } catch {
    return { kept: noAttempt, problem: words.t('preview.attempt-not-read') };
  }
}

/** Runs a disk operation. @returns whether it succeeded */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
