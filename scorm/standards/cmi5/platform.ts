import { TrackingError } from '../../../src/progress/driver.ts';
import type { Actor, LaunchParameters } from './launch-url.ts';

/** Makes a request; `fetch` of the browser has this type. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Requests to an LMS and its record store. A request that is refused or gets no usable response throws a
 * `TrackingError`.
 */
export interface Platform {
  /** Reads a state document of the package for this learner (xAPI state resource); undefined if there is none. */
  readState(id: string): Promise<unknown>;
  writeState(id: string, document: object, isLeaving: boolean): Promise<void>;
  removeState(id: string): Promise<void>;
  /** The learner's preferences (cmi5 11); undefined if there are none, or access is forbidden. */
  readPreferences(): Promise<unknown>;
  /** Sends statements; the LMS accepts all or none. */
  send(statements: readonly object[], isLeaving: boolean): Promise<void>;
  /** Milliseconds by which the device's clock is behind the LMS's; 0 while unknown. */
  readonly clockOffset: number;
}

/** Request timeout, in milliseconds; the request is repeated later. */
const longestWait = 30_000;

/**
 * Fetches the token, which an LMS returns only once (cmi5 8.2).
 * @throws TrackingError `ended` if it was fetched before, with the message of the LMS
 */
export async function fetchToken(address: string, request: Fetch): Promise<string> {
  const response = await made('fetch', () => request(address, { method: 'POST' }));
  const body = (await jsonOf('fetch', response)) as Record<string, unknown>;
  const { 'auth-token': token, 'error-code': code, 'error-text': text } = body;
  if (typeof token === 'string' && token !== '') return token;
  const said = typeof text === 'string' ? text : `status ${response.status}`;
  throw new TrackingError('fetch', String(code) === '1' ? 'ended' : `error ${String(code)}`, said);
}

/** The xAPI endpoint of an LMS, with the token of a session. */
export function platform(
  { endpoint, actor, registration, activityId }: LaunchParameters,
  token: string,
  request: Fetch,
  now: () => number,
): Platform {
  let clockOffset: number | undefined;
  const ask = async (
    subject: string,
    resource: string,
    query: Readonly<Record<string, string>>,
    init: RequestInit = {},
  ): Promise<Response> => {
    const address = `${endpoint}${resource}?${new URLSearchParams(query).toString()}`;
    const response = await made(subject, () =>
      request(address, {
        ...init,
        headers: {
          // The token is the complete credentials (cmi5 8.2.1).
          authorization: token.startsWith('Basic ') ? token : `Basic ${token}`,
          'x-experience-api-version': '1.0.3',
          ...(init.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(!init.keepalive && { signal: AbortSignal.timeout(longestWait) }),
      }),
    );
    const serverTime = Date.parse(response.headers.get('date') ?? '');
    // Measured once: the header has whole seconds, and a new offset could reorder statements.
    if (!Number.isNaN(serverTime)) clockOffset ??= serverTime - now();
    return response;
  };
  const agent = JSON.stringify(agentOf(actor));
  const state = (stateId: string) => ({ stateId, activityId, agent, registration });

  return {
    get clockOffset() {
      return clockOffset ?? 0;
    },
    async readState(id) {
      const response = await ask(id, 'activities/state', state(id));
      if (response.status === 404) return undefined;
      demandTaken(id, response);
      return jsonOf(id, response);
    },
    async writeState(id, document, isLeaving) {
      const init = { method: 'PUT', body: JSON.stringify(document), keepalive: isLeaving };
      const response = await ask(id, 'activities/state', state(id), init);
      demandTaken(id, response);
      if (isPage(response)) throw notData(id);
    },
    async removeState(id) {
      demandTaken(id, await ask(id, 'activities/state', state(id), { method: 'DELETE' }));
    },
    async readPreferences() {
      const subject = 'cmi5LearnerPreferences';
      const response = await ask(subject, 'agents/profile', { profileId: subject, agent });
      // 403 is not an error (cmi5 11), and a learner without preferences has no document.
      if (response.status === 404 || response.status === 403) return undefined;
      demandTaken(subject, response);
      return jsonOf(subject, response);
    },
    async send(statements, isLeaving) {
      const init = { method: 'POST', body: JSON.stringify(statements), keepalive: isLeaving };
      const response = await ask('statements', 'statements', {}, init);
      demandTaken('statements', response);
      if (isPage(response)) throw notData('statements');
    },
  };
}

const agentOf = ({ account }: Actor) => ({ objectType: 'Agent', account });

async function made(subject: string, request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    const isOffline = typeof navigator === 'object' && !navigator.onLine;
    throw new TrackingError(subject, isOffline ? 'offline' : 'threw', String(error));
  }
}

/** @throws TrackingError unless the request was accepted; `ended` if the session is over */
function demandTaken(subject: string, { ok, status }: Response): void {
  if (ok) return;
  const isOver = status === 401 || status === 403;
  throw new TrackingError(subject, isOver ? 'ended' : String(status), `status ${status}`);
}

async function jsonOf(subject: string, response: Response): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await response.text());
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Text that is not JSON is handled like JSON that is not an object.
  }
  throw notData(subject);
}

const isPage = ({ headers }: Response) => /html/.test(headers.get('content-type') ?? '');

/** The error for a response that is not JSON, most often the login page of the platform. */
const notData = (subject: string) =>
  new TrackingError(subject, 'ended', 'the answer is a page, not data');
