import { siteServer } from '../../src/publish/serve.ts';

/** Serves the built site to the browser tests, at whatever port is free. @returns how to stop it */
export default async function serveSite(): Promise<() => Promise<void>> {
  const server = siteServer('dist/site');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  // The tests' processes begin after this, and read it as their base address.
  process.env['SITE_ADDRESS'] = `http://127.0.0.1:${address.port}/`;
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
}
