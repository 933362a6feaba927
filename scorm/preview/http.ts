import type { IncomingMessage, ServerResponse } from 'node:http';

/** An invalid request; the message is a sentence for the sender. */
export class BadRequest extends Error {
  override name = 'BadRequest';
}

/** Target of a request. */
export interface RequestTarget {
  /** Decoded path without its leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Reads the address of a request. @throws BadRequest */
export function requestTarget({ url = '/' }: IncomingMessage): RequestTarget {
  const [, path = '', query = ''] = /^\/?([^?#]*)\??([^#]*)/.exec(url) ?? [];
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    throw new BadRequest(
      'The address of the request contains a "%" that is not part of an escape such as "%20".',
    );
  }
}

/**
 * Whether a request comes from this machine and from a page of the same origin. Pages of other sites or
 * packages must not reach the preview, neither by its address nor by DNS rebinding.
 */
export function isOurs({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const isLocal = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
  const sameOrigin = headers.origin === undefined || headers.origin === `http://${host}`;
  return isLocal && (sameOrigin || method === 'GET' || method === 'HEAD');
}

/** URL of another port on the host of a request, with a trailing slash. */
export const neighbour = ({ headers }: IncomingMessage, port: number): string =>
  `http://${(headers.host ?? '127.0.0.1').replace(/:\d+$/, '')}:${port}/`;

/** Maximum size of a body read into memory, in bytes; a data model is far smaller. */
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

/** Sends a response of the preview itself. @param policy the Content Security Policy of a page */
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

/** Redirects the browser to another URL. */
export function redirect(response: ServerResponse, location: string): void {
  response.setHeader('location', location);
  send(response, 303);
}

/** Runs `answer`, and responds with one sentence if it fails. */
export async function answered(response: ServerResponse, answer: () => Promise<void> | void) {
  try {
    await answer();
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof BadRequest) send(response, 400, textType, error.message);
    else {
      console.error(error);
      send(
        response,
        500,
        textType,
        'The preview could not respond. The reason is in the terminal that runs it.',
      );
    }
  }
}
