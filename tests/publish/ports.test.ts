/** @module-tag wide */
import { createServer, type AddressInfo } from 'node:net';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { assertFree, portFrom } from '../../src/publish/ports.ts';

test.for(['abc', '0', '-1', '70000', '44.5', ''])('"%s" is not a port', (text) => {
  expect(() => portFrom(text, '--port')).toThrow(/not a port\. Write a number from 1 to 65535/);
});

test('a port in use is named, with another to take', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(assertFree(port, '--port')).rejects.toThrow(
    `Port ${port} is in use. Stop the program that uses it, or choose another port: --port ${port + 1}`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(assertFree(port, '--port')).resolves.toBeUndefined();
});

test.for([
  [['--port', 'abc'], '"abc" is not a port.'],
  [['--port', '4700', '--preview-port', '4700'], 'Both servers cannot take port 4700.'],
  [['--prot', '4700'], "Unknown option '--prot'"],
] as const)('npm start with %s says so in a sentence, before it builds', ([options, words]) => {
  const { stderr, status } = spawnSync(process.execPath, ['src/publish/start.ts', ...options], {
    encoding: 'utf8',
  });
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
});
