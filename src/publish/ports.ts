import { createServer } from 'node:net';

/** A wish of the command line that cannot be met; the message is for the person who typed it. */
export class PortError extends Error {
  override name = 'PortError';
}

/** The port that an option names. @throws PortError for what is no port */
export function portFrom(text: string, option: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new PortError(
    `"${text}" is no port. Write a number from 1 to 65535, such as ${option} 4400.`,
  );
}

/** @throws PortError where something listens on the port already, or this account may not take it */
export const assertFree = (port: number, option: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new PortError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Stop what uses it, or choose another: ${option} ${port + 1}`
            : `Port ${port} cannot be used (${error.code ?? error.message}). Choose another: ${option} ${port + 1000}`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
