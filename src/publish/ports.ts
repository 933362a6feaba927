import { createServer } from 'node:net';

/** An invalid option of the command line; the message addresses the person who typed it. */
export class PortError extends Error {
  override name = 'PortError';
}

/** Parses the port of an option. @throws PortError if it is not a port number */
export function portFrom(text: string, option: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new PortError(
    `"${text}" is not a port. Write a number from 1 to 65535, such as ${option} 4400.`,
  );
}

/** @throws PortError if the port is in use, or this account may not open it */
export const assertFree = (port: number, option: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new PortError(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Stop the program that uses it, or choose another port: ${option} ${port + 1}`
            : `Port ${port} cannot be used (${error.code ?? error.message}). Choose another port: ${option} ${port + 1000}`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
