import type { AddressInfo } from 'node:net';
import { siteServer } from '../../src/publish/serve.ts';

/** Serves a folder on a free port of this machine while something is done with it. */
export async function withSite<T>(root: string, work: (base: string) => Promise<T>): Promise<T> {
  const server = siteServer(root);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
