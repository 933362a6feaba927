import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { interfaceSchema, translator } from '../../src/course/interface.ts';
import { standards } from '../standards/registry.ts';
import { Attempts } from './attempts.ts';
import { previewListener } from './server.ts';
import { PackageStore } from './package-store.ts';

export interface PreviewOptions {
  /** Port on the loopback address; 0 takes any that is free. */
  readonly port: number;
  /** Folder of the packages that can be chosen. */
  readonly packages?: string;
  /** Folder in which attempts are kept. */
  readonly attempts?: string;
}

/**
 * Starts the preview LMS on this machine.
 * @returns its address, ending in a slash, and how to stop it
 */
export async function startPreview({
  port,
  packages = 'dist/packages',
  attempts = 'dist/preview',
}: PreviewOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const listener = previewListener({
    words: words(),
    packages: new PackageStore(packages),
    attempts: new Attempts(attempts),
    assets: await assets(),
  });
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const language = 'en';

function words() {
  const file = new URL(`../../content/${language}/interface.yaml`, import.meta.url);
  const spoken = interfaceSchema.parse(parse(readFileSync(file, 'utf8')));
  return { t: translator(language, spoken), language, direction: spoken.direction };
}

/** The preview's own scripts, scorm-again among them, and its style sheet. */
async function assets(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(import.meta.dirname, 'browser/choose.ts'), out: 'choose' },
      ...standards.map(({ id, folder }) => ({
        in: join(folder, 'preview.entry.ts'),
        out: `lms-${id}`,
      })),
      { in: join(import.meta.dirname, 'preview.css'), out: 'preview' },
    ],
    outdir: 'preview',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4600' } },
  });
  const [zip] = positionals;
  const preview = await startPreview({
    port: Number(values.port),
    ...(zip !== undefined && { packages: dirname(zip) }),
  });
  const query = zip === undefined ? '' : `lms?package=${encodeURIComponent(basename(zip))}`;
  console.log(`Preview LMS: ${preview.url}${query}`);
}
