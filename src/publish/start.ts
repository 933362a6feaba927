import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { startPreview } from '../../scorm/preview/preview.ts';
import { assertFree, PortError, portFrom } from './ports.ts';
import { siteServer } from './serve.ts';

// `npm start`: builds the website and serves it, then makes the packages and serves the preview LMS. Mistakes that can
// be detected early, such as a port in use, are reported before the long work.
try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4400' },
      'preview-port': { type: 'string', default: '4600' },
      // Serves an earlier build.
      'no-build': { type: 'boolean', default: false },
    },
  });
  const port = portFrom(values.port, '--port');
  const previewPort = portFrom(values['preview-port'], '--preview-port');
  if (port === previewPort)
    throw new PortError(`Both servers cannot take port ${port}. Write --preview-port ${port + 1}.`);
  await assertFree(port, '--port');
  await assertFree(previewPort, '--preview-port');
  const isBuilt = values['no-build'];
  if (isBuilt || (await succeeds('src/publish/build.ts'))) {
    const site = await serveSite(port);
    if (!isBuilt) console.log('Making the packages ...');
    if (isBuilt || (await succeeds('scorm/cli.ts'))) await servePackages(previewPort);
    else {
      site.close();
      process.exitCode = 1;
    }
  } else process.exitCode = 1;
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error;
  if (!isUsage && !(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Runs a command of the project with its output in this terminal, without blocking the servers. */
function succeeds(script: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [script], { stdio: 'inherit' })
      .once('error', reject)
      .once('close', (code) => {
        resolve(code === 0);
      });
  });
}

async function serveSite(port: number): Promise<Server> {
  const server = siteServer('dist/site');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  console.log(`\nThe course:       http://127.0.0.1:${port}/\n`);
  return server;
}

async function servePackages(port: number): Promise<void> {
  const preview = await startPreview({ port, packages: 'dist/packages' });
  const packages = globSync('dist/packages/*.{zip,zim}').toSorted();
  console.log(`
The preview LMS:  ${preview.url}
The packages, also on the page for administrators:
${packages.map((path) => `  ${path}`).join('\n')}

Ctrl-C ends both servers.`);
}
