import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Answers a request. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A port that is in use or invalid; the message names the remedy. */
export class PortError extends Error {
  override name = 'PortError';
}

/** A server on the loopback address. */
export interface Listening {
  readonly port: number;
  /** Sets the function that answers requests; until then requests wait. */
  readonly answerWith: (answer: Answer) => void;
  readonly close: () => Promise<void>;
}

/** Parses a port number. @throws PortError */
export function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 0 && port <= 65535) return port;
  throw new PortError(
    `"${text}" is not a port. Give a number from 1024 to 65535, such as --port 4700.`,
  );
}

/** Listens on a port; 0 means any free port. @throws PortError */
export async function listening(port: number): Promise<Listening> {
  let begin: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    begin = resolve;
  });
  const server = createServer((request, response) => {
    void answer.then((answerTo) => answerTo(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  }).catch((error: unknown) => {
    throw new PortError(refused(port, error));
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    answerWith: begin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * Listens on a port for a package: near the preview's own port and, if free, the same at every start, so that
 * the package finds its browser storage again.
 */
export async function listeningNear(port: number, identity: string): Promise<Listening> {
  const [first = 0, second = 0] = createHash('sha256').update(identity).digest();
  const near = port + 1 + ((first * 256 + second) % 900);
  if (port === 0 || near > 65535) return listening(0);
  return listening(near).catch(() => listening(0));
}

function refused(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const cause =
    code === 'EADDRINUSE'
      ? `Port ${port} is in use, perhaps by a preview that is still running.`
      : code === 'EACCES'
        ? `Port ${port} may not be used by this account.`
        : `Port ${port} cannot be used (${String(code)}).`;
  return `${cause} Stop the other program, or give another port, such as --port ${port < 65000 ? port + 100 : 4700}.`;
}
