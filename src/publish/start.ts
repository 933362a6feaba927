import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPreview } from '../../scorm/preview/preview.ts';
import { assertFree, PortError, portFrom } from './ports.ts';
import { siteServer } from './serve.ts';

// `npm start`: builds and packages everything, then serves the course and the preview LMS. What can be
// known before the long work, such as a port that is in use, is said before it.
try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4400' },
      'preview-port': { type: 'string', default: '4600' },
      // Serves what was built before.
      'no-build': { type: 'boolean', default: false },
    },
  });
  const port = portFrom(values.port, '--port');
  const previewPort = portFrom(values['preview-port'], '--preview-port');
  if (port === previewPort)
    throw new PortError(`Both servers cannot take port ${port}. Write --preview-port ${port + 1}.`);
  await assertFree(port, '--port');
  await assertFree(previewPort, '--preview-port');
  if (values['no-build'] || ['src/publish/build.ts', 'scorm/cli.ts'].every(succeeds))
    await serve(port, previewPort);
  else process.exitCode = 1;
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error;
  if (!isUsage && !(error instanceof PortError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function succeeds(script: string): boolean {
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0;
}

async function serve(port: number, previewPort: number): Promise<void> {
  const server = siteServer('dist/site');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const preview = await startPreview({ port: previewPort, packages: 'dist/packages' });
  console.log(`
The course:       http://127.0.0.1:${port}/
The preview LMS:  ${preview.url}
The packages, also on the page for administrators:
${globSync('dist/packages/*.{zip,zim}')
  .toSorted()
  .map((path) => `  ${path}`)
  .join('\n')}

Ctrl-C ends both.`);
}
