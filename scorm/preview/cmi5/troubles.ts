import { type PlatformResponse, responseOf, type PlatformRequest } from './exchange.ts';

/** Kinds of trouble that the platform can make, in the order shown. */
export const troubles = [
  'lost',
  'refuses',
  'forgets',
  'login',
  'slow',
  'token-used',
  'clock',
] as const;

export type Trouble = (typeof troubles)[number];

/** Whether a word names a kind of trouble. */
export const isTrouble = (name: string): name is Trouble =>
  (troubles as readonly string[]).includes(name);

/** Error of the wrong clock, in milliseconds. */
const year = 365 * 24 * 3_600_000;

/** Milliseconds by which the platform's clock is ahead. */
export const clockError = (on: ReadonlySet<Trouble>): number => (on.has('clock') ? year : 0);

/**
 * The response of a misbehaving platform.
 * @returns undefined if the platform answers this request normally
 */
export function troubledResponse(
  on: ReadonlySet<Trouble>,
  request: PlatformRequest,
): PlatformResponse | 'lost' | undefined {
  if (on.has('lost')) return 'lost';
  if (on.has('login')) return loginPage;
  if (request.path === 'token')
    return on.has('token-used')
      ? responseOf(200, { 'error-code': '1', 'error-text': 'The token was given before.' })
      : undefined;
  if (request.method === 'GET') return undefined;
  if (on.has('refuses')) return responseOf(503);
  return on.has('forgets') ? forgottenResponse(request) : undefined;
}

const loginPage: PlatformResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Log in</title><form><label>Name <input></label></form>',
};

/** The success response of a platform that has not stored the data. */
function forgottenResponse({ path, body }: PlatformRequest): PlatformResponse {
  if (path !== 'xapi/statements') return responseOf(204);
  try {
    const sent = JSON.parse(body) as { id?: string }[];
    return responseOf(
      200,
      [sent].flat().map(({ id }) => id),
    );
  } catch {
    return responseOf(400);
  }
}
