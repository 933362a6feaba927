import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that cannot be answered; the message is a sentence for whoever sent it. */
export class BadRequest extends Error {
  override name = 'BadRequest';
}

/** Target of a request. */
export interface RequestTarget {
  /** Path without the slash it begins with, unescaped. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Reads the address of a request. @throws BadRequest */
export function requestTarget({ url = '/' }: IncomingMessage): RequestTarget {
  const [, path = '', query = ''] = /^\/?([^?#]*)\??([^#]*)/.exec(url) ?? [];
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    throw new BadRequest('The address of the request is not well-formed: it holds a stray "%".');
  }
}

/**
 * Whether a request comes from this machine's browser and from pages of the same origin: a page of some
 * other site, or of another package, must not reach it, neither under its address nor under a name that
 * was pointed at it.
 */
export function isOurs({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const isLocal = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
  const sameOrigin = headers.origin === undefined || headers.origin === `http://${host}`;
  return isLocal && (sameOrigin || method === 'GET' || method === 'HEAD');
}

/** Address of another port of the machine that a request was sent to, ending in a slash. */
export const neighbour = ({ headers }: IncomingMessage, port: number): string =>
  `http://${(headers.host ?? '127.0.0.1').replace(/:\d+$/, '')}:${port}/`;

/** Most bytes of a body that is read into memory: a data model has far less. */
const mostBytes = 4 * 2 ** 20;

/** The body of a request as text. @throws BadRequest */
export async function textBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new BadRequest(`The body is larger than ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body of a request as JSON. @throws BadRequest */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const text = await textBody(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRequest('The body of the request is not JSON.');
  }
}

export const textType = 'text/plain; charset=utf-8';
export const htmlType = 'text/html; charset=utf-8';

/** Sends an answer of the preview itself. @param policy the Content Security Policy of a page */
export function send(
  response: ServerResponse,
  status: number,
  type?: string,
  body?: string,
  policy?: string,
): void {
  response.statusCode = status;
  if (type) response.setHeader('content-type', type);
  if (policy) response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('cache-control', 'no-store');
  response.end(body);
}

/** Sends a body as JSON. */
export const sendJson = (response: ServerResponse, status: number, body: object): void => {
  send(response, status, 'application/json', JSON.stringify(body));
};

/** Leads the browser to a page at another address. */
export function redirect(response: ServerResponse, location: string): void {
  response.setHeader('location', location);
  send(response, 303);
}

/** Answers with what `answer` sends, and with one sentence where it fails. */
export async function answered(response: ServerResponse, answer: () => Promise<void> | void) {
  try {
    await answer();
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof BadRequest) send(response, 400, textType, error.message);
    else {
      console.error(error);
      send(response, 500, textType, 'The preview could not answer. Its window says why.');
    }
  }
}
